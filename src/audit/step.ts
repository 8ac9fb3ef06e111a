/** The steps of an audit, as data: what is pulsed, and who has to notice. */
import type { Cable, FeedAt } from '../bench/index.ts';
import type { UnitName } from '../pair/index.ts';

/** A switch port is shut and brought up again: the interface of that cable loses its link, and no other. */
export interface PortStep extends Cable {
  readonly kind: 'port';
}

/**
 * Outlets of one unit are switched off and on again. With `darkens` they are all of its feeds, and it falls silent;
 * else one feed of several, and nobody does.
 */
export interface OutletStep {
  readonly kind: 'outlet';
  readonly unit: UnitName;
  readonly feeds: readonly FeedAt[];
  readonly darkens: boolean;
}

/** The unit is made the standby unit, if it is not: from here on it is the one that is touched. */
export interface RolesStep {
  readonly kind: 'roles';
  readonly unit: UnitName;
}

/** Something that is pulsed. */
export type Pulse = PortStep | OutletStep;
/** One step of an audit. */
export type AuditStep = Pulse | RolesStep;

/** Who noticed a pulse: a socket of a unit that lost its link, or a unit whose console fell silent. */
export interface Noticed {
  readonly unit: UnitName;
  /** Of a link; left out where the whole unit fell silent. */
  readonly socket?: string;
}

/**
 * What came of a pulse. `not-done`: a device of the bench did not do as asked, or it was not to be told apart, so that
 * nothing is said about the cable.
 */
export interface Finding {
  readonly step: Pulse;
  readonly outcome: 'as-declared' | 'otherwise' | 'not-done';
  readonly noticed: readonly Noticed[];
  /** In a sentence, for people. */
  readonly told: string;
}

/** `outlet 1 of pdu1`. */
export const feedText = ({ pdu, outlet }: FeedAt): string => `outlet ${outlet} of ${pdu}`;

/** What is pulsed, for people: `GigabitEthernet1/0/3 of sw1`, `outlet 1 of pdu-a and outlet 1 of pdu-b`. */
export function pulsed(step: Pulse): string {
  return step.kind === 'port' ? `${step.port} of ${step.switch}` : step.feeds.map(feedText).join(' and ');
}

/** Whether two sightings are of the same thing. */
export function isSame(one: Noticed, other: Noticed): boolean {
  return one.unit === other.unit && one.socket?.toLowerCase() === other.socket?.toLowerCase();
}

/** Who has to notice a pulse. */
export function declared(step: Pulse): readonly Noticed[] {
  if (step.kind === 'port') return [{ unit: step.unit, socket: step.socket }];
  return step.darkens ? [{ unit: step.unit }] : [];
}
