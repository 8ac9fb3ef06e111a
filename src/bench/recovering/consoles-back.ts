/** What was told to units at their consoles, put back or found to be as it was. */
import { BenchError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import { turnOn } from '../breaking/failover-switch.ts';
import { untilBack } from '../breaking/restart.ts';
import type { Bench } from '../bench.ts';
import type { ChangedOf } from '../journal/changed.ts';
import { reportOf } from '../seen.ts';
import { activeUnit } from '../rest/steady.ts';
import { untilSteady } from '../rest/until-steady.ts';
import type { Back } from './back.ts';
import { putSavedBack } from './put-saved-back.ts';
import type { Reach } from './reach.ts';
import type { Recovering } from './recovering.ts';

/** Milliseconds that a unit may take for its first `show failover`. */
const failoverBoundMs = 30_000;

/** Waits until units that were told to boot are there. Throws `BenchError` for one that is not in time. */
export async function bootBack(reach: Reach, { units }: ChangedOf<'boot'>): Promise<Back> {
  const bench = await knownPair(reach, units);
  const { witness } = await untilBack(
    bench,
    units.map(({ unit }) => unit),
    undefined,
  );
  return { outcome: 'as-before', why: `${witness}: answers` };
}

/** Turns failover on where it was on and is off. Throws `BenchError` when a unit goes on to say that it is off. */
export async function failoverBack(reach: Reach, { units }: ChangedOf<'failover'>): Promise<Back> {
  const bench = await knownPair(reach, units);
  const off: UnitName[] = [];
  for (const { unit, prior } of units) {
    const report = reportOf(await bench.consoles[unit].lookAtFailover(failoverBoundMs));
    if (!report) throw new BenchError(`${unit} console`, 'did not answer show failover');
    if (prior === 'on' && !report.on) off.push(unit);
  }
  if (off.length === 0) return { outcome: 'as-before', why: 'show failover on both units' };
  const { witness } = await turnOn(bench);
  return { outcome: 'put-back', why: `failover is on: ${witness}` };
}

/** Makes active again who was, where that is another unit by now. Throws `BenchError` when it does not become so. */
export async function rolesBack(
  { signal }: Recovering,
  reach: Reach,
  { active }: ChangedOf<'roles'>,
): Promise<Back> {
  const bench = await knownPair(reach, active);
  const { watch, topology } = bench;
  if (!(await untilSteady(bench, signal)))
    throw new BenchError('pair', 'is not at rest, so no role is moved');
  const moved = active.filter(({ group, unit }) => activeUnit(watch.latest, group) !== unit);
  const said = active.map(({ group, unit }) => `${unit} active${ofGroup(bench, group)}`).join(', ');
  if (moved.length === 0) return { outcome: 'as-before', why: said };
  for (const { group, unit } of moved) await bench.tell(unit, `failover active${ofGroup(bench, group)}`);
  const isSo = (seen: typeof watch.latest): boolean =>
    active.every(({ group, unit }) => activeUnit(seen, group) === unit);
  if (await watch.waitUntil('the roles are as they were', isSo, topology.pair.steady, signal))
    return { outcome: 'put-back', why: said };
  throw new BenchError('pair', `«${said}» did not show within ${topology.pair.steady / 1000} s`);
}

/** Hands at the rack did it, and hands have to undo it: somebody is asked who can look. */
export async function exchangeBack(
  { ask }: Recovering,
  reach: Reach,
  { unit, serial }: ChangedOf<'exchange'>,
): Promise<Back> {
  await knownPair(reach, [{ unit, serial }]);
  if (
    await ask(
      `The ${unit} unit was exchanged by hand. Is it the one with serial number ${serial} again, as made?`,
    )
  )
    return { outcome: 'put-back', why: `${unit} shows serial number ${serial}; the rest was agreed to` };
  throw new BenchError('rack', `${unit} was exchanged by hand; look at it, and agree to it when it is back`);
}

/** Makes both units run with, and have saved, what they did. Throws `BenchError` that says what is otherwise. */
export async function configurationsBack(
  { texts }: Recovering,
  reach: Reach,
  changed: ChangedOf<'configurations'>,
): Promise<Back> {
  const bench = await knownPair(reach, changed.saved);
  return putSavedBack(bench, changed, texts(changed.run));
}

/** Both units, with the serial numbers that they had then. Throws `BenchError` where the topology has others now. */
async function knownPair(
  reach: Reach,
  known: readonly { readonly unit: UnitName; readonly serial: string }[],
): Promise<Bench> {
  const bench = await reach.pair();
  for (const { unit, serial } of known) {
    const { serial: now } = bench.topology.units[unit];
    if (now !== serial)
      throw new BenchError(
        `${unit} console`,
        `nothing is typed: the unit had serial number ${serial} when it was changed, the topology has ${now} there`,
      );
  }
  return bench;
}

const ofGroup = ({ topology }: Bench, group: number): string =>
  topology.pair.mode === 'active-active' ? ` group ${group}` : '';
