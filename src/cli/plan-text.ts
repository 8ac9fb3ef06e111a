/** A plan in plain words, for whoever owns the rack. */
import type { Predicted } from '../model/index.ts';
import { unitNames } from '../pair/index.ts';
import type { Bounds } from '../scenario/index.ts';
import type { Foretold } from './foretold.ts';
import type { Plan, PlannedScenario, PlannedStep } from './planned.ts';
import { headText, numbered, stepText } from './scenario-list.ts';
import { seconds } from './terminal.ts';

/** All of it: how the bench is brought up, scenario by scenario, what is pending, and the sum. */
export function planText(plan: Plan): string {
  const { topology, bringUp, scenarios, pending } = plan;
  const bringing = bringUp.map((step, index) => `  ${index + 1}. ${step.does} (${lasting(step)})`);
  const chapters = [
    `What a run would do on ${topology}; nothing has been touched.`,
    ['Before the first scenario:', ...bringing].join('\n'),
    ...scenarios.map(scenarioText),
    ...(pending.length > 0
      ? [
          ['Not played on this bench:', ...pending.map((each) => `  ${each.scenario}: ${each.why}`)].join(
            '\n',
          ),
        ]
      : []),
    ...untriedText(plan),
    sumText(plan),
  ];
  return `${chapters.join('\n\n')}\n`;
}

function scenarioText({ scenario, steps, touches, foretold, takes }: PlannedScenario): string {
  return [
    headText(scenario),
    `  touches: ${touches.map(({ called }) => called).join(', ')}`,
    ...steps.map((step, index) => `${stepText(step, index)}${spanText(step, steps[index - 1])}`),
    '  what must follow:',
    ...foretold.flatMap(foretoldText),
    `  takes: ${lasting(takes)}`,
  ].join('\n');
}

/** How long a phase takes, behind its first step. */
function spanText(step: PlannedStep, before: PlannedStep | undefined): string {
  return before?.phase === step.phase ? '' : ` (${lasting(step)})`;
}

function foretoldText({ after, predicted }: Foretold): readonly string[] {
  const when = after === 'fault' ? 'after the fault' : 'after the healing';
  if (predicted.length === 0) return [`    ${when}: the guides say nothing`];
  return predicted.map((each) => `    ${when}: ${windowText(each)}, because ${each.because}`);
}

function windowText(predicted: Predicted): string {
  const { group, states } = predicted;
  const who = group === undefined ? predicted.who : `group ${group} on ${predicted.who}`;
  const [state = ''] = states;
  if (predicted.prediction === 'stays') return `${who} stays ${state} for ${seconds(predicted.forMs)}`;
  const { earliestMs, latestMs, saidBy } = predicted;
  const said = saidBy === 'mate' ? `${who} is ${state} for its mate` : `${who} is ${state}`;
  if (!Number.isFinite(latestMs)) return `${said}, for which no time is given`;
  return `${said} within ${seconds(earliestMs)} to ${seconds(latestMs)}`;
}

/** `3.5 s to 30 s`, `at most 60 s`, `at once`. */
function lasting({ leastMs, mostMs }: Bounds): string {
  if (mostMs === 0) return 'at once';
  return leastMs === 0 ? `at most ${seconds(mostMs)}` : `${seconds(leastMs)} to ${seconds(mostMs)}`;
}

function untriedText({ drivers }: Plan): readonly string[] {
  const written = drivers.filter(({ proof }) => proof === 'written');
  if (written.length === 0) return [];
  const told = written.map(({ device, driver, source }) => `  ${device}: ${driver}, from ${source}`);
  return [
    ['Drivers that were written from documents, and have never met their hardware:', ...told].join('\n'),
  ];
}

function cutsText(unit: string, { times, hour, day }: Plan['cuts']['primary']): string {
  return `of ${unit} ${numbered(times, 'time')}, where ${hour} an hour and ${day} a day are allowed`;
}

function sumText({ scenarios, pending, touches, cuts, takes }: Plan): string {
  const left = pending.length > 0 ? `, ${pending.length} not played on this bench` : '';
  return [
    `${numbered(scenarios.length, 'scenario')}${left}; ${lasting(takes)} when every device does as it is asked.`,
    `Touched in all: ${touches.length > 0 ? touches.map(({ called }) => called).join(', ') : 'nothing'}.`,
    `Power is cut: ${unitNames.map((unit) => cutsText(unit, cuts[unit])).join('; ')}. Never of both units at once.`,
    'Both consoles are asked for show failover from the first step to the last, and told failover active where a scenario begins with the other unit active.',
    'Put back: each scenario heals its fault as its step says. What is broken is written down and fsynced before it is;',
    'what a scenario could not put back is put back before the next one begins and when the bench is closed, the last first.',
  ].join('\n');
}
