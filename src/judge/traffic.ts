import { operation, activeStandby } from '../model/index.ts';
import { mateOf } from '../pair/index.ts';
import type { Stimulus, StimulusName, UnitName } from '../pair/index.ts';
import type { Asked } from './asked.ts';
import type { Break, FlowRecord } from './flow-record.ts';
import { counted, rounded, seconds, span } from './numbers.ts';
import type { Finding, Outage } from './verdict.ts';

/** A flow that is dead for this long, in milliseconds, when the watch ends did not just lose a probe. */
const deadMs = 1000;

/** The outages of a flow, as a verdict tells them. */
export function outagesOf({ flow, breaks }: FlowRecord): readonly Outage[] {
  return breaks.map(({ lost, sent, within, evidence }) => {
    const isBack = Number.isFinite(within.hiMs);
    return {
      flow,
      fromMs: rounded(within.loMs),
      toMs: rounded(isBack ? within.hiMs : sent.hiMs),
      lasted: {
        loMs: rounded(sent.hiMs - sent.loMs),
        hiMs: isBack ? rounded(within.hiMs - within.loMs) : null,
      },
      lost,
      evidence,
    };
  });
}

/**
 * What must be so of traffic after this strike: nothing lost where nobody fails over, and back where somebody does.
 * Nothing is demanded of a unit whose interfaces were taken by an earlier strike, or once a later one takes them, nor
 * where an earlier one took an interface of a group from either unit and only one of the groups moves: the flows may
 * have no way.
 */
export function holdTraffic(
  course: readonly Asked[],
  at: number,
  flows: readonly FlowRecord[],
): readonly Finding[] {
  const asked = course[at];
  if (!asked || asked.role !== 'fault') return [];
  const earlier = course.slice(0, at).flatMap(({ stimuli }) => stimuli);
  const takers = asked.awaited.filter(
    ({ prediction }) => prediction.prediction === 'becomes' && prediction.states.includes('active'),
  );
  const taker = takers[0]?.prediction;
  if (taker?.prediction === 'becomes') {
    const latestMs = asked.effect.hiMs + taker.latestMs;
    const wayUntilMs =
      course.slice(at + 1).find(({ stimuli }) => isPartly(taker.who, stimuli))?.effect.loMs ?? Infinity;
    const isCut = takers.some(
      ({ end, prediction: { who, group } }) =>
        (end && end.effect.loMs < latestMs) ||
        isPartly(who, earlier) ||
        (group !== undefined && isPartly(mateOf(who), earlier)),
    );
    const untilMs = takers.reduce((least, each) => Math.min(least, each.untilMs), wayUntilMs);
    return isCut || wayUntilMs < latestMs
      ? []
      : flows.map((flow) => holdBack(flow, { ...asked, untilMs }, taker.who, latestMs));
  }
  const keeper = asked.awaited
    .map(({ prediction }) => prediction)
    .find((prediction) => prediction.prediction === 'stays' && prediction.states.includes('active'));
  const isQuiet = asked.stimuli.every(({ stimulus }) => quiet.includes(stimulus));
  if (keeper?.prediction !== 'stays' || !isQuiet || earlier.length > 0) return [];
  return flows.map((flow) => holdFlowing(flow, asked, keeper.who, asked.effect.hiMs + keeper.forMs));
}

/** What takes nothing from the unit that forwards. */
const quiet: readonly StimulusName[] = ['failover-link-down', 'unit-silent'];

/** Whether an interface was taken from the unit, or the network of one from both; that it was given back is left out. */
const isPartly = (who: UnitName, earlier: readonly Stimulus[]): boolean =>
  earlier.some(
    (one) =>
      one.stimulus === 'segment-silent' ||
      ((one.stimulus === 'interface-down' || one.stimulus === 'interface-cut-off') && one.unit === who),
  );

/** What is told of one flow, in the parts of a finding. */
type Told = Pick<Finding, 'outcome' | 'seen' | 'evidence'>;

/** Not more than one probe of the flow is lost: no failover happens, so forwarding goes on. */
function holdFlowing(flow: FlowRecord, asked: Asked, who: UnitName, neededMs: number): Finding {
  return {
    rule: 'traffic keeps flowing',
    requirements: [activeStandby.oneActive.id],
    expected: `${who} goes on forwarding flow ${flow.flow}: no failover happens, so at most one probe is lost`,
    who,
    ...flowing(flow, asked, neededMs),
  };
}

