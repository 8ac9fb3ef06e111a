import { UnreadLineError } from '../../errors.ts';
import type { GroupId } from '../../pair/index.ts';
import { showRunningConfigFailover } from '../../show/index.ts';
import type { FailoverSettingsFacts } from '../../show/index.ts';
import type { AddressFacts } from '../facts.ts';
import { configBlocks } from './config-blocks.ts';
import type { ConfigBlock } from './config-blocks.ts';
import { addressesOf, configInterface } from './config-interface.ts';
import type { ConfigInterface } from './config-interface.ts';
import { isPix6Failover, pix6Interfaces } from './config-pix6.ts';

/** What a running configuration says that a topology says too. Passwords and keys are not among it. */
export interface RunningConfig {
  readonly hostname?: string;
  readonly transparent: boolean;
  readonly managed?: AddressFacts;
  readonly interfaces: readonly ConfigInterface[];
  readonly monitored: ReadonlyMap<string, boolean>;
  readonly failover?: FailoverSettingsFacts;
  readonly contexts: readonly ConfigContext[];
  readonly admin?: string;
  /** Failover commands that were not understood. */
  readonly unread: readonly string[];
}

/** A context as the system execution space describes it. */
export interface ConfigContext {
  readonly name: string;
  readonly group?: GroupId;
  /** The names by which the context knows its interfaces, where they are other ones. */
  readonly mapped: ReadonlyMap<string, string>;
  readonly unread: readonly string[];
}

/** A configuration with more failover commands that nobody knows is of something else. */
const mostUnread = 40;

/** Reads the output of `show running-config`, of a whole unit, of the system execution space or of a context. */
export function readRunningConfig(text: string): RunningConfig {
  const blocks = configBlocks(text);
  const one = (shape: RegExp): RegExpExecArray | undefined => {
    const block = blocks.find(({ line }) => shape.test(line));
    return (block && shape.exec(block.line)) ?? undefined;
  };
  const [, hostname] = one(/^hostname (\S+)$/) ?? [];
  const [, admin] = one(/^admin-context (\S+)$/) ?? [];
  const transparent = one(/^firewall transparent$/) !== undefined;
  const global = one(/^ip address (\d\S+) (\d\S+)(?: standby (\S+))?$/);
  const interfaces = blocks.flatMap((block) => configInterface(block) ?? []);
  const bridge = interfaces.find((found) => /^BVI/i.test(found.interface))?.addresses;
  const managed = global ? addressesOf(global.slice(1)) : bridge;
  return {
    ...(hostname === undefined ? {} : { hostname }),
    ...(admin === undefined ? {} : { admin }),
    transparent,
    ...(transparent && managed ? { managed } : {}),
    interfaces: [...interfaces.filter((found) => !/^BVI/i.test(found.interface)), ...pix6Interfaces(blocks)],
    monitored: monitoredIn(blocks),
    ...readFailover(blocks),
    contexts: blocks.flatMap((block) => contextOf(block) ?? []),
  };
}

function monitoredIn(blocks: readonly ConfigBlock[]): ReadonlyMap<string, boolean> {
  return new Map(
    blocks.flatMap(({ line }) => {
      const [, no, nameif] = /^(no )?monitor-interface (\S+)$/.exec(line) ?? [];
      return nameif === undefined ? [] : [[nameif, no === undefined] as const];
    }),
  );
}

/** The failover commands by their own parser; one that it refuses is told, and the others are read without it. */
function readFailover(blocks: readonly ConfigBlock[]): Pick<RunningConfig, 'failover' | 'unread'> {
  let own = blocks.filter(({ line }) => /^(no )?failover\b/.test(line) && !isPix6Failover(line));
  const unread: string[] = [];
  if (own.length === 0) return { unread };
  for (;;) {
    const lines = own.flatMap(({ line, below }, index) => [line, ...below].map((row) => ({ row, index })));
    try {
      const failover = showRunningConfigFailover.parse(lines.map(({ row }) => row).join('\n'));
      return { failover, unread };
    } catch (error) {
      const refused = error instanceof UnreadLineError ? lines[error.line - 1]?.index : undefined;
      if (refused === undefined) throw error;
      unread.push(withoutSecret(own[refused]?.line ?? ''));
      if (unread.length === mostUnread) return { unread };
      own = own.filter((_, index) => index !== refused);
    }
  }
}

/** Firmware of old shows keys in the clear. */
function withoutSecret(line: string): string {
  const at = line.search(/key|password|secret/i);
  const blank = at < 0 ? at : line.slice(at).search(/\s/);
  return blank < 0 ? line : `${line.slice(0, at + blank)} …`;
}

function contextOf({ line, below }: ConfigBlock): ConfigContext | undefined {
  const [, name] = /^context (\S+)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const mapped = new Map<string, string>();
  const unread: string[] = [];
  let group: GroupId | undefined;
  for (const row of below) {
    const [, socket, alias] =
      /^allocate-interface (\S+)(?: (?!visible|invisible)(\S+))?(?: (?:in)?visible)?$/.exec(row) ?? [];
    const [, joined] = /^join-failover-group ([12])$/.exec(row) ?? [];
    if (joined !== undefined) group = joined === '2' ? 2 : 1;
    else if (socket === undefined) continue;
    else if (alias?.includes('-') === true && socket.includes('-')) unread.push(row);
    else if (alias !== undefined) mapped.set(alias, socket);
  }
  return { name, ...(group === undefined ? {} : { group }), mapped, unread };
}
