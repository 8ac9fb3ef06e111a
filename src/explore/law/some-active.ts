import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { leaderlessBoundMs } from '../bounds.ts';
import type { Evidence } from '../evidence.ts';
import { common, saidBy, stretches } from '../said.ts';
import type { Stretch } from '../said.ts';
import type { JourneyPair } from '../journey.ts';
import { maybeIn, worldOf } from '../world.ts';
import type { Spell } from '../world.ts';
import type { Law } from './law.ts';

/**
 * While a unit has power and the failover link is in order, the pair is not without an active unit for longer than
 * the timers allow. With the link down nobody takes over («the unit cannot fail over to the standby unit while the
 * failover link is down»), so that time does not count, and neither does what follows at once.
 */
export const someActive: Law = {
  name: 'some-active',
  sentence: 'A pair that can have an active unit has one within the times that its timers allow.',
  source: 'ASA 5580 guide, «Unit Health Monitoring», «Failover Actions»',
  broken: (evidence) => {
    const boundMs = leaderlessBoundMs(evidence.journey.pair);
    const idle = (unit: UnitName): readonly Stretch[] =>
      stretches(saidBy(unit, evidence.entries), (role) => role !== 'active');
    return common(idle('primary'), idle('secondary'))
      .filter(({ fromMs }) => fromMs >= evidence.beganMs)
      .flatMap((none) => couldLead(none, evidence))
      .filter(({ fromMs, toMs }) => toMs - fromMs > boundMs)
      .map(({ fromMs, toMs }) => `no unit is active from ${fromMs.toFixed(0)} ms to ${toMs.toFixed(0)} ms`);
  },
};

/** The parts of the stretch in which one unit had power all the time, and the failover link was never in doubt. */
function couldLead(none: Stretch, evidence: Evidence): readonly Stretch[] {
  const world = worldOf(evidence);
  const { pair } = evidence.journey;
  return unitNames.flatMap((unit) => {
    const dark = [...world.dark.primary, ...world.dark.secondary];
    const links = world.linkDown.map((link) => untilHeard(link, dark, pair));
    const spells = [...world.dark[unit], ...links];
    const cuts = spells.filter((spell) => maybeIn(spell, none.fromMs - pair.unitHoldMs, none.toMs));
    return pieces(none, cuts);
  });
}

function pieces(
  none: Stretch,
  cuts: readonly { readonly from: { loMs: number }; readonly to: { hiMs: number } }[],
): readonly Stretch[] {
  return cuts.reduce<readonly Stretch[]>(
    (parts, cut) =>
      parts.flatMap(({ fromMs, toMs }) =>
        [
          { fromMs, toMs: Math.min(toMs, cut.from.loMs) },
          { fromMs: Math.max(fromMs, cut.to.hiMs), toMs },
        ].filter((part) => part.toMs > part.fromMs),
      ),
    [none],
  );
}

/** A link that came back while a unit was dark is known to be back when that unit has booted and is heard. */
function untilHeard(link: Spell, dark: readonly Spell[], pair: JourneyPair): Spell {
  const bootMs = 1.1 * pair.bootMs + 2 * pair.unitPollMs + 1000;
  const last = dark
    .filter((spell) => maybeIn(spell, link.from.loMs, link.to.hiMs))
    .map(({ to }) => to.hiMs + bootMs);
  return { from: link.from, to: { loMs: link.to.loMs, hiMs: Math.max(link.to.hiMs, ...last) } };
}
