import { mateOf, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** What went through one end of an interface meanwhile, in frames; left out where nobody counts. */
export interface FramesAtEnd {
  /** The unit says all the while that this interface of its own waits. */
  readonly waits: boolean;
  /** Came in at the switch port of the unit. */
  readonly received?: number;
  /** Went out of the switch port, to the unit. */
  readonly sent?: number;
  /** Came in at the unit, as it says itself. */
  readonly heard?: number;
}

/** An interface that waited for a while, its switch ports up, forwarding and in one VLAN. */
export interface WaitedSpan {
  /** Its name, with that of its context. */
  readonly called: string;
  readonly seconds: number;
  /** How many hellos each unit had to send meanwhile, at least. */
  readonly due: number;
  /** Both units are cabled to the same switch, so that no cable between two switches can be the reason. */
  readonly isOneSwitch: boolean;
  readonly ends: Readonly<Record<UnitName, FramesAtEnd>>;
}

/**
 * Whose doing it is that an interface waits: of a unit that sends no hello, though its link is up; of a unit that does
 * not hear those that came to it by its own count. Nothing, where the network between the units may be the reason.
 * An interface waits until the second hello of the mate was heard on it (document 77809, «Failover Monitoring»).
 */
export function whyItWaits(span: WaitedSpan): readonly Wrong[] {
  const silent = unitNames.filter((unit) => isSilent(span, unit));
  if (silent.length > 0) return silent.map((unit) => sendsNone(span, unit));
  return unitNames.flatMap((unit) =>
    span.ends[unit].waits && comesTo(span, unit) ? [isDeaf(span, unit)] : [],
  );
}

/** Half of them may be counted late: switches count in their own time. */
const enoughOf = ({ due }: WaitedSpan): number => due / 2;

/** Not even its hellos come from the unit; or, on one switch, nothing of what does is for its mate. */
function isSilent(span: WaitedSpan, unit: UnitName): boolean {
  const { received = Infinity } = span.ends[unit];
  const { sent: passedOn = Infinity } = span.ends[mateOf(unit)];
  const enough = enoughOf(span);
  return received < enough || (span.isOneSwitch && passedOn < enough);
}

/** As many frames as hellos came to the unit, and it knows of them. */
function comesTo(span: WaitedSpan, unit: UnitName): boolean {
  const { sent = 0, heard = 0 } = span.ends[unit];
  return Math.min(sent, heard) >= enoughOf(span);
}

const within = ({ called, seconds, due }: WaitedSpan): string =>
  `${called} of both units is up and in one VLAN, where each had to send ${due} hellos in ${seconds} s`;

function sendsNone(span: WaitedSpan, unit: UnitName): Wrong {
  const message = `${within(span)}: the switch got less than half of that from ${unit} for its mate, and the interface waits`;
  return { message, requirements: ['IH-HELLO'] };
}

/** Where the mate sends no more than its hellos, hellos they are. */
function isDeaf(span: WaitedSpan, unit: UnitName): Wrong {
  const { received = Infinity } = span.ends[mateOf(unit)];
  const areHellos = received <= 2 * span.due;
  const message = areHellos
    ? `${within(span)}: they came to ${unit}, by its own count as well, and its interface waits all the same`
    : `${within(span)}: frames came to ${unit}, by its own count as well, but either no hellos or none that it hears`;
  return { message, requirements: areHellos ? ['IH-SECOND-HELLO'] : ['IH-SECOND-HELLO', 'IH-HELLO'] };
}
