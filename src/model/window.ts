import type { FailoverSettings } from '../pair/index.ts';

/**
 * Windows, in milliseconds after the stimulus took effect, computed from the timers that the box itself reports.
 * The guides give mechanisms and three sample rows (Table 13-7), no formula. Where they contradict each other or
 * are silent, the window holds every reading, so that no unit is failed for a choice the guides left open.
 */
export interface Window {
  readonly earliestMs: number;
  readonly latestMs: number;
}

/**
 * From `Standby Ready` to `Active` a unit passes through `Just Active`, `Active Drain`, `Active Applying Config`
 * and `Active Config Applied`; `show failover history` of real units stamps the whole chain within one second.
 */
const promotionMs = 1000;

/**
 * A command that forces the failover. The mate is told over the failover link, with the next hello at the latest
 * (one unit poll: «Failover Link» lists the unit state among what is communicated), then it is promoted.
 */
export function forcedWindow({ unitPollMs }: FailoverSettings): Window {
  return { earliestMs: 0, latestMs: unitPollMs + promotionMs };
}

/**
 * A unit that fell silent. One place counts the hold time from the last hello heard («a hello … not received
 * within the specified hold time»), another from the first one missed («from the time a hello packet is missed»),
 * both in «Configuring Unit Health Monitoring»: the last hello left up to one poll before the unit fell silent,
 * the first missed one was due up to one poll after. The watching unit looks when its own poll timer fires, and
 * the guides do not say whether the last part of a poll counts in full: one poll more at the early edge; at the
 * late edge a hello that was due is missed at such a tick already. Then the promotion.
 */
export function unitLossWindow({ unitHoldMs, unitPollMs }: FailoverSettings): Window {
  return {
    earliestMs: Math.max(0, unitHoldMs - 2 * unitPollMs),
    latestMs: unitHoldMs + unitPollMs + promotionMs,
  };
}

/**
 * A link that went down: «interface testing is not conducted and the standby unit could become active in just one
 * interface polling period» («Configuring Interface Health Monitoring»). It may be noticed at once. The mate learns
 * of it with the next hello on the failover link (one unit poll: «network link status»), then it is promoted.
 */
export function linkDownWindow({ interfacePollMs, unitPollMs }: FailoverSettings): Window {
  return { earliestMs: 0, latestMs: interfacePollMs + unitPollMs + promotionMs };
}

/** A hold time may not be shorter than five polls; where the firmware prints none, that is all that is known of it. */
const leastInterfaceHoldPolls = 5;

/** A wrong failover over a lost hello would have been seen by then: the hold time, a poll at each edge, the promotion. */
export function quietAfterHelloLossMs({ unitHoldMs, unitPollMs }: FailoverSettings): number {
  return unitHoldMs + 2 * unitPollMs + promotionMs;
}

/** A wrong failover over an interface would have been seen by then, even had the interface been put to the tests. */
export function quietAfterInterfaceLossMs(settings: FailoverSettings): number {
  const { interfacePollMs, interfaceHoldMs = leastInterfaceHoldPolls * interfacePollMs } = settings;
  return interfaceHoldMs + linkDownWindow(settings).latestMs;
}

/** A wrong change of roles over news that came with a hello would have been seen by then: one poll, the promotion. */
export function quietAfterNewsMs({ unitPollMs }: FailoverSettings): number {
  return unitPollMs + promotionMs;
}
