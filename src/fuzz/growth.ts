import { tryInput } from './try-input.ts';
import type { FuzzTarget } from './target.ts';

/** What the worst kind of input costs as it grows. */
export interface Growth {
  readonly target: string;
  /** What was repeated, and what stands before and behind it. */
  readonly shape: string;
  /** Sizes in bytes with the milliseconds of CPU that each took, the best of several. */
  readonly costs: readonly { readonly bytes: number; readonly ms: number }[];
  /** How much more the largest cost than the one of an eighth of it. */
  readonly ratio: number;
}

/** Eight times as much may cost this many times as much: far from 64, and room for caches and collectors. */
export const mostRatio = 24;
/** What takes less is noise of the clock, whatever its ratio. */
export const leastMs = 40;
const largest = 131_072;
const steps = [8, 4, 2, 1];
const tries = 3;

const anywhere: readonly string[] = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '"',
  "'",
  '\\',
  'a',
  'a ',
  '0',
  '0 ',
  '-',
  '- ',
  '=',
  ':',
  ': ',
  ',',
  '(',
  '[',
  '{',
  '<',
  '[]',
  '{}',
  '()',
  '/',
  '.',
  '0.',
  'a=',
  'a: ',
  '*a ',
  '&a ',
  '%',
  '#',
  '\u001b[',
  '\b',
  'é',
  '\u202e',
  '_',
  '@',
  'a@',
  '\n ',
  ' \n',
  'key',
  'a,',
  '""',
  '"a",',
];

/** Measures each shape of one target: a piece without end, behind the beginning of each sample and before its rest. */
export async function growthOf(target: FuzzTarget): Promise<readonly Growth[]> {
  const found: Growth[] = [];
  const frames = framesOf(target);
  for (const piece of [...anywhere, ...(target.pieces ?? [])])
    for (const frame of frames) {
      const costs: { bytes: number; ms: number }[] = [];
      // The largest first: where it costs next to nothing, nothing grows.
      const top = await cost(target, piece, frame, largest);
      if (top.ms >= leastMs) {
        for (const part of steps) costs.push(await cost(target, piece, frame, largest / part));
        const [first, last] = [costs[0]?.ms ?? 0, costs.at(-1)?.ms ?? 0];
        const ratio = last / Math.max(1, first);
        found.push({ target: target.name, shape: frame.name(piece), costs, ratio });
      }
    }
  return found.toSorted((a, b) => b.ratio - a.ratio);
}

interface Frame {
  readonly before: Uint8Array;
  readonly behind: Uint8Array;
  readonly name: (piece: string) => string;
}

function framesOf(target: FuzzTarget): readonly Frame[] {
  const [first = new Uint8Array()] = target.samples();
  const middle = Buffer.from(first).indexOf(0x0a, first.length >> 1) + 1;
  const places = [0, middle, first.length];
  const inSample = places.map((at) => ({
    before: first.subarray(0, at),
    behind: first.subarray(at),
    name: (piece: string) => `${JSON.stringify(piece)} at ${at} of a sample`,
  }));
  const alone = { before: new Uint8Array(), behind: Buffer.from('x'), name: JSON.stringify };
  return [alone, ...inSample];
}

async function cost(
  target: FuzzTarget,
  piece: string,
  { before, behind }: Frame,
  bytes: number,
): Promise<{ readonly bytes: number; readonly ms: number }> {
  const input = Buffer.concat([before, Buffer.from(piece.repeat(Math.ceil(bytes / piece.length))), behind]);
  let ms = Infinity;
  for (let left = tries; left > 0; left--) {
    ms = Math.min(ms, (await tryInput(target, input)).tookMs);
    // A second of it is enough to know.
    if (ms < leastMs / 2 || ms > 1000) break;
  }
  return { bytes: input.length, ms };
}