function flowing(
  { flow, breaks, flaws, covers }: FlowRecord,
  { effect, untilMs, seq, did }: Asked,
  neededMs: number,
): Told {
  const mine = breaks.filter((each) => lostIn(each, effect.loMs, untilMs) > 0);
  const lost = mine.reduce((sum, each) => sum + lostIn(each, effect.loMs, untilMs), 0);
  const said = `${counted(lost, 'probe')} of flow ${flow} lost after «${did}»`;
  const evidence = [seq, ...mine.flatMap((each) => each.evidence)];
  const [flaw] = flaws;
  if (flaw !== undefined) return { outcome: 'inconclusive', seen: `${said}, but ${flaw}`, evidence };
  if (lost > 1) return { outcome: 'fail', seen: said, evidence };
  const isCovered = covers.loMs <= effect.loMs && covers.hiMs >= Math.min(neededMs, untilMs);
  return isCovered
    ? { outcome: 'pass', seen: said, evidence }
    : { outcome: 'inconclusive', seen: `${said}, but not all of the time is accounted for`, evidence };
}

/**
 * How many probes of the break were sent from the one instant until before the other: what a later strike loses is not
 * held against an earlier one. They are sent at even intervals.
 */
function lostIn({ lost, sent }: Break, fromMs: number, untilMs: number): number {
  const everyMs = (sent.hiMs - sent.loMs) / Math.max(1, lost - 1);
  const sentBefore = (ms: number): number => {
    if (sent.loMs >= ms) return 0;
    return sent.hiMs < ms ? lost : Math.ceil((ms - sent.loMs) / everyMs);
  };
  return sentBefore(untilMs) - sentBefore(fromMs);
}

/** By the end of the watch the flow passes again, through the unit that took over. */
function holdBack(flow: FlowRecord, asked: Asked, who: UnitName, latestMs: number): Finding {
  return {
    rule: 'traffic comes back',
    requirements: [operation.trafficAfterwards.id, activeStandby.takeover.id],
    expected: `flow ${flow.flow} passes again after the failover to ${who}`,
    who,
    ...back(flow, asked, latestMs),
  };
}

function back(
  { flow, breaks, flaws, covers }: FlowRecord,
  { effect, untilMs, seq, did }: Asked,
  latestMs: number,
): Told {
  const mine = breaks.filter(({ within }) => within.hiMs >= effect.loMs && within.loMs <= untilMs);
  const evidence = [seq, ...mine.flatMap((each) => each.evidence)];
  const longest = mine.reduce<Break | undefined>(
    (a, b) => (a && lengthOf(a) >= lengthOf(b) ? a : b),
    undefined,
  );
  const said = longest
    ? `flow ${flow} was interrupted for ${interruption(longest)} after «${did}»`
    : `no probe of flow ${flow} was lost after «${did}»`;
  const [flaw] = flaws;
  if (flaw !== undefined) return { outcome: 'inconclusive', seen: `${said}, but ${flaw}`, evidence };
  const isCovered = covers.loMs <= effect.loMs && covers.hiMs >= Math.min(untilMs, latestMs);
  if (!isCovered)
    return { outcome: 'inconclusive', seen: `${said}, but not all of the time is accounted for`, evidence };
  const endMs = Math.min(untilMs, covers.hiMs);
  const dead = mine.find((each) => isDeadAt(each, endMs, latestMs));
  if (!dead) return { outcome: 'pass', seen: said, evidence };
  const seen = `flow ${flow} was still interrupted at the end of the watch, after ${seconds(endMs - dead.sent.loMs)}`;
  return { outcome: 'fail', seen: `${seen}; ${counted(dead.lost, 'probe')} lost`, evidence };
}

/** «0.88 s to 0.90 s», or «at least 2.48 s» where no probe came through again. */
function interruption({ sent, within }: Break): string {
  const least = sent.hiMs - sent.loMs;
  return Number.isFinite(within.hiMs)
    ? span({ loMs: least, hiMs: within.hiMs - within.loMs })
    : `at least ${seconds(least)}`;
}

const lengthOf = ({ within }: Break): number => within.hiMs - within.loMs;

/** Interrupted when the watch ends: since the failover, or for so long that it is no chance loss. */
function isDeadAt({ sent, within, lost }: Break, atMs: number, latestMs: number): boolean {
  const isOn = sent.loMs <= atMs && within.hiMs > atMs;
  return isOn && lost > 1 && (sent.loMs <= latestMs || sent.loMs <= atMs - deadMs);
}
