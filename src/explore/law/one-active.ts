import type { Evidence } from '../evidence.ts';
import { common, saidBy, stretches } from '../said.ts';
import type { Stretch } from '../said.ts';
import { maybeIn, worldOf } from '../world.ts';
import type { Spell, World } from '../world.ts';
import type { Law } from './law.ts';

/**
 * Two units are active only if the failover link was down when one of them started («If the failover link is down at
 * startup, both units become active»), or if nothing at all was heard of the active unit while it ran, neither over
 * the failover link nor over another interface. One of them steps down when the link is back.
 */
export const oneActive: Law = {
  name: 'one-active',
  sentence: 'Two units are active only where the guides say so.',
  source: 'ASA 5580 guide, «Failover Actions» (failover link failed at startup), «Unit Health Monitoring»',
  broken: (evidence) => {
    const active = (unit: 'primary' | 'secondary'): readonly Stretch[] =>
      stretches(saidBy(unit, evidence.entries), (role) => role === 'active');
    const world = worldOf(evidence);
    const { unitPollMs } = evidence.journey.pair;
    // A unit that steps down for the other does so with the next hello.
    const passingMs = unitPollMs + 1000;
    return common(active('primary'), active('secondary'))
      .filter(({ fromMs, toMs }) => toMs - fromMs > passingMs)
      .filter((both) => !world.linkDown.some((spell) => allows(spell, both, world, evidence)))
      .map(({ fromMs, toMs }) => `both units are active from ${at(fromMs)} to ${at(toMs)}`);
  },
};

/** The link was down, so that a unit that started did not find the other, or one that ran heard nothing of it. */
function allows(link: Spell, { fromMs, toMs }: Stretch, world: World, evidence: Evidence): boolean {
  const { pair } = evidence.journey;
  const backMs = link.to.hiMs + 2 * pair.unitPollMs + 1000;
  if (link.from.loMs > fromMs || backMs < toMs) return false;
  const bootMs = 1.1 * pair.bootMs + 2 * pair.unitHoldMs + 1000;
  const isStarted = [...world.dark.primary, ...world.dark.secondary].some(({ from, to }) =>
    maybeIn({ from, to: { ...to, hiMs: to.hiMs + bootMs } }, link.from.loMs, link.to.hiMs),
  );
  return isStarted || isCutOff(link, world, pair.interfaces.length);
}

/** At some time with the link down there was no data interface over which one unit could have heard the other. */
function isCutOff(link: Spell, { down }: World, interfaces: number): boolean {
  const names = new Set([...down.primary.keys(), ...down.secondary.keys()]);
  const touched = [...names].filter((name) =>
    [...(down.primary.get(name) ?? []), ...(down.secondary.get(name) ?? [])].some((spell) =>
      maybeIn(spell, link.from.loMs, link.to.hiMs),
    ),
  );
  return touched.length === interfaces;
}

function at(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
