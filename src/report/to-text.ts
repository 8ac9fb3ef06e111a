import type { Citation, Finding, ScenarioVerdict, Verdict } from '../judge/index.ts';
import type { Entry } from '../timeline/index.ts';
import { benchWords, runSentence, standingOf, standingOfRun, standingWords } from './standing.ts';
import { visibleLine } from './visible-text.ts';
import { cancelledWords, evidenceWords, timesWords, waivedWords, whoWords } from './words.ts';

/** The verdict for a terminal: a few plain lines a scenario, and a last line that says it all. */
export function toText(verdict: Verdict, entries: readonly Entry[] = []): string {
  const lines = [
    ...verdict.scenarios.flatMap((scenario) => scenarioLines(scenario, verdict.cited)),
    ...entries.flatMap((entry) => (entry.kind === 'pending' ? pendingLines(entry.scenario, entry.why) : [])),
  ];
  return [...lines, conclusionText(verdict)].join('\n');
}

/** The end of `toText`: what no scenario tells already, and the last line. */
export function conclusionText(verdict: Verdict): string {
  const told = verdict.scenarios.map(({ scenario }) => `${scenario}: `);
  const ofTheRun = (text: string): boolean => !told.some((scenario) => text.startsWith(scenario));
  const lines = [
    ...verdict.doubts.filter(ofTheRun).map((doubt) => plain(`doubt: ${doubt}`)),
    ...verdict.troubles.filter(ofTheRun).map((trouble) => plain(`trouble: ${trouble}`)),
    ...(verdict.calibration ? [plain(verdict.calibration.told)] : []),
    ...(verdict.waivers ?? []).map(({ told: words }) => plain(words)),
    plain(`${standingWords[standingOfRun(verdict)]} (${benchWords[verdict.bench]}): ${runSentence(verdict)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What `toText` says of one scenario, for those who tell of it as soon as it ends. No newline at the end. */
export function scenarioText(scenario: ScenarioVerdict): string {
  return scenarioLines(scenario).join('\n');
}

function scenarioLines(scenario: ScenarioVerdict, cited?: readonly Citation[]): readonly string[] {
  const { title, measured, window, because, findings, assertions, requirements } = scenario;
  const standing = standingOf(scenario);
  return [
    plain(`${standingWords[standing].padEnd(widest)} ${title}`),
    ...(measured || window ? [below(timesWords(measured, window))] : []),
    below(because),
    ...findings
      .filter((finding) => finding.outcome !== 'pass')
      .map((finding) => below(findingWords(finding, cited))),
    ...(scenario.cancelled ?? []).map((each) => below(cancelledWords(each))),
    ...(scenario.doubts ?? []).map((doubt) => below(`doubt: ${doubt}`)),
    ...assertions.map((assertion) => below(`the suite: ${assertion}`)),
    ...(standing === 'pass' || requirements.length === 0
      ? []
      : [below(`requirements ${requirements.join(', ')}`)]),
  ];
}

function pendingLines(scenario: string, why: string): readonly string[] {
  return [plain(`${'PENDING'.padEnd(widest)} ${scenario}`), below(why)];
}

function findingWords(finding: Finding, cited?: readonly Citation[]): string {
  const { outcome, rule, requirements, group, expected, seen, evidence, waived } = finding;
  const whom = group === undefined ? '' : `, ${whoWords(finding)}`;
  const serves = requirements.length === 0 ? '' : ` (${requirements.join(', ')})`;
  const rests = evidence.length === 0 ? '' : `; evidence ${evidenceWords(evidence, cited)}`;
  const word = waived ? waivedWords(waived) : outcome;
  return `${word}: ${rule}${whom}${serves}: expected ${expected}; seen ${seen}${rests}`;
}

const widest = Math.max(
  ...Object.values(standingWords)
    .filter((word) => !word.includes(' '))
    .map((word) => word.length),
);
const plain = (text: string): string => visibleLine(text).trimEnd();
const below = (text: string): string => `${' '.repeat(widest + 1)}${plain(text)}`;
