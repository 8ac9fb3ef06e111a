import type { Fault, Need } from '../fault/index.ts';
import { mateOf } from '../pair/index.ts';
import type { Phase } from '../timeline/index.ts';
import { actsOf, changes, isUndone, placeOf, typedBy } from './act.ts';
import type { Act } from './act.ts';
import type { Begin } from './begin.ts';
import { foreseenCourse, takerOf } from './foreseen.ts';
import type { Foreseen } from './foreseen.ts';
import type { Scenario, WatchFor } from './scenario.ts';
import { turnsUntilHeal } from './strikes.ts';

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
 * What is done to the rack, in order, what is watched and asked, and how it is put back. What is broken and how it is
 * mended are the fault's own words; the units are named as they will be if the pair begins as the scenario wants it
 * to and does what is watched for.
 */
export function procedureOf(scenario: Scenario): readonly Step[] {
  const { begin, setup, before, during, after } = scenario;
  const struck = struckSteps(scenario);
  return [
    {
      phase: 'prepare',
      does: `wait for a steady state, by show failover on both consoles: one unit active, the other standby ready, every monitored interface normal; ${beginWords(begin)}`,
    },
    ...actSteps('prepare', setup),
    { phase: 'steady', does: 'prove the steady state once more; without it nothing is broken' },
    ...(struck.length > 0 ? actSteps('steady', before) : []),
    ...struck,
    ...(struck.length > 0 ? [] : actSteps('watch', before)),
    ...actSteps('watch', during),
    ...healSteps(scenario),
    {
      phase: 'recovered',
      does:
        struck.length === 0
          ? 'wait for a steady state again'
          : 'wait for a steady state again, and see whether roles move back by themselves',
    },
    ...actSteps('recovered', after),
    ...undoSteps(scenario),
  ];
}

function beginWords(begin: Begin): string {
  if (typeof begin === 'string')
    return `unless ${begin} is the active one, enter failover active on ${begin} and wait again`;
  const roles = ([1, 2] as const).map((group) => `group ${group} on ${begin[group]}`);
  return `unless ${roles.join(' and ')} are active, enter failover active group there and wait again`;
}

/** The strikes, what is mended in between, and what is watched each time. */
function struckSteps(scenario: Scenario): readonly Step[] {
  const course = foreseenCourse(scenario);
  return turnsUntilHeal(scenario).flatMap(({ watch }, at): readonly Step[] => {
    const foreseen = course[at];
    if (!foreseen) return [];
    if (at > 0) return [{ phase: 'watch', does: `${done(foreseen)}; ${watched(foreseen, watch)}` }];
    return [
      { phase: 'fault', does: done(foreseen) },
      {
        phase: 'watch',
        does: `${watched(foreseen, watch)}; both consoles are asked for show failover all the while, and the probes of every flow go on`,
      },
    ];
  });
}

function healSteps(scenario: Scenario): readonly Step[] {
  const course = foreseenCourse(scenario).slice(turnsUntilHeal(scenario).length);
  if (course.length === 0) return [];
  const mended = course.flatMap(({ fault, target }) => fault.mended?.(target) ?? []);
  const does = mended.length > 0 ? mended.join('; ') : 'nothing is broken, so that nothing is to be put back';
  return [{ phase: 'heal', does }];
}

function done({ does, fault, target }: Foreseen): string {
  if (does === 'heal') return fault.mended?.(target) ?? 'nothing is to be put back';
  return `${fault.did(target)}; ${seenBy(fault)}`;
}

const seenBy = ({ needs, counts }: Fault): string => counts ?? needs.map((need) => seenWhen[need]).join('; ');

/** What ends the watch, in the words of the player; a pair that does something else is watched to the bound. */
function watched({ strike, target: { unit } }: Foreseen, watch: WatchFor): string {
  const mate = mateOf(unit);
  if (watch === 'none') return 'go on at once';
  if (typeof watch === 'number') return `watch for ${watch / 1000} s`;
  if (watch === 'nothing') return 'watch as long as a wrong failover could take';
  if (watch === 'mate-failed')
    return `watch until ${mate} says that ${unit} failed, and whether ${mate} stays as it is`;
  const ofGroup = strike.group === undefined ? '' : ` for group ${strike.group}`;
  return `watch until ${takerOf(strike, unit)} says that it is active${ofGroup}`;
}

function actSteps(phase: Phase, acts: readonly Act[] = []): readonly Step[] {
  return acts.map((act) => {
    const until = act.within === undefined ? '' : `, until it is so, for ${act.within / 1000} s at most`;
    return { phase, does: `${verbOf(act)} ${quoted(typedBy(act))} ${placeOf(act)}${until}: ${act.means}` };
  });
}

function verbOf(act: Act): string {
  if ('look' in act) return 'look at';
  if ('offer' in act) return 'offer';
  return 'enter' in act ? 'configure' : 'enter';
}

const quoted = (lines: readonly string[]): string => lines.map((line) => `«${line}»`).join(', ');

/** What puts back what was typed, the last first. */
function undoSteps(scenario: Scenario): readonly Step[] {
  const acts = actsOf(scenario);
  if (!acts.some(changes)) return [];
  const undone = acts
    .filter(isUndone)
    .toReversed()
    .map((act) => `configure ${quoted(act.undo)} ${placeOf(act)}`);
  const found = 'type the other way round what show running-config shows otherwise than before';
  const check = 'see that both units run with what they ran with before';
  return [{ phase: 'recovered', does: `put back what was typed: ${[...undone, found, check].join('; ')}` }];
}
