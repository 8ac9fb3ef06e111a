import type { Chance } from './chance.ts';

type Spoiling = (bytes: Buffer, chance: Chance, others: readonly Uint8Array[]) => Buffer;

/** No input is longer: what reads more has a bound of its own far below. */
export const longestInput = 200_000;

/** What stands for something in one language or another, and is hostile in the next. */
const tokens: readonly string[] = [
  '\0',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\u001b[2J',
  '\u001b]52;c;eA==\u0007',
  '\b',
  '\u007f',
  '\u0005c',
  ' ',
  '  ',
  '-',
  '--',
  '- ',
  ': ',
  ':',
  ',',
  ';',
  '=',
  '#',
  '"',
  "'",
  '`',
  '\\',
  '/',
  '//',
  '../',
  '%',
  '*',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '<',
  '>',
  '<<: *a',
  '&a ',
  '*a',
  '!!js/function ',
  '|\n',
  '>-\n',
  '? ',
  '---\n',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'true',
  'NaN',
  'undefined',
  '0',
  '-1',
  '1e309',
  '-0',
  '4294967296',
  '18446744073709551616',
  '0x',
  '1.5',
  '999999999999999999999999',
  'é',
  '\u00a0',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud83d\ude00',
  '\ufffd',
  'ſ',
  'İ',
  '٣',
];
const bytePieces: readonly (readonly number[])[] = [
  [0xff],
  [0xff, 0xff],
  [0xff, 0xfa],
  [0xff, 0xf0],
  [0xff, 0xfb, 44],
  [0xff, 0xfd, 0],
  [0xff, 0xfe, 3],
  [0x80],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0x80],
  [0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
  [0x30, 0x80],
  [0x02, 0x00],
  [0x04, 0x82, 0xff, 0xff],
  [0x46, 0x08],
];

/** Ways to spoil; one has a line of its own. */
const spoilings: readonly Spoiling[] = [
  // Bytes.
  (bytes, chance) => changed(bytes, chance, (byte) => byte ^ (1 << chance.below(8))),
  (bytes, chance) => changed(bytes, chance, () => chance.below(256)),
  (bytes, chance) => inserted(bytes, chance.below(bytes.length + 1), Buffer.from(chance.of(bytePieces))),
  (bytes, chance) => inserted(bytes, chance.below(bytes.length + 1), Buffer.from(chance.of(tokens))),
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => bytes.subarray(chance.below(bytes.length + 1)),
  (bytes, chance) => withoutPart(bytes, chance),
  (bytes, chance) => {
    const [from, to] = part(bytes, chance);
    return inserted(bytes, chance.below(bytes.length + 1), bytes.subarray(from, to));
  },
  // Two inputs in one.
  (bytes, chance, others) => {
    const other = Buffer.from(chance.of(others));
    return Buffer.concat([
      bytes.subarray(0, chance.below(bytes.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    ]);
  },
  // Lines.
  (bytes, chance) => lines(bytes, (all) => void all.splice(chance.below(all.length), 1)),
  (bytes, chance) => lines(bytes, (all) => void all.splice(chance.below(all.length), 0, chance.of(all))),
  (bytes, chance) =>
    lines(bytes, (all) => {
      const [one, other] = [chance.below(all.length), chance.below(all.length)];
      [all[one], all[other]] = [all[other] ?? '', all[one] ?? ''];
    }),
  (bytes, chance) => lines(bytes, (all) => void all.splice(chance.below(all.length), 1, chance.of(tokens))),
  (bytes, chance) => {
    const end = chance.of(['\r', '\r\n', '\n\r', '\r\r\n', '\u2028', '\0', '']);
    return asText(bytes, (text) => text.replaceAll('\n', end));
  },
  (bytes, chance) => asText(bytes, (text) => text.replaceAll(' ', chance.of(['\t', '  ', '', '\u00a0']))),
  // Numbers and words.
  (bytes, chance) => word(bytes, chance, /\d+/g, () => chance.of(numbers)),
  (bytes, chance) => word(bytes, chance, /[A-Za-z_]+/g, () => chance.of(tokens)),
  (bytes, chance) => word(bytes, chance, /[A-Za-z_]+/g, (found) => found.repeat(1 + chance.below(300))),
  // Much of the same.
  (bytes, chance) => inserted(bytes, chance.below(bytes.length + 1), repeated(chance.of(tokens), chance)),
  (bytes, chance) => {
    const [from, to] = part(bytes, chance);
    return inserted(bytes, from, repeated(bytes.toString('latin1', from, Math.min(to, from + 40)), chance));
  },
];

const numbers = ['0', '-1', '1', '255', '256', '65536', '2147483648', '9'.repeat(30), '1e400', '00', '3.7'];

/** An input that follows from the seed of the choices: now and then honest or pure noise, else a spoiled sample. */
export function spoiled(samples: readonly Uint8Array[], chance: Chance): Uint8Array {
  if (chance.oneIn(40)) return noise(chance);
  let bytes: Buffer = Buffer.from(chance.of(samples));
  if (chance.oneIn(60)) return bytes;
  for (let left = 1 + chance.below(6); left > 0; left--) bytes = chance.of(spoilings)(bytes, chance, samples);
  return bytes.subarray(0, longestInput);
}

function noise(chance: Chance): Uint8Array {
  const among = chance.of([256, 128, 64]);
  return Buffer.from(Array.from({ length: chance.below(600) }, () => chance.below(among)));
}

function repeated(piece: string, chance: Chance): Buffer {
  const often = chance.of([3, 30, 300, 3000, chance.oneIn(8) ? 10_000 : 10]);
  return Buffer.from(
    piece.repeat(Math.min(often, 1 + Math.floor(60_000 / Math.max(1, piece.length)))),
    'utf8',
  );
}

function changed(bytes: Buffer, chance: Chance, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + chance.below(4); left > 0 && copy.length > 0; left--) {
    const at = chance.below(copy.length);
    copy[at] = change(copy[at] ?? 0);
  }
  return copy;
}

function inserted(bytes: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function part(bytes: Buffer, chance: Chance): readonly [number, number] {
  const from = chance.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + chance.below(chance.of([4, 40, 400])))];
}

function withoutPart(bytes: Buffer, chance: Chance): Buffer {
  const [from, to] = part(bytes, chance);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

function asText(bytes: Buffer, change: (text: string) => string): Buffer {
  return Buffer.from(change(bytes.toString('utf8')), 'utf8');
}

function lines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  return asText(bytes, (text) => {
    const all = text.split('\n');
    change(all);
    return all.join('\n');
  });
}

/** Puts something else for one of what a pattern finds. */
function word(bytes: Buffer, chance: Chance, kind: RegExp, change: (found: string) => string): Buffer {
  return asText(bytes, (text) => {
    const found = [...text.matchAll(kind)];
    if (found.length === 0) return text;
    const { index, 0: old } = chance.of(found);
    return text.slice(0, index) + change(old) + text.slice(index + old.length);
  });
}
