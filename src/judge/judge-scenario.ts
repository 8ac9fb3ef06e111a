import { isControl, worst } from '../pair/index.ts';
import type { Entry } from '../timeline/index.ts';
import { examine } from './examine.ts';
import { docketOf } from './in-order.ts';
import type { Looked } from './look.ts';
import { rounded } from './numbers.ts';
import type { Part } from './part.ts';
import type { Judged, ScenarioVerdict } from './verdict.ts';
import { waivedRunOf } from './waiver.ts';
import type { Waiver } from './waiver.ts';
import { waiving } from './waiving.ts';
import type { Waive } from './waiving.ts';

/**
 * Judges one scenario by its entries alone: as soon as it ended, the same as in the verdict of the whole run,
 * unless an assertion of the suite's own fails in between.
 */
export function judgeScenario(
  entries: Iterable<Entry>,
  scenario: string,
  waivers: readonly Waiver[] = [],
): ScenarioVerdict {
  const docket = docketOf(entries, scenario);
  return judgePart(docket.partOf(scenario, false), waiving(waivers, waivedRunOf(docket)));
}

/** Judges what was cut out of a timeline. */
export function judgePart(part: Part, waive: Waive = () => undefined): ScenarioVerdict {
  const { scenario, begun, ended, lastMs } = part;
  const examined = waivedIn(examine(part), waive);
  const { outcome, because } = conclude(part, examined);
  const { held, cancelled, outages, hard, soft, infrastructure } = examined;
  const decisive = held.find(({ isDecisive }) => isDecisive)?.finding;
  return {
    scenario,
    title: begun?.title ?? scenario,
    outcome,
    infrastructure: infrastructure.length > 0,
    because,
    requirements: begun?.requirements ?? [],
    fromMs: rounded(begun?.atMs ?? 0),
    toMs: rounded(ended?.atMs ?? lastMs),
    findings: held.map(({ finding }) => finding),
    outages,
    ...(begun && isControl(begun.fault) ? { control: begun.fault } : {}),
    ...(cancelled.length > 0 ? { cancelled } : {}),
    ...(decisive?.measured ? { measured: decisive.measured } : {}),
    ...(decisive?.window ? { window: decisive.window } : {}),
    assertions: part.troubles.filter(({ whose }) => whose === 'suite').map(({ message }) => message),
    doubts: [...infrastructure, ...hard, ...soft],
  };
}

/** The same with each finding that fails and is waived marked as such; it still fails. */
function waivedIn(looked: Looked, waive: Waive): Looked {
  const held = looked.held.map((each) => {
    const waived = each.finding.outcome === 'fail' ? waive(each.finding) : undefined;
    return waived ? { ...each, finding: { ...each.finding, waived } } : each;
  });
  return { ...looked, held };
}

/**
 * The worst wins. A contrary sighting fails the scenario whatever else went wrong; then comes trouble with the
 * bench, for a pair that was not really asked cannot fail an assertion of the suite either; then assertions, as
 * long as the evidence is whole; then everything that leaves the question open.
 */
function conclude(
  part: Part,
  { held, infrastructure, hard }: Looked,
): { readonly outcome: Judged; readonly because: string } {
  const findings = held.map(({ finding }) => finding);
  const failed = findings.find(({ outcome, waived }) => outcome === 'fail' && !waived);
  if (failed) return { outcome: 'fail', because: `${failed.rule}: ${failed.seen}.` };
  const [trouble] = infrastructure;
  if (trouble !== undefined)
    return { outcome: 'inconclusive', because: `The bench was in trouble: ${trouble}.` };
  const [doubt] = hard;
  if (doubt !== undefined)
    return { outcome: 'inconclusive', because: `The evidence is not whole: ${doubt}.` };
  const assertion = part.troubles.find(({ whose }) => whose === 'suite');
  if (assertion)
    return { outcome: 'fail', because: `An assertion of the suite failed: ${assertion.message}` };
  const open = findings.find(({ outcome }) => outcome === 'inconclusive');
  if (open) return { outcome: 'inconclusive', because: `${open.rule}: ${open.seen}.` };
  const [waived] = findings.filter((finding) => finding.waived);
  if (waived?.waived)
    return {
      outcome: 'waived',
      because: `Waived until ${waived.waived.expires} (${waived.waived.bug}): ${waived.rule}: ${waived.seen}.`,
    };
  return {
    outcome: worst(findings.map(({ outcome }) => outcome)),
    because: `${headline(held)}; ${findings.length} findings hold.`,
  };
}

/** What a scenario that passes is told by: what was awaited of the fault, or where it only asked, that all was answered. */
function headline(held: Looked['held']): string {
  const decisive = held.find(({ isDecisive }) => isDecisive);
  if (decisive) return decisive.finding.seen;
  const asked = held.filter(({ of }) => of === 'question').length;
  const questions = asked === 1 ? 'the question was' : `all ${asked} questions were`;
  return asked > 0 ? `${questions} answered as must be` : (held[0]?.finding.seen ?? '');
}
