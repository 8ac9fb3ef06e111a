import { UsageError } from '../errors.ts';
import { faults } from '../fault/index.ts';
import { unitNames } from '../pair/index.ts';
import { faultOf, foreseenTarget } from './foreseen.ts';
import type { Scenario } from './scenario.ts';

const wanted: readonly (readonly [keyof Scenario, readonly string[]])[] = [
  ['begin', unitNames],
  ['fault', Object.keys(faults)],
  ['target', ['active', 'standby']],
  ['watch', ['failover', 'mate-failed', 'nothing']],
];

/**
 * Refuses a scenario that says something we do not know, before anything is touched: a suite in JavaScript is
 * checked by nobody else, and a mistaken `watch` would quietly be taken for another. Throws `UsageError`.
 */
export function refuseMistaken(scenario: Scenario): void {
  const name = JSON.stringify(scenario.name);
  if (typeof scenario.name !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(scenario.name))
    throw new UsageError(`scenario ${name}: a name is lower-case letters, digits and dashes`);
  const refuse = (why: string): never => {
    throw new UsageError(`scenario ${scenario.name}: ${why}`);
  };
  if (typeof scenario.title !== 'string' || scenario.title === '')
    refuse('it needs a title, the question in one sentence');
  if (!isTexts(scenario.requirements))
    refuse('requirements is a list of ids, such as ["AS-ACTIVE-FAILED"]; it may be empty');
  for (const [key, known] of wanted) {
    const said: unknown = scenario[key];
    if (typeof said !== 'string' || !known.includes(said))
      refuse(`${key} is ${JSON.stringify(said) ?? 'missing'}; it is one of ${known.join(', ')}`);
  }
  if (scenario.interface !== undefined && typeof scenario.interface !== 'string')
    refuse('interface is the nameif of one interface');
  // A fault that strikes one interface says so as soon as it is told what it is to strike.
  faultOf(scenario).did(foreseenTarget(scenario));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
