import type { ScenarioVerdict, Verdict } from '../judge/index.ts';

/** How a scenario or a run stands, in one word: the outcome, unless the bench was at fault. */
export type Standing = 'pass' | 'waived' | 'fail' | 'inconclusive' | 'infrastructure' | 'dirty';

/** The words on badges, in terminals and in CI. */
export const standingWords: Readonly<Record<Standing, string>> = {
  pass: 'PASS',
  waived: 'WAIVED',
  fail: 'FAIL',
  inconclusive: 'INCONCLUSIVE',
  infrastructure: 'INFRASTRUCTURE',
  dirty: 'BENCH LEFT DIRTY',
};

/** A proven `fail` stays one, whatever happened to the bench besides. */
export function standingOf(scenario: ScenarioVerdict): Standing {
  return scenario.infrastructure && scenario.outcome !== 'fail' ? 'infrastructure' : scenario.outcome;
}

const byExitCode: readonly Standing[] = ['pass', 'fail', 'inconclusive', 'infrastructure', 'dirty'];

/** How the run stands, by the exit code of its verdict. */
export function standingOfRun(verdict: Verdict): Standing {
  if (verdict.exitCode === 0 && verdict.outcome === 'waived') return 'waived';
  return byExitCode[verdict.exitCode] ?? 'inconclusive';
}

/** The verdict of the run and why, in one sentence. */
export function runSentence(verdict: Verdict): string {
  const { scenarios, doubts, troubles } = verdict;
  const standing = standingOfRun(verdict);
  const expired = verdict.waivers?.find((waiver) => waiver.standing === 'expired');
  const trouble = troubles[0] ?? doubts[0] ?? expired?.told;
  if (standing === 'dirty')
    return `The bench could not be put back; someone must look at it. ${trouble ?? ''}`.trim();
  if (scenarios.length === 0)
    return `No scenario was played, so nothing is certified. ${trouble ?? ''}`.trim();
  const passing = scenarios.filter((scenario) => standingOf(scenario) === 'pass').length;
  const counts = `${passing} of ${scenarios.length} scenarios pass`;
  const decisive =
    scenarios.find((scenario) => standingOf(scenario) === standing) ??
    scenarios.find((scenario) => standingOf(scenario) !== 'pass');
  if (decisive && standing !== 'pass') return `${counts}. ${decisive.title}: ${decisive.because}`;
  return standing === 'pass' || trouble === undefined ? `${counts}.` : `${counts}, but ${trouble}`;
}

/** What the pair under test was made of; nobody may mistake software for iron. */
export const benchWords: Readonly<Record<Verdict['bench'], string>> = {
  simulated: 'simulated pair',
  real: 'real pair',
  unknown: 'unknown whether real or simulated',
};
