import type { Endured, SessionEnd } from '../endured.ts';
import { cardSpells } from '../spells.ts';
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

/** One trouble alone, that is neither one of cables nor one of memory: what was known was known to both units. */
function isPlain(endured: Endured): boolean {
  return (
    endured.suffered.length === 1 &&
    cardSpells(endured).length === 0 &&
    endured.suffered.every(({ woe }) => woe !== 'memory-full')
  );
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
    const stale = endured.old.flatMap((one) => {
      const way = ways(endured, one.group);
      const mustLive = one.carried === 'udp' || isReplicated(endured, one) || way.length === 1;
      if (!one.alive && mustLive && isPlain(endured))
        return [`${one.where} does not survive ${way.join(', ')}`];
      const mayLive = one.carried === 'udp' || isReplicated(endured, one) || way.length === 1;
      return one.alive && !mayLive ? [`${one.where} survives ${way.join(', ')}, and nobody told of it`] : [];
    });
    const fresh = endured.fresh.filter(({ alive }) => !alive);
    return [...stale, ...fresh.map(({ where }) => `${where} does not pass through a pair at rest`)];
  },
};
