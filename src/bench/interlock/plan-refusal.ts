import type { Clock } from '../../clock.ts';
import { unitNames } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { actText, fedBy } from './act.ts';
import type { Act } from './act.ts';
import { interlocks as allInterlocks } from './interlocks.ts';
import type { Interlock } from './interlock.ts';
import { linesInMemory } from './kept-lines.ts';
import { linesInFile } from './lines-in-file.ts';
import { machineTime } from './moment.ts';
import { PowerHistory } from './power-history.ts';

/** Something that a plan has a device told. */
export interface PlannedAct {
  readonly act: Act;
  /** What it is part of, for people: the name of a scenario. */
  readonly of: string;
  /** Milliseconds from the beginning, at the earliest. */
  readonly afterMs: number;
}

/** The bench on which it is to be done. */
export interface PlannedOn {
  readonly topology: Topology;
  readonly clock: Pick<Clock, 'nowMs' | 'wall'>;
  readonly kept?: BenchFolder | undefined;
  /** All of them, if left out. */
  readonly interlocks?: readonly Interlock[];
}

/**
 * Why a plan must not be begun, as far as that can be known before: the first act that an interlock would refuse if
 * every device did at once what it is told, and nothing took longer than it must. Undefined where none would. Throws
 * `BenchError` where what is kept of the bench cannot be read.
 */
export function planRefusal(planned: readonly PlannedAct[], on: PlannedOn): string | undefined {
  const { topology, clock, kept, interlocks = allInterlocks } = on;
  const [beginMs, beginWall] = [clock.nowMs(), clock.wall().getTime()];
  let afterMs = 0;
  const then = { nowMs: () => beginMs + afterMs, wall: () => new Date(beginWall + afterMs) };
  const lines = kept ? linesInFile(kept).read() : [];
  const history = new PowerHistory(linesInMemory(lines), machineTime(then));
  // What is off by now is put back before anything else is done, or nothing is begun: that is not for a plan to say.
  for (const { unit, feed } of unitNames.flatMap((each) => history.takenFrom(each)))
    history.supposeOn(unit, feed);
  for (const each of planned) {
    ({ afterMs } = each);
    const why = interlocks
      .map((one) => one.refusal?.(each.act, { topology, history }))
      .find((one) => one !== undefined);
    if (why !== undefined) return `${each.of}: ${actText(each.act)} would be refused: ${why}`;
    suppose(each.act, topology, history);
  }
  return undefined;
}

/** The act is done, and took effect. */
function suppose(act: Act, topology: Topology, history: PowerHistory): void {
  if (act.kind !== 'outlet') return;
  const feed = { pdu: act.pdu, outlet: act.outlet };
  const [unit] = fedBy(topology, act);
  if (!unit) return;
  if (act.wish === 'on') history.supposeOn(unit, feed);
  else history.toldOff(unit, feed);
}
