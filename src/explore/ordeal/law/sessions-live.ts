import type { Endured, SessionEnd } from '../endured.ts';
import { cardSpells, linkSpells } from '../spells.ts';
import { activeUnit } from '../stand.ts';
import type { OrdealLaw } from './law.ts';

/** Where the group of a session was active, one after the other. */
function ways({ stands, beganMs }: Endured, group: 1 | 2): readonly string[] {
  const seen = stands.filter(({ atMs }) => atMs >= (beganMs ?? Infinity));
  return seen.reduce<readonly string[]>((way, stand) => {
    const unit = activeUnit(stand, group);
    return unit === undefined || unit === way.at(-1) ? way : [...way, unit];
  }, []);
}

/** The state of a session is told to the mate, and is with whoever takes over. */
function isReplicated({ ordeal: { pair } }: Endured, { carried }: SessionEnd): boolean {
  return pair.stateLink !== 'none' && (carried !== 'http' || pair.replicateHttp);
}

/**
 * One trouble alone, that leaves what was known with both units: none of cables or memory. «If there are security
 * contexts in the active state on the peer unit, the write standby command causes active connections through those
 * contexts to be terminated.»
 */
function isPlain(endured: Endured): boolean {
  const { suffered, ordeal } = endured;
  const isActiveActive = ordeal.pair.kind === 'active-active';
  return (
    suffered.length === 1 &&
    cardSpells(endured).length === 0 &&
    linkSpells(endured).length === 0 &&
    suffered.every(({ woe }) => woe !== 'memory-full' && !(isActiveActive && woe === 'write-standby'))
  );
}

/**
 * «Layer 2 bridge table» is among what Stateful Failover passes: without it a bridge that takes over cannot speak for
 * the stations beside it, and the switches send their frames to the other unit until they forget (five minutes).
 */
function isForgotten({ ordeal: { pair } }: Endured, way: readonly string[]): boolean {
  return pair.kind === 'transparent' && pair.stateLink === 'none' && way.length > 1;
}

/** What became of a session otherwise than it must: it was open before the first trouble. */
function wrong(endured: Endured, one: SessionEnd): readonly string[] {
  const way = ways(endured, one.group);
  // What is said in datagrams makes a connection of its own wherever it comes through.
  const livesOn = one.carried === 'udp' || isReplicated(endured, one) || way.length === 1;
  if (one.alive) return livesOn ? [] : [`${one.where} survives ${way.join(', ')}, and nobody told of it`];
  if (!livesOn || !isPlain(endured) || isForgotten(endured, way)) return [];
  return [`${one.where} does not survive ${way.join(', ')}`];
}

/**
 * What passed to the standby unit goes on there; everything else ends with the unit that knew of it. A session that
 * nothing happened to lives, replicated or not.
 */
export const sessionsLive: OrdealLaw = {
  name: 'sessions-live',
  sentence: 'Sessions that must survive a failover do, and those that may not, do not.',
  source: 'ASA 5580 guide, «Stateless (Regular) and Stateful Failover», Table 13-1',
  broken: (endured) => {
    if (endured.missing.length > 0) return [];
    const fresh = endured.fresh.filter(
      ({ alive, group }) => !alive && !isForgotten(endured, ways(endured, group)),
    );
    return [
      ...endured.old.flatMap((one) => wrong(endured, one)),
      ...fresh.map(({ where }) => `${where} does not pass through a pair at rest`),
    ];
  },
};
