import { UnreadLineError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { FailoverState, GroupId, UnitName } from '../../pair/index.ts';
import { showFailover } from '../../show/index.ts';
import type { HostFacts } from '../../show/index.ts';
import type { QuickConsole } from './quick-console.ts';

/** What one unit said of itself and of its mate, in its `show failover`. */
export interface UnitStand {
  readonly groups: Readonly<Partial<Record<GroupId, FailoverState>>>;
  readonly mate: Readonly<Partial<Record<GroupId, FailoverState>>>;
  /** Monitored interfaces, on either host, that are not normal, or not yet monitored. */
  readonly ill: readonly string[];
}

/** What both units said in one instant; nothing of a unit that did not answer. */
export interface Stand extends Readonly<Partial<Record<UnitName, UnitStand>>> {
  /** Milliseconds of the virtual clock. */
  readonly atMs: number;
  /** What no parser could read. */
  readonly unread: readonly string[];
}

/** Asks both units where they stand. */
export function standOf(consoles: Readonly<Record<UnitName, QuickConsole>>, atMs: number): Stand {
  const unread: string[] = [];
  const stands = unitNames.map((unit) => {
    const shown = consoles[unit].ask('show failover');
    if (shown === undefined) return [unit, undefined] as const;
    try {
      return [unit, read(shown)] as const;
    } catch (error) {
      if (!(error instanceof UnreadLineError)) throw error;
      unread.push(`${unit}: ${error.message}`);
      return [unit, undefined] as const;
    }
  });
  return { atMs, unread, ...Object.fromEntries(stands) };
}

function read(shown: string): UnitStand {
  const { thisHost, otherHost } = showFailover.parse(shown);
  const hosts = [thisHost, otherHost].flatMap((host) => (host ? [host] : []));
  return {
    groups: statesOf(thisHost),
    mate: statesOf(otherHost),
    ill: hosts.flatMap(({ interfaces }) =>
      interfaces
        .filter(
          ({ health, monitoring }) =>
            monitoring !== 'not-monitored' && (health !== 'normal' || monitoring === 'waiting'),
        )
        .map(({ nameif, health, monitoring }) => `${nameif} is ${health} (${monitoring})`),
    ),
  };
}

function statesOf(host: HostFacts | undefined): UnitStand['groups'] {
  if (!host) return {};
  if (host.state !== undefined) return { 1: host.state };
  return Object.fromEntries(host.groups.map(({ group, state }) => [group, state]));
}

/** The unit on which a group is active, if it is active on one. */
export function activeUnit(stand: Stand, group: GroupId): UnitName | undefined {
  const active = unitNames.filter((unit) => stand[unit]?.groups[group] === 'active');
  return active.length === 1 ? active[0] : undefined;
}

/** What is missing for a pair at rest: every group active on one unit and ready on the other, all interfaces normal. */
export function missingForRest(stand: Stand, groups: readonly GroupId[]): readonly string[] {
  const { primary, secondary } = stand;
  if (!primary || !secondary)
    return unitNames.filter((unit) => !stand[unit]).map((unit) => `${unit} is silent`);
  const states = groups.flatMap((group) => {
    const own = [primary.groups[group], secondary.groups[group]];
    const told = [secondary.mate[group], primary.mate[group]];
    const isSettled = own.includes('active') && own.includes('standby-ready');
    return isSettled && own.every((state, at) => state === told[at])
      ? []
      : [`group ${group} is ${own.join(' and ')}, by the words of the mates ${told.join(' and ')}`];
  });
  return [...states, ...primary.ill, ...secondary.ill];
}
