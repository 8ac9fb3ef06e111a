import { basename } from 'node:path';
import type { Coverage } from './coverage.ts';
import type { Rehearsed, RehearsedSuite } from './rehearsed.ts';

const marks: Readonly<Record<Rehearsed['outcome'], string>> = {
  pass: '✔',
  pending: '–',
  fail: '✘',
  inconclusive: '?',
  infrastructure: '⚡',
  broken: '☠',
};

/** A suite on one topology: a line for each scenario, and all that is known of those that did not pass. */
export function suiteText({ suite, topology, scenarios, trouble }: RehearsedSuite): string {
  const lines = scenarios.flatMap((one) => [scenarioLine(one), ...one.course.map((line) => `      ${line}`)]);
  const wrong = trouble === undefined ? [] : [`  ☠ ${trouble}`];
  return [`${suite} on ${basename(topology, '.yaml')}`, ...lines, ...wrong, ''].join('\n');
}

function scenarioLine({ name, outcome, because, virtualMs, wallMs, findings }: Rehearsed): string {
  const took =
    outcome === 'pending' ? '' : ` (${(virtualMs / 1000).toFixed(1)} s virtual, ${wallMs.toFixed(0)} ms)`;
  const head = `  ${marks[outcome]} ${name}: ${outcome}${took}: ${because}`;
  const wrong = findings.filter((one) => one.outcome !== 'pass');
  const told = wrong.map(
    ({ outcome: found, rule, who, expected, seen, requirements }) =>
      `      ${found} ${rule} (${who ?? 'pair'}; ${requirements.join(', ')}): expected ${expected}; seen ${seen}`,
  );
  return [head, ...told].join('\n');
}

/** How scenarios ended, counted, and what they exercised of the guides, family by family, with what is left. */
export function closingText(suites: readonly RehearsedSuite[], coverage: Coverage, wallMs: number): string {
  const scenarios = suites.flatMap((one) => one.scenarios);
  const counts = Object.keys(marks)
    .map((outcome) => [outcome, scenarios.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  const virtualS = scenarios.reduce((sum, one) => sum + one.virtualMs, 0) / 1000;
  const { observable, exercised, idle, byFamily } = coverage;
  return [
    `${scenarios.length} scenarios: ${counts.join(', ') || 'none'}; ${virtualS.toFixed(0)} s of the pair in ${(wallMs / 1000).toFixed(1)} s`,
    `exercised by passing findings: ${exercised.length} of ${observable} observable requirements`,
    ...byFamily.map((one) => `  ${one.family.padEnd(6)}${one.exercised} of ${one.observable}`),
    `not exercised: ${idle.join(' ') || 'none'}`,
  ].join('\n');
}
