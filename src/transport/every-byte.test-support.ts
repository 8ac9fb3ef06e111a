import { eventually } from './far-end.test-support.ts';
import type { Line } from './line.ts';

/** One of each byte. */
export const everyByte: readonly number[] = Array.from({ length: 256 }, (_, value) => value);

/** Sends each byte over a line whose far end is an echo, and waits until as many are back. */
export async function echoOfEveryByte(line: Line): Promise<readonly number[]> {
  const got: number[] = [];
  line.onBytes((bytes) => got.push(...bytes));
  await line.write(Uint8Array.from(everyByte));
  await eventually('256 bytes back', () => got.length >= 256);
  return got;
}
