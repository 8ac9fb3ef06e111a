import type { Fault, Need } from '../fault/index.ts';
import { mateOf } from '../pair/index.ts';
import type { Phase } from '../timeline/index.ts';
import { faultOf, foreseenTarget, takerOf } from './foreseen.ts';
import type { Scenario } from './scenario.ts';

/** One step of a scenario, in words for whoever owns the rack. */
export interface Step {
  readonly phase: Phase;
  readonly does: string;
}

const seenWhen: Readonly<Record<Need, string>> = {
  console: 'it takes effect between its being typed and the prompt coming back',
  outlet: 'it counts once the PDU reads back that every outlet followed',
  port: 'it counts once the switch reads back that the port followed',
};

/**
 * What is done to the rack, in order, what is watched, and how it is put back. What is broken and how it is mended
 * are the fault's own words; the units are named as they will be if the pair begins as the scenario wants it to.
 */
export function procedureOf(scenario: Scenario): readonly Step[] {
  const fault = faultOf(scenario);
  const target = foreseenTarget(scenario);
  const { begin } = scenario;
  return [
    {
      phase: 'prepare',
      does: `wait for a steady state, by show failover on both consoles: one unit active, the other standby ready, every monitored interface normal; unless ${begin} is the active one, enter failover active on ${begin} and wait again`,
    },
    { phase: 'steady', does: 'prove the steady state once more; without it nothing is broken' },
    { phase: 'fault', does: `${fault.did(target)}; ${seenBy(fault)}` },
    {
      phase: 'watch',
      does: `${watched(scenario)}; both consoles are asked for show failover all the while, and the probes of every flow go on`,
    },
    { phase: 'heal', does: healing(fault, scenario) },
    {
      phase: 'recovered',
      does: 'wait for a steady state again, and see whether roles move back by themselves',
    },
  ];
}

const seenBy = ({ needs }: Fault): string => needs.map((need) => seenWhen[need]).join('; ');

function healing(fault: Fault, scenario: Scenario): string {
  const mended = fault.mended?.(foreseenTarget(scenario));
  return mended === undefined ? 'nothing is broken, so that nothing is to be put back' : mended;
}

/** What ends the watch, in the words of the player; a pair that does something else is watched to the bound. */
function watched(scenario: Scenario): string {
  const { unit } = foreseenTarget(scenario);
  const mate = mateOf(unit);
  if (scenario.watch === 'nothing') return 'watch as long as a wrong failover could take';
  if (scenario.watch === 'mate-failed')
    return `watch until ${mate} says that ${unit} failed, and whether ${mate} stays as it is`;
  return `watch until ${takerOf(scenario, unit)} says that it is active`;
}
