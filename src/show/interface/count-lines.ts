import type { LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { InterfaceCounter, InterfaceQueue, TrafficRate } from './facts.ts';

const counterShape = /^(\d+) ([a-z][a-z0-9 /()_-]*)$/i;

/**
 * `0 input errors, 0 CRC, 0 frame` and `Received 0 broadcasts, 0 runts`: numbers with their names between commas.
 * Names differ by hardware and firmware, and are kept as printed.
 */
export const counterLine: LineReader<readonly InterfaceCounter[]> = (text) => {
  const verb = /^(Received|Transmitted|Dropped) (?=\d)/i.exec(text)?.[1];
  const parts = (verb === undefined ? text : text.slice(verb.length + 1)).split(/, ?/);
  const counters: InterfaceCounter[] = [];
  for (const part of parts) {
    const [, value, words] = counterShape.exec(part) ?? [];
    if (value === undefined || words === undefined) return undefined;
    counters.push({ name: fullName(words, verb, counters[0]?.name), value: Number(value) });
  }
  return counters;
};

/** Says of what: the verb before the first number, and the direction of bytes, which only the packets before them name. */
function fullName(words: string, verb: string | undefined, first: string | undefined): string {
  if (first === undefined) return verb === undefined ? words : `${verb.toLowerCase()} ${words}`;
  const direction = /^packets (input|output)$/.exec(first)?.[1];
  return words === 'bytes' && direction !== undefined ? `bytes ${direction}` : words;
}

/** `RX[00]: 12 packets, 768 bytes, 0 overrun` and `Blocks free curr/low: 511/500` of hardware with several queues. */
export const ringLine = shaped(/^([RT]X\[\d+\]): (\d.*)$/i, (ring = '', words = '') => {
  const counters = counterLine(words);
  return counters?.map(({ name, value }) => ({ name: `${ring} ${name}`, value }));
});

const pair = (a: string, b: string): readonly [number, number] => [Number(a), Number(b)];

export const queueLine = shaped(
  /^(input|output) queue \(([^()]+)\): hardware \((\d+)\/(\d+)\)(?: software \((\d+)\/(\d+)\))?$/i,
  (direction = '', measure = '', one = '', two = '', three = '', four = ''): InterfaceQueue => ({
    direction: direction.toLowerCase() === 'input' ? 'input' : 'output',
    measure,
    hardware: pair(one, two),
    ...(three !== '' && { software: pair(three, four) }),
  }),
);

const ioRate = shaped(
  /^(\d+) minutes? (input|output) rate (\d+) pkts\/sec, (\d+) bytes\/sec$/i,
  (minutes = '', direction = '', packets = '', bytes = ''): TrafficRate => ({
    minutes: Number(minutes),
    direction: direction.toLowerCase() === 'input' ? 'input' : 'output',
    packetsPerSecond: Number(packets),
    bytesPerSecond: Number(bytes),
  }),
);

const dropRate = shaped(
  /^(\d+) minutes? drop rate, (\d+) pkts\/sec$/i,
  (minutes = '', packets = ''): TrafficRate => ({
    minutes: Number(minutes),
    direction: 'drop',
    packetsPerSecond: Number(packets),
  }),
);

/** A line of rates over the last minutes. */
export const rateLine: LineReader<TrafficRate> = (text) => ioRate(text) ?? dropRate(text);
