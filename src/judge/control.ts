import { elapsed, unitNames } from '../pair/index.ts';
import type { Control, Interval, UnitName } from '../pair/index.ts';
import type { Action } from '../timeline/index.ts';
import type { Break, FlowRecord } from './flow-record.ts';
import type { Gathered } from './gathered.ts';
import { counted, measure, roundedInterval, seconds } from './numbers.ts';
import type { Steady } from './steady.ts';
import type { Finding } from './verdict.ts';
import type { Word } from './word.ts';

/**
 * What the instruments made of a control. It is they who are held against what was done, not the pair: what does not
 * come out leaves everything open, and fails nobody.
 */
export function holdControl(
  control: Control,
  gathered: Gathered,
  { sinceMs }: Steady,
  endMs: number,
): readonly Finding[] {
  const { flows, actions, told } = gathered;
  if (control === 'nothing')
    return [
      ...unitNames.map((unit) => holdUnmoved(unit, told.words, sinceMs)),
      ...flows.map((flow) => holdWhole(flow, sinceMs, endMs)),
    ];
  const [shut, open] = [effectOf(actions, 'fault'), effectOf(actions, 'heal')];
  if (!shut || !open || flows.length === 0)
    return [untried(flows.length === 0 ? 'no probe is on record' : 'when it began or ended is not known')];
  const dark = { shut, open };
  return flows.map((flow) => (control === 'blackout' ? holdDark(flow, dark) : holdMeasured(flow, dark)));
}

/** When every flow was cut off, and when it was let through again. */
interface Dark {
  readonly shut: Interval;
  readonly open: Interval;
}

const effectOf = (actions: readonly Action[], of: Action['role']): Interval | undefined =>
  actions.find(({ role, failed }) => role === of && failed === undefined)?.effectiveMs;

type Rest = Pick<Finding, 'seen' | 'evidence'> & Partial<Finding> & { readonly holds: boolean };

function finding(rule: string, expected: string, { holds, ...rest }: Rest): Finding {
  const outcome = holds ? 'pass' : 'inconclusive';
  return { rule, requirements: [], expected, who: 'primary', outcome, ...rest };
}

const untried = (why: string): Finding =>
  finding('all traffic cut off', 'every flow is cut off, and let through again', {
    holds: false,
    seen: why,
    evidence: [],
  });

/** When nothing is done a unit, or each group on it, stays what it is. */
function holdUnmoved(who: UnitName, words: readonly Word[], sinceMs: number): Finding {
  const own = words.filter(
    ({ unit, saidBy, askedMs }) => unit === who && saidBy === 'itself' && askedMs >= sinceMs,
  );
  const firstOf = new Map<Word['group'], Word>();
  for (const word of own) if (!firstOf.has(word.group)) firstOf.set(word.group, word);
  const moved = own.find(({ group, state }) => firstOf.get(group)?.state !== state);
  const said = [...firstOf.values()].map(stateOf).join(' and ');
  const seen = moved
    ? `it says that it is ${stateOf(moved)}, at ${seconds(moved.askedMs)} of the run; it was ${said}`
    : said === ''
      ? 'it did not say how it is'
      : `it says all the while that it is ${said}`;
  return finding('nothing moves by itself', `${who} stays as it is, for nothing is done`, {
    holds: moved === undefined && said !== '',
    who,
    seen,
    evidence: [...firstOf.values(), ...(moved ? [moved] : [])].map(({ seq }) => seq),
  });
}

const stateOf = ({ group, state }: Word): string =>
  group === undefined ? state : `${state} in group ${group}`;

/** When nothing is done not one probe is lost. */
function holdWhole({ flow, breaks, flaws, covers }: FlowRecord, sinceMs: number, endMs: number): Finding {
  const mine = breaks.filter(({ sent }) => sent.hiMs >= sinceMs && sent.loMs <= endMs);
  const lost = mine.reduce((sum, each) => sum + each.lost, 0);
  const isCovered = covers.loMs <= sinceMs && covers.hiMs > sinceMs;
  const said = `${counted(lost, 'probe')} of flow ${flow} lost in ${seconds(covers.hiMs - sinceMs)}`;
  const doubt = flaws[0] ?? (isCovered ? undefined : 'not all of the time is accounted for');
  return finding('nothing is lost by itself', `no probe of flow ${flow} is lost, for nothing is done`, {
    holds: lost === 0 && doubt === undefined,
    seen: doubt === undefined ? said : `${said}, but ${doubt}`,
    evidence: mine.flatMap(({ evidence }) => evidence),
  });
}

/** The interruption that leaves no room for a probe which came through while the flow was cut off. */
const darkness = ({ breaks }: FlowRecord, { shut, open }: Dark): Break | undefined =>
  breaks.find(({ within }) => within.loMs <= shut.hiMs && within.hiMs >= open.loMs);

/** When everything is cut off every probe is lost. */
function holdDark(record: FlowRecord, dark: Dark): Finding {
  const { flow, flaws } = record;
  const whole = darkness(record, dark);
  const cutMs = dark.open.loMs - dark.shut.hiMs;
  const [flaw] = flaws;
  const seen = whole
    ? `${counted(whole.lost, 'probe')} of it lost, and none came through in between`
    : 'probes of it came through while it was cut off, or were never accounted for';
  return finding(
    'a blackout is seen',
    `every probe of flow ${flow} is lost while it is cut off, for ${seconds(cutMs)}`,
    {
      holds: whole !== undefined && cutMs > 0 && flaw === undefined,
      seen: flaw === undefined ? seen : `${seen}, but ${flaw}`,
      evidence: whole?.evidence ?? [],
    },
  );
}

/** When everything is cut off for a known time, the outage is measured as long as that. */
function holdMeasured(record: FlowRecord, dark: Dark): Finding {
  const { flow, flaws } = record;
  const known = elapsed(dark.shut, dark.open);
  const whole = darkness(record, dark);
  const expected = `the outage of flow ${flow} is measured as ${measure(known)}, for so long it was cut off`;
  const rule = 'an outage is measured';
  if (!whole || !Number.isFinite(whole.within.hiMs))
    return finding(rule, expected, {
      holds: false,
      seen: whole ? 'it never came back' : 'no outage of it spans the time in which it was cut off',
      evidence: whole?.evidence ?? [],
    });
  const { sent, within } = whole;
  const measured = { loMs: sent.hiMs - sent.loMs, hiMs: within.hiMs - within.loMs };
  const [flaw] = flaws;
  return finding(rule, expected, {
    holds: measured.loMs <= known.hiMs && known.loMs <= measured.hiMs && flaw === undefined,
    seen: `it was measured as ${measure(measured)}${flaw === undefined ? '' : `, but ${flaw}`}`,
    measured: roundedInterval(measured),
    window: roundedInterval(known),
    evidence: whole.evidence,
  });
}
