import { UsageError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import { pduFamilies, wordFits } from '../../topology/index.ts';
import { consoleSpec } from '../console-spec.ts';
import type { ConsoleSpec } from '../console-spec.ts';
import { noFacts } from '../facts.ts';
import type { DraftFacts, FeedFound, PduFacts, UnitFacts } from '../facts.ts';
import { switchSpec } from '../find/switch-spec.ts';
import type { SwitchSpec } from '../find/switch-spec.ts';
import { secretName } from '../secret-name.ts';
import { told } from '../told.ts';

/** What somebody named, as it was typed: on the command line, or as answers. */
export interface NamedParts {
  readonly consoles: readonly string[];
  readonly switches: readonly string[];
  readonly pdus: readonly string[];
  readonly outlets: readonly string[];
  readonly username?: string | undefined;
}

/** The same, read: what can be opened, and what is known by it alone. */
export interface WantedBench {
  readonly consoles: Readonly<Record<UnitName, readonly ConsoleSpec[]>>;
  readonly switches: readonly SwitchSpec[];
  /** Facts that nobody has to look for. */
  readonly facts: DraftFacts;
}

/** Reads what somebody named for the bench of that name. `from` is its origin, for comments. Throws `UsageError`. */
export function wantedBench(name: string, parts: NamedParts, from: string): WantedBench {
  const { username } = parts;
  if (username !== undefined && !wordFits('username', username))
    throw new UsageError(`${JSON.stringify(username)} is no user name of printable ASCII without blanks`);
  const named = parts.consoles.map((text) => ofUnit(text, 'telnet://10.1.1.9:2007'));
  const secret = secretName(name, 'console', 'password');
  const consoles = (unit: UnitName): readonly ConsoleSpec[] =>
    named.filter((one) => one.unit === unit).map(({ rest }) => consoleSpec(rest, secret));
  const specs = { primary: consoles('primary'), secondary: consoles('secondary') };
  const switches = parts.switches.map(switchSpec);
  const feeds = parts.outlets.map((text) => ofUnit(text, 'pdu1:7'));
  const unit = (of: UnitName): UnitFacts => ({
    console: specs[of].map(({ node }) => node),
    power: feeds.filter((one) => one.unit === of).map(({ rest }) => feedOf(rest, from)),
    cables: [],
  });
  return {
    consoles: specs,
    switches,
    facts: {
      ...noFacts,
      pair: { ...noFacts.pair, ...(username === undefined ? {} : { username: told(username, from) }) },
      units: { primary: unit('primary'), secondary: unit('secondary') },
      switches: switches.map(({ name: of, node }) => ({ name: of, from, snmp: node, protected: [] })),
      pdus: parts.pdus.map((text) => pduOf(text, from)),
    },
  };
}

function ofUnit(text: string, example: string): { unit: UnitName; rest: string } {
  const [, unit, rest = ''] = /^(primary|secondary)=(.+)$/.exec(text) ?? [];
  if (unit !== 'primary' && unit !== 'secondary')
    throw new UsageError(
      `${JSON.stringify(text)} does not say of which unit it is; such as primary=${example}`,
    );
  return { unit, rest };
}

function feedOf(text: string, from: string): FeedFound {
  const [, pdu = '', outlet = ''] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (!wordFits('name', pdu)) throw new UsageError(`${JSON.stringify(text)} names no outlet; such as pdu1:7`);
  return { pdu, outlet, from };
}

function pduOf(text: string, from: string): PduFacts {
  const [, name = '', family, bracketed = '', digits] =
    /^([^=]+)=(?:([a-z\d-]+)@)?([\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (!wordFits('name', name) || Number(digits ?? 1) > 65_535)
    throw new UsageError(
      `${JSON.stringify(text)} names no PDU; expected its name, family and address, such as pdu1=apc-rpdu2@10.1.1.6`,
    );
  if (family !== undefined && !pduFamilies.some((known) => known === family))
    throw new UsageError(`${family} is no family of PDUs; known here: ${pduFamilies.join(', ')}`);
  return {
    name,
    from,
    ...(family === undefined ? {} : { family }),
    host: bracketed.replaceAll(/^\[|\]$/g, ''),
    ...(digits === undefined ? {} : { port: Number(digits) }),
    protected: [],
  };
}
