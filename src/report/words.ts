/** Numbers in words. Digits and a dot only, whatever the locale: the same verdict gives the same bytes. */
import type { Cancelled, Citation, Finding, Waived } from '../judge/index.ts';

/** An instant since the run began or a length, in seconds to a millisecond: `12.346 s`. */
export function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${thousandths(Math.round(ms))} s` : 'no end seen';
}

/** A measured interval, rounded outwards so that it never claims more than was seen: `1.204–1.453 s`. */
export function measuredWords(measured: Range | undefined): string {
  if (!measured) return 'not measured';
  const { loMs, hiMs } = measured;
  if (hiMs === null || !Number.isFinite(hiMs)) return `at least ${lower(loMs)} s`;
  if (lower(loMs) === upper(hiMs)) return `${lower(loMs)} s`;
  return `${lower(loMs)}${loMs < 0 ? ' to ' : '–'}${upper(hiMs)} s`;
}

/** What a rule allows: `0.400–2.000 s`, `2.000 s or later`. */
export function windowWords(window: Range | undefined): string {
  if (!window) return 'no window';
  const { loMs, hiMs } = window;
  if (hiMs !== null && Number.isFinite(hiMs)) return `${lower(loMs)}–${upper(hiMs)} s`;
  return loMs > 0 ? `${lower(loMs)} s or later` : 'any time, the guides give none';
}

/** Both in one phrase: `measured 1.204–1.453 s, allowed 0.400–2.000 s`. */
export function timesWords(measured: Range | undefined, window: Range | undefined): string {
  const allowed = window ? `allowed ${windowWords(window)}` : windowWords(window);
  return `${measured ? 'measured ' : ''}${measuredWords(measured)}, ${allowed}`;
}

/** A prediction that was not judged, and why: `cancelled: standby unit lost: …; «…» took effect 0.30 s after «…»`. */
export function cancelledWords({ rule, expected, why }: Cancelled): string {
  return `cancelled: ${rule}: expected ${expected}; ${why}`;
}

/** An interval whose end may be unknown. */
export interface Range {
  readonly loMs: number;
  readonly hiMs: number | null;
}

/** `1 probe`, `3 probes`; the plural is given where it is another word. */
export function counted(count: number, what: string, plural = `${what}s`): string {
  return `${count} ${count === 1 ? what : plural}`;
}

const lower = (ms: number): string => thousandths(Math.floor(toMicroseconds(ms)));
const upper = (ms: number): string => thousandths(Math.ceil(toMicroseconds(ms)));

/** Sums of fractions end in 0000001; without this the rounding outwards would add a whole millisecond for it. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

function thousandths(ms: number): string {
  return ((Object.is(ms, -0) ? 0 : ms) / 1000).toFixed(3);
}

/**
 * «#12 at byte 3456», for each entry that something rests on; `cited` says where they lie, as far as that is known. Of a
 * timeline in several files the file is named beside the first one.
 */
export function evidenceWords(evidence: readonly number[], cited: readonly Citation[] = []): string {
  if (evidence.length === 0) return 'none';
  const places = new Map(cited.map(({ seq, file, byte }) => [seq, { file, byte }]));
  return evidence
    .map((seq) => {
      const place = places.get(seq);
      if (!place) return `#${seq}`;
      return `#${seq} at byte ${place.byte}${place.file === 'timeline.ndjson' ? '' : ` of ${place.file}`}`;
    })
    .join(', ');
}

/** Whom a finding is about: «secondary», «group 2 on secondary», «group 2», «the pair». */
export function whoWords({ who, group }: Pick<Finding, 'who' | 'group'>): string {
  if (group === undefined) return who ?? 'the pair';
  return who === undefined ? `group ${group}` : `group ${group} on ${who}`;
}

/** «waived until 2026-12-31 (CSCab12345): the reason». */
export function waivedWords({ expires, bug, reason }: Waived): string {
  return `waived until ${expires} (${bug}): ${reason}`;
}
