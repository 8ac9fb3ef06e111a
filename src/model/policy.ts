import { unitNames } from '../pair/index.ts';
import type { FailoverSettings, Stimulus, UnitName } from '../pair/index.ts';
import { factsAfter } from './facts-after.ts';
import type { GroupView } from './pair-state.ts';

type Policy = Pick<FailoverSettings, 'interfacePolicy'>;

/** True if so many failed interfaces make a unit, or a group on it, fail («Configuring Failover Criteria»). */
function reachesPolicy(failed: number, monitored: number, { interfacePolicy }: Policy): boolean {
  if (failed === 0) return false;
  if ('count' in interfacePolicy) return failed >= interfacePolicy.count;
  return failed * 100 >= interfacePolicy.percent * monitored;
}

/**
 * The monitored interfaces that count as failed on the unit: without a link, or cut off from a network on which the
 * mate still hears something. Where neither hears anything both are «Unknown» and count for nothing.
 */
export function failedOn({ down, cutOff, silent = [] }: GroupView, unit: UnitName): readonly string[] {
  const deaf = (cutOff?.[unit] ?? []).filter((name) => !down[unit].includes(name) && !silent.includes(name));
  return [...down[unit], ...deaf];
}

/**
 * Whether the units hear each other on a monitored interface of this group, with the failover link or without it. Where
 * they do not and the failover link is down, the guides contradict each other: «no response on any interface» makes the
 * standby unit active, which «cannot fail over» without the link. What becomes of interfaces that are not monitored
 * nobody watches, so that with no other ones it is not known, and nothing can be promised.
 */
export function hearEachOther(view: GroupView): boolean {
  const lost = [...unitNames.flatMap((unit) => failedOn(view, unit)), ...(view.silent ?? [])];
  return view.monitored.some((name) => !lost.includes(name));
}

/** Whether with this the units hear nothing of each other any more, on no interface and with the failover link down. */
export const isLastHeard = (view: GroupView, stimulus: Stimulus): boolean =>
  view.failoverLink === 'down' && !hearEachOther(factsAfter(view, stimulus));

/**
 * Whether the unit may take itself for failed while the failover link is down, of which the guides are silent: whether
 * a standby unit over the policy marks itself then («interface failure on standby unit above threshold» does not say
 * with which link), and what the tests of an interface come to that neither unit hears anything on, as what becomes of
 * the mate is told over that link («Failover Link»: network link status).
 */
export const mayBeOverPolicy = (view: GroupView, unit: UnitName, settings: Policy): boolean =>
  view.failoverLink === 'down' && wouldFailIfSilent(view, unit, settings);

/**
 * Whether the unit would fail if interfaces counted that neither unit hears anything on. They do where the mate is not
 * known to have put its own to the tests: a unit that has just booted is not through with them, or has not begun, as
 * its interfaces wait for hellos that do not come (document 77809, «Failover Monitoring»). Chapter 13 has such an
 * interface of the other one «failed» when the hold time is over («Configuring Interface Health Monitoring»), and
 * «Unknown» when the mate «also fails all the network tests» («Interface Monitoring»).
 */
export const wouldFailIfSilent = (view: GroupView, unit: UnitName, settings: Policy): boolean =>
  reachesPolicy(
    new Set([...failedOn(view, unit), ...(view.silent ?? [])]).size,
    view.monitored.length,
    settings,
  );

/** True if the interfaces of the unit that failed make it fail. */
export const isOverPolicy = (view: GroupView, unit: UnitName, settings: Policy): boolean =>
  reachesPolicy(failedOn(view, unit).length, view.monitored.length, settings);

/** Whether one interface more, monitored and not failed yet, would make the unit fail. */
export const wouldFail = (view: GroupView, unit: UnitName, nameif: string, settings: Policy): boolean =>
  isNewlyDown(view, unit, nameif) &&
  reachesPolicy(failedOn(view, unit).length + 1, view.monitored.length, settings);

/** True for a monitored interface that had not failed before: only that is news to failover. */
export const isNewlyDown = (view: GroupView, unit: UnitName, nameif: string): boolean =>
  view.monitored.includes(nameif) && !failedOn(view, unit).includes(nameif);

/** Whether the stimulus takes away what made the unit fail over its interfaces. */
export const wouldRecover = (
  view: GroupView,
  unit: UnitName,
  stimulus: Stimulus,
  settings: Policy,
): boolean => isOverPolicy(view, unit, settings) && !isOverPolicy(factsAfter(view, stimulus), unit, settings);
