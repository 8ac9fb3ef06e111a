import type { Outcome } from '../pair/index.ts';

/** A finding that a lab has decided to live with for a while: what the file of waivers says of it. */
export interface Waiver {
  readonly requirement: string;
  readonly firmware: FirmwareRange;
  readonly reason: string;
  /** The id of the bug that it waits for. */
  readonly bug: string;
  /** The last day on which it holds, in UTC: `2026-12-31`. */
  readonly expires: string;
  /** Where it stands: `waivers.yaml:3:5`. */
  readonly place: string;
}

/** From one version to another, both included; open where one is missing. `text` is as it was written. */
export interface FirmwareRange {
  readonly from?: readonly number[];
  readonly to?: readonly number[];
  readonly text: string;
}

/** What a waiver asks of a finding. */
export interface Waivable {
  readonly requirements: readonly string[];
  readonly outcome: Outcome;
}

/** What a waiver came to in a run. */
export interface WaiverTold extends Omit<Waiver, 'firmware'> {
  readonly firmware: string;
  readonly standing: 'waives' | 'passes' | 'open' | 'untouched' | 'expired' | 'other-firmware';
  /** The same in one sentence. */
  readonly told: string;
}

/** What is known of the run that waivers are held against: its day in UTC, and the firmware of each unit. */
export interface WaivedRun {
  readonly day: string | undefined;
  readonly firmware: readonly string[];
}

/** What waivers need to know of a run, by what is on record of it. */
export const waivedRunOf = ({ run, firmware }: RunOnRecord): WaivedRun => ({
  day: run?.startedAt.slice(0, 10),
  firmware,
});

interface RunOnRecord {
  readonly run: { readonly startedAt: string } | undefined;
  readonly firmware: readonly string[];
}

/** The numbers of `8.0(4)`, `9.12(4)37` and the like; undefined for what is no version. */
export function versionNumbers(text: string): readonly number[] | undefined {
  const [, ...numbers] = /^(\d{1,3})\.(\d{1,3})(?:\((\d{1,3})\)(\d{1,4})?)?$/.exec(text) ?? [];
  return numbers.length === 0
    ? undefined
    : numbers.flatMap((each: string | undefined) => (each === undefined ? [] : [Number(each)]));
}

/** Whether it may waive anything in this run: not expired, and for the firmware of every unit that is on record. */
export function isInForce(waiver: Waiver, { day, firmware }: WaivedRun): boolean {
  const isDated = day !== undefined && !isExpired(waiver, day);
  return isDated && firmware.length > 0 && firmware.every((each) => isWithin(each, waiver.firmware));
}

/** What each waiver came to, given everything that was held against the pair. */
export function toldOf(waiver: Waiver, run: WaivedRun, findings: readonly Waivable[]): WaiverTold {
  const mine = findings.filter(({ requirements }) => requirements.includes(waiver.requirement));
  const standing = standingOf(waiver, run, mine);
  const { requirement, bug, reason, expires, place, firmware } = waiver;
  const told = `waiver ${place} of ${requirement} (${bug}) ${words[standing](waiver, run)}`;
  return { requirement, firmware: firmware.text, bug, reason, expires, place, standing, told };
}

function standingOf(waiver: Waiver, run: WaivedRun, mine: readonly Waivable[]): WaiverTold['standing'] {
  if (run.day !== undefined && isExpired(waiver, run.day)) return 'expired';
  if (!isInForce(waiver, run)) return 'other-firmware';
  if (mine.length === 0) return 'untouched';
  if (mine.some(({ outcome }) => outcome === 'fail')) return 'waives';
  return mine.every(({ outcome }) => outcome === 'pass') ? 'passes' : 'open';
}

const words: Readonly<Record<WaiverTold['standing'], (waiver: Waiver, run: WaivedRun) => string>> = {
  waives: ({ expires }) => `is in force until ${expires}`,
  passes: () => 'is not needed any more: everything that was held against it passes; take it out',
  open: () => 'was not decided: nothing fails, but not everything passes',
  untouched: () => 'was not touched: nothing was held against its requirement',
  expired: ({ expires }, { day }) =>
    `expired on ${expires}, and the run was made on ${day ?? 'an unknown day'}`,
  'other-firmware': ({ firmware }, run) =>
    `is for firmware ${firmware.text}; the units run ${[...new Set(run.firmware)].join(' and ') || 'what is not on record'}`,
};

const isExpired = ({ expires }: Waiver, day: string): boolean => day > expires;

/** A version that a range ends with includes everything that begins with it: 8.2(5) includes 8.2(5)33. */
function isWithin(firmware: string, { from, to }: FirmwareRange): boolean {
  if (!from && !to) return true;
  const version = versionNumbers(firmware);
  return version !== undefined && (!from || order(version, from) >= 0) && (!to || order(version, to) <= 0);
}

/** Compares as many numbers as the bound has. */
function order(version: readonly number[], bound: readonly number[]): number {
  for (const [at, number] of bound.entries()) {
    const difference = (version[at] ?? 0) - number;
    if (difference !== 0) return difference;
  }
  return 0;
}
