import { longName } from './interface-name.ts';
import { readLines } from './read-lines.ts';

/** One row of `show interfaces status`. */
export interface IosPort {
  /** As the table has it, in full, and the description where the table has room for all of it. */
  readonly names: readonly string[];
  /** The name in full, as configuration has it. */
  readonly interface: string;
  readonly admin: 'up' | 'down';
  readonly oper: 'up' | 'down' | 'other';
  readonly isErrDisabled: boolean;
  /** Of an access port. */
  readonly vlan?: number;
  readonly speedMbps?: number;
}

/** What a port is told to be, and what it is, by the word for both. */
const words: Readonly<Record<string, Pick<IosPort, 'admin' | 'oper'>>> = {
  connected: { admin: 'up', oper: 'up' },
  notconnect: { admin: 'up', oper: 'down' },
  disabled: { admin: 'down', oper: 'down' },
  'err-disabled': { admin: 'up', oper: 'down' },
  inactive: { admin: 'up', oper: 'down' },
  suspended: { admin: 'up', oper: 'other' },
  monitoring: { admin: 'up', oper: 'other' },
  faulty: { admin: 'up', oper: 'other' },
  notpresent: { admin: 'up', oper: 'other' },
  sfpAbsent: { admin: 'up', oper: 'other' },
};

const row = new RegExp(
  String.raw`^(?<port>[A-Za-z]+[\d/.]+)\s+(?<name>.*?)\s*(?<=\s)(?<status>${Object.keys(words).join('|')})\s+` +
    String.raw`(?<vlan>\d+|trunk|routed|unassigned|vsl|fex-fabric)\s+(?<duplex>\S+)\s+(?<speed>\S+)(?:\s+.*)?$`,
);

/** Characters of a description that the table has room for. */
const room = 18;

/** Reads `show interfaces status`. Throws `UnreadLineError`. */
export function readInterfacesStatus(text: string): readonly IosPort[] {
  return readLines('show interfaces status', text, [/^Port\s+Name\s+Status\s+Vlan\s/], (line) => {
    const { port = '', name = '', status = '', vlan = '', speed = '' } = row.exec(line)?.groups ?? {};
    const word = words[status];
    if (!word) return undefined;
    const mbps = /^(?:a-)?(\d+)(G?)$/.exec(speed);
    return {
      interface: longName(port),
      names: [...new Set([port, longName(port), ...(name !== '' && name.length < room ? [name] : [])])],
      ...word,
      isErrDisabled: status === 'err-disabled',
      ...(/^\d+$/.test(vlan) ? { vlan: Number(vlan) } : {}),
      ...(mbps ? { speedMbps: Number(mbps[1]) * (mbps[2] === 'G' ? 1000 : 1) } : {}),
    };
  });
}

/** Reads `show interfaces status err-disabled`: why, by port. Throws `UnreadLineError`. */
export function readErrDisabled(text: string): ReadonlyMap<string, string> {
  const command = 'show interfaces status err-disabled';
  const why =
    /^(?<port>[A-Za-z]+[\d/.]+)\s+(?:.*\s)?err-disabled\s+(?<reason>[\w-]+(?: [\w-]+)*)(?:\s{2,}.*)?$/;
  return new Map(
    readLines(command, text, [/^Port\s+Name\s+Status\s+Reason\s/], (line) => {
      const { port, reason } = why.exec(line)?.groups ?? {};
      return port === undefined || reason === undefined ? undefined : ([port, reason] as const);
    }),
  );
}
