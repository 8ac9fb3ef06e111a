import { requisiteNames } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { everyFault, faults } from '../fault/index.ts';
import { isControl, unitNames } from '../pair/index.ts';
import { actsOf } from './act.ts';
import { foreseenCourse } from './foreseen.ts';
import { mistakeIn } from './mistaken-act.ts';

import type { Mend, Scenario, Strike } from './scenario.ts';
import { strikesOf } from './strikes.ts';

/** Ten minutes: longer than anything the guides give a time for. */
const longestWatchMs = 600_000;

const wanted: readonly (readonly [keyof Strike, readonly string[]])[] = [
  ['fault', Object.keys(everyFault)],
  ['target', ['active', 'standby', ...unitNames]],
];

/**
 * Refuses a scenario that says something we do not know, before anything is touched: a suite in JavaScript is
 * checked by nobody else, and a mistaken `watch` would quietly be taken for another. Throws `UsageError`.
 */
export function refuseMistaken(scenario: Scenario): void {
  const name = JSON.stringify(scenario.name);
  if (typeof scenario.name !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(scenario.name))
    throw new UsageError(`scenario ${name}: a name is lower-case letters, digits and dashes`);
  const mistake =
    headMistake(scenario) ?? struckMistake(scenario) ?? actsOf(scenario).map(mistakeIn).find(Boolean);
  if (mistake !== undefined) throw new UsageError(`scenario ${scenario.name}: ${mistake}`);
  // A fault that strikes one interface says so as soon as it is told what it is to strike.
  for (const { fault, target } of foreseenCourse(scenario)) fault.did(target);
}

function headMistake({ title, requirements, needs = [], begin }: Scenario): string | undefined {
  if (typeof title !== 'string' || title === '') return 'it needs a title, the question in one sentence';
  if (!isTexts(requirements))
    return 'requirements is a list of ids, such as ["AS-ACTIVE-FAILED"]; it may be empty';
  const unknown = needs.find((each) => !requisiteNames.includes(each));
  if (unknown !== undefined) return `it needs ${unknown}; it may need ${requisiteNames.join(', ')}`;
  const said: unknown = begin;
  if (typeof begin !== 'object' || said === null) return oneOf('begin', said, unitNames);
  return oneOf('begin of group 1', begin[1], unitNames) ?? oneOf('begin of group 2', begin[2], unitNames);
}

function struckMistake(scenario: Scenario): string | undefined {
  const { fault, target, watch, next = [] } = scenario;
  const isStruck = [fault, target, watch].some((each) => each !== undefined);
  if (!isStruck && actsOf(scenario).length === 0)
    return `it strikes nothing and asks nothing; fault is one of ${Object.keys(faults).join(', ')}`;
  if (!isStruck && scenario.outageAtMost !== undefined)
    return 'it limits an outage, but nothing is struck over which there could be one';
  if (!isStruck) return next.length > 0 ? 'it has next, but no fault to begin with' : undefined;
  if (fault !== undefined && isControl(fault) && next.length > 0)
    return `${fault} tries the instruments; nothing can strike upon it`;
  const control = next.find((each) => 'fault' in each && isControl(each.fault));
  if (control && 'fault' in control)
    return `${control.fault} tries the instruments; it cannot come upon ${fault}, for nobody predicts what follows`;
  const mistakes = [limitMistake(scenario), ...[scenario, ...next].map(strikeMistake)];
  return mistakes.find((each) => each !== undefined) ?? mendMistake(scenario);
}

function limitMistake({ outageAtMost }: Scenario): string | undefined {
  const said: unknown = outageAtMost;
  if (said === undefined || (typeof said === 'number' && said > 0 && Number.isFinite(said))) return undefined;
  return `outageAtMost is ${JSON.stringify(said)}; it is a number of milliseconds, more than 0`;
}

function strikeMistake(strike: Partial<Strike> | Mend): string | undefined {
  if ('mend' in strike) return watchMistake(strike.watch);
  const mistakes = [
    ...wanted.map(([key, known]) => oneOf(key, strike[key], known)),
    watchMistake(strike.watch),
  ];
  if (strike.group !== undefined && strike.group !== 1 && strike.group !== 2)
    mistakes.push(`group is ${JSON.stringify(strike.group)}; it is 1 or 2`);
  if (strike.interface !== undefined && typeof strike.interface !== 'string')
    mistakes.push('interface is the nameif of one interface');
  return mistakes.find((each) => each !== undefined);
}

function watchMistake(said: unknown): string | undefined {
  if (typeof said !== 'number') return oneOf('watch', said, ['failover', 'mate-failed', 'nothing', 'none']);
  if (said > 0 && said <= longestWatchMs) return undefined;
  return `watch is ${said}; in milliseconds it is more than 0 and at most ${longestWatchMs}`;
}

function mendMistake(scenario: Scenario): string | undefined {
  let struck = 1;
  const mended = new Set<number>();
  for (const each of scenario.next ?? []) {
    if (!('mend' in each)) struck++;
    else if (!strikesOf(scenario)[each.mend] || each.mend >= struck || mended.has(each.mend))
      return `it mends strike ${each.mend}, which does not stand at that moment`;
    else mended.add(each.mend);
  }
  return undefined;
}

function oneOf(key: string, said: unknown, known: readonly string[]): string | undefined {
  if (typeof said === 'string' && known.includes(said)) return undefined;
  return `${key} is ${JSON.stringify(said) ?? 'missing'}; it is one of ${known.join(', ')}`;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
