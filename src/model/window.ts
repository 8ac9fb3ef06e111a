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
 * A unit that fell silent in a cable-based pair. Its mate senses through the cable that it has no power, for which
 * the guides give no time; a unit that stopped with its power on is noticed by the hold time as any other.
 */
export function cableLossWindow(settings: FailoverSettings): Window {
  return { earliestMs: 0, latestMs: unitLossWindow(settings).latestMs };
}

/**
 * A failover link that carries nothing: a unit that lost the link of its own port can say so at once; one whose mate
 * answers elsewhere marks it as failed when the hold time is over, by the same clock as the loss of a unit.
 */
export function linkMarkedWindow(settings: FailoverSettings): Window {
  return { earliestMs: 0, latestMs: unitLossWindow(settings).latestMs };
}

/**
 * A link that went down: «interface testing is not conducted and the standby unit could become active in just one
 * interface polling period» («Configuring Interface Health Monitoring»). It may be noticed at once. The mate learns
 * of it with the next hello on the failover link (one unit poll: «network link status»), then it is promoted.
 */
export function linkDownWindow({ interfacePollMs, unitPollMs }: FailoverSettings): Window {
  return { earliestMs: 0, latestMs: interfacePollMs + unitPollMs + promotionMs };
}

/** The least that Table 13-7 gives for a link of a 4GE card; with longer poll times it gives what the main board has. */
const leastCardLinkMs = 2000;

/** A link of a 4GE card that went down: the poll of the main board, but never less than the two seconds of the card. */
export function cardLinkDownWindow(settings: FailoverSettings): Window {
  const interfacePollMs = Math.max(settings.interfacePollMs, leastCardLinkMs);
  return linkDownWindow({ ...settings, interfacePollMs });
}

/**
 * An interface that keeps its link and receives nothing. The tests begin when no hello was heard for half of the
 * hold time, and the interface is marked as failed when neither a hello nor a successful test came within the hold
 * time («Configuring Interface Health Monitoring»), or when a test brings traffic to the mate alone («Interface
 * Monitoring»): the activity test is the first and counts for «up to» five seconds, so that its end may follow its
 * beginning at once. Hello and tick are as uncertain as those of a unit: one poll each at the early edge.
 */
export function interfaceTestWindow(settings: FailoverSettings): Window {
  const { interfacePollMs, interfaceHoldMs, unitPollMs } = settings;
  const leastHoldMs = interfaceHoldMs ?? leastInterfaceHoldPolls * interfacePollMs;
  return {
    earliestMs: Math.max(0, leastHoldMs / 2 - 2 * interfacePollMs),
    latestMs: (interfaceHoldMs ?? longestInterfaceHoldMs) + interfacePollMs + unitPollMs + promotionMs,
  };
}

/** A hold time may not be shorter than five polls; where the firmware prints none, that is all that is known of it. */
const leastInterfaceHoldPolls = 5;

/** The longest interface hold time that can be set («Configuring Interface Health Monitoring»). */
const longestInterfaceHoldMs = 75_000;

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

/**
 * How long an interface waits for the hellos of the mate before it is monitored: until the second one («about 30
 * seconds» with polls of 15), and behind a switch port that runs spanning tree twice its forward delay longer
 * (document 77809, «Failover Monitoring»). Before that a fault of the interface may go unnoticed.
 */
export const waitingMs = ({ interfacePollMs }: FailoverSettings, forwardDelayMs = 0): number =>
  2 * interfacePollMs + 2 * forwardDelayMs;

/** How long a port that runs spanning tree listens, and learns, if nobody set it otherwise (IEEE 802.1D). */
const usualForwardDelayMs = 15_000;

/** How long an interface waits at most where nobody knows whether its switch port runs spanning tree. */
export const longestWaitingMs = (settings: FailoverSettings): number =>
  waitingMs(settings, usualForwardDelayMs);

/**
 * When a unit that says that it is ready to take over is available by any reading: its mate has heard of it within the
 * hold time, and its interfaces wait no longer, even behind spanning tree.
 */
export const availableMs = (settings: FailoverSettings): number =>
  settings.unitHoldMs + longestWaitingMs(settings);
