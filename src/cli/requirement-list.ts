/** The catalogue of requirements as people and programs read it: what each says, and what exercises it. */
import { UsageError } from '../errors.ts';
import { families, requirements, rules } from '../model/index.ts';
import type { ExercisedInRuns } from './exercised-in-runs.ts';
import { notExercised } from './not-exercised.ts';
import { suggestion } from '../nearest.ts';
import type { Requirement, RequirementSource } from '../pair/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { defects, isFirmwareDefect } from '../simulator/index.ts';

/** A requirement with the names of the rules, scenarios and defects that exercise it; it may be that none does. */
export interface Exercised extends Requirement {
  readonly rules: readonly string[];
  readonly scenarios: readonly string[];
  /** Defects of a simulated firmware that break it. */
  readonly defects: readonly string[];
  /** Scenarios that exercised it in the runs that were read; absent if no runs were. */
  readonly exercised?: readonly string[];
  /** Why no scenario that comes with fover exercises it, though a bench could observe it. */
  readonly notExercised?: string;
}

type Asked = Pick<Scenario, 'name' | 'requirements'>;

/**
 * Every requirement with the rules of the model that serve it, the scenarios that name it, the defects that break it
 * and, if runs were read, the scenarios that exercised it there.
 */
export function exercised(scenarios: readonly Asked[], inRuns?: ExercisedInRuns): readonly Exercised[] {
  const firmware = defects.filter(isFirmwareDefect);
  return requirements.map((requirement) => ({
    ...requirement,
    rules: rules
      .filter((rule) => rule.requirements.some(({ id }) => id === requirement.id))
      .map(({ name }) => name),
    scenarios: scenarios
      .filter((scenario) => scenario.requirements.includes(requirement.id))
      .map(({ name }) => name),
    defects: firmware.filter(({ breaks }) => breaks.includes(requirement.id)).map(({ name }) => name),
    ...(inRuns ? { exercised: inRuns.get(requirement.id) ?? [] } : {}),
    ...(notExercised[requirement.id] === undefined
      ? {}
      : { notExercised: notExercised[requirement.id] ?? '' }),
  }));
}

/** Those that a bench could observe and no scenario of the runs that were read exercised. */
export function idle(all: readonly Exercised[]): readonly Exercised[] {
  return all.filter((requirement) => 'by' in requirement.observed && !requirement.exercised?.length);
}

/** The one with this id, in whatever case. Throws `UsageError` with the nearest ids if there is none. */
export function requirementCalled(id: string, all: readonly Exercised[]): Exercised {
  const found = all.find((requirement) => requirement.id === id.toUpperCase());
  if (found) return found;
  const known = all.map((requirement) => requirement.id);
  throw new UsageError(`there is no requirement ${id}${suggestion(id, known)}`);
}

/** The whole catalogue, family by family, two lines for each requirement, and the sum. */
export function catalogueText(all: readonly Exercised[]): string {
  const chapters = Object.entries(families).flatMap(([family, about]) => {
    const members = all.filter(({ id }) => id.startsWith(`${family}-`));
    if (members.length === 0) return [];
    return [`${family}: ${about}, ${members.length} requirements`, ...members.map(shortText)].join('\n\n');
  });
  return `${[...chapters, sumText(all)].join('\n\n')}\n`;
}

/** All that is known of one requirement. */
export function wholeText(requirement: Exercised): string {
  const { id, statement, sources, observed, only, note, differs = [] } = requirement;
  const rows: readonly (readonly [string, string])[] = [
    ...sources.map((source): [string, string] => ['source', sourceText(source)]),
    ...(only === undefined ? [] : [['only', only] as const]),
    ['observed', 'by' in observed ? observed.by.join(', ') : `no: ${observed.unobservable}`],
    ...('by' in observed && observed.how !== undefined ? [['', observed.how] as const] : []),
    ...(note === undefined ? [] : [['note', note] as const]),
    ...differs.map(({ dialects, how }): [string, string] => ['differs', `${dialects}: ${how}`]),
    ['rules', named(requirement.rules)],
    ['scenarios', named(requirement.scenarios)],
    ['defects', named(requirement.defects)],
    ...(requirement.exercised ? [['exercised', named(requirement.exercised)] as const] : []),
    ...(requirement.notExercised === undefined ? [] : [['but', requirement.notExercised] as const]),
  ];
  return `${[`${id}  ${statement}`, ...rows.map(([what, words]) => `  ${what.padEnd(9)}  ${words}`)].join('\n')}\n`;
}

function shortText({
  id,
  statement,
  sources,
  observed,
  rules: serving,
  scenarios,
  defects: breaking,
  exercised: met,
  notExercised: why,
}: Exercised): string {
  const [first, ...more] = sources;
  const source = `${sourceText(first)}${more.length > 0 ? `, and ${more.length} more` : ''}`;
  const seen = 'by' in observed ? `observed by ${observed.by.join(', ')}` : 'cannot be observed';
  const served = `rules: ${named(serving)}; scenarios: ${named(scenarios)}; defects: ${named(breaking)}`;
  const inRuns = met ? `; exercised: ${named(met)}` : '';
  const reason = why === undefined ? [] : [`    not exercised: ${why}`];
  return [`${id}  ${statement}`, `    ${source}`, `    ${seen}; ${served}${inRuns}`, ...reason].join('\n');
}

const named = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none');

function sourceText({ document, section, table }: RequirementSource): string {
  return `${document}: ${section}${table === undefined ? '' : `, ${table}`}`;
}

function sumText(all: readonly Exercised[]): string {
  const observable = all.filter(({ observed }) => 'by' in observed);
  const withRule = observable.filter(({ rules: serving }) => serving.length > 0).length;
  const broken = observable.filter(({ defects: breaking }) => breaking.length > 0).length;
  const withScenario = observable.filter(({ scenarios }) => scenarios.length > 0).length;
  const unserved = observable.filter(
    ({ rules: serving, scenarios }) => serving.length === 0 && scenarios.length === 0,
  );
  return [
    `${all.length} requirements, ${observable.length} of them observable on a bench.`,
    `Of these, rules of the model serve ${withRule} and scenarios name ${withScenario}; neither does so for ${unserved.length}.`,
    `Defects of a simulated firmware break ${broken}.`,
    ...(observable.some(({ exercised: met }) => met)
      ? [`Scenarios of the runs that were read exercised ${observable.length - idle(observable).length}.`]
      : []),
  ].join('\n');
}
