import type { Citation, Finding, ScenarioVerdict, Verdict } from '../judge/index.ts';
import type { Entry } from '../timeline/index.ts';
import { runSentence, standingOf, standingOfRun, standingWords } from './standing.ts';
import type { Standing } from './standing.ts';
import { element } from './xml.ts';
import { cancelledWords, evidenceWords, measuredWords, timesWords, waivedWords, whoWords } from './words.ts';

/**
 * The verdict as JUnit XML: one suite, a case for each scenario. What is neither pass nor fail is an error with its
 * type, and a run that stands worse than its scenarios has a case of its own: no CI sees green where we do not.
 */
export function toJunit(verdict: Verdict, entries: readonly Entry[] = []): string {
  const cases: readonly Case[] = [
    ...verdict.scenarios.map((scenario) => caseOf(scenario, verdict.cited)),
    ...entries.flatMap((entry) => (entry.kind === 'pending' ? [pendingCase(entry.scenario, entry.why)] : [])),
    ...ownCase(verdict),
  ];
  const count = (of: Case['result']): number => cases.filter(({ result }) => result === of).length;
  const totals = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: inSeconds(verdict.scenarios.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)),
  };
  const suite = element(
    'testsuite',
    {
      name: 'fover',
      ...(verdict.startedAt === undefined ? {} : { timestamp: verdict.startedAt }),
      ...totals,
    },
    [propertiesOf(verdict), ...cases.map((one) => caseElement(one, verdict.bench))],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'fover', ...totals }, [suite])}\n`;
}

interface Case {
  readonly name: string;
  readonly seconds: string;
  readonly result: 'pass' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly details: readonly string[];
  readonly requirements: readonly string[];
  readonly told: readonly string[];
}

/** What is waived is skipped: no CI sees it as passed, and none stops for it. */
const results: Readonly<Record<Standing, Case['result']>> = {
  pass: 'pass',
  waived: 'skipped',
  fail: 'failure',
  inconclusive: 'error',
  infrastructure: 'error',
  dirty: 'error',
};

function caseOf(scenario: ScenarioVerdict, cited: readonly Citation[] | undefined): Case {
  const findingWords = (finding: Finding): string => wordsOf(finding, cited);
  const standing = standingOf(scenario);
  const { title, because, findings, assertions, outages, measured, window } = scenario;
  const wrong = findings.filter((finding) => finding.outcome !== 'pass').map(findingWords);
  return {
    name: scenario.scenario,
    seconds: inSeconds(scenario.toMs - scenario.fromMs),
    result: results[standing],
    type: standing,
    message: because,
    details: [
      because,
      ...wrong,
      ...(scenario.doubts ?? []),
      ...assertions.map((assertion) => `the suite: ${assertion}`),
    ],
    requirements: scenario.requirements,
    told: [
      `${standingWords[standing]} ${title}`,
      because,
      timesWords(measured, window),
      ...findings.map(findingWords),
      ...(scenario.cancelled ?? []).map(cancelledWords),
      ...outages.map(
        ({ flow, lost, lasted }) => `outage of ${flow}: ${measuredWords(lasted)}, ${lost} probes lost`,
      ),
    ],
  };
}

function wordsOf(finding: Finding, cited: readonly Citation[] | undefined): string {
  const { outcome, rule, requirements, expected, seen, measured, window, evidence, waived } = finding;
  return [
    `${waived ? waivedWords(waived) : outcome}: ${rule} (${requirements.join(', ')}), ${whoWords(finding)}`,
    `  expected: ${expected}`,
    `  seen: ${seen}`,
    `  ${timesWords(measured, window)}`,
    `  evidence: ${evidenceWords(evidence, cited)}`,
  ].join('\n');
}

function pendingCase(scenario: string, why: string): Case {
  const nothing = { details: [], requirements: [], told: [] };
  return {
    name: scenario,
    seconds: inSeconds(0),
    result: 'skipped',
    type: 'pending',
    message: why,
    ...nothing,
  };
}

/** The run itself, when it stands worse than its scenarios show. */
function ownCase(verdict: Verdict): readonly Case[] {
  const standing = standingOfRun(verdict);
  const shown = verdict.scenarios.some((scenario) => standingOf(scenario) === standing);
  if (standing === 'pass' || shown) return [];
  return [
    {
      name: 'the run itself',
      seconds: inSeconds(0),
      result: standing === 'fail' ? 'failure' : 'error',
      type: standing,
      message: runSentence(verdict),
      details: [runSentence(verdict), ...verdict.doubts, ...verdict.troubles],
      requirements: [],
      told: [],
    },
  ];
}

function caseElement(one: Case, bench: Verdict['bench']): string {
  const properties = one.requirements.map((value) => element('property', { name: 'requirement', value }));
  const fault = { message: one.message, type: one.type };
  return element('testcase', { name: one.name, classname: `fover.${bench}`, time: one.seconds }, [
    ...(properties.length === 0 ? [] : [element('properties', {}, properties)]),
    ...(one.result === 'skipped' ? [element('skipped', { message: one.message })] : []),
    ...(one.result === 'failure' || one.result === 'error'
      ? [element(one.result, fault, one.details.join('\n'))]
      : []),
    ...(one.told.length === 0 ? [] : [element('system-out', {}, one.told.join('\n'))]),
  ]);
}

function propertiesOf(verdict: Verdict): string {
  const requirements = [
    ...new Set(verdict.scenarios.flatMap((scenario) => scenario.requirements)),
  ].toSorted();
  const named: readonly (readonly [string, string | undefined])[] = [
    ['bench', verdict.bench],
    ['topology', verdict.topology?.name],
    ['topology.sha256', verdict.topology?.sha256],
    ['tool', verdict.tool],
    ['outcome', verdict.outcome],
    ['exit-code', String(verdict.exitCode)],
    ['requirements', requirements.join(' ')],
    ...verdict.doubts.map((doubt) => ['doubt', doubt] as const),
    ...verdict.troubles.map((trouble) => ['trouble', trouble] as const),
    ['calibration', verdict.calibration?.standing],
    ...(verdict.waivers ?? []).map(({ told }) => ['waiver', told] as const),
  ];
  const properties = named.flatMap(([name, value]) =>
    value === undefined ? [] : [element('property', { name, value })],
  );
  return element('properties', {}, properties);
}

function inSeconds(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(3);
}
