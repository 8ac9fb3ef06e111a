import type { System } from '../system/system.ts';

/** How much of the memory a quiet unit uses, in percent. */
const usedPercent = 17;

/** `show memory`: what is free and what is used of the memory that the model has. */
export function showMemory({ box }: System): string[] {
  const total = box.make.memoryMb * 1024 * 1024;
  const used = Math.round((total * usedPercent) / 100);
  return [
    row('Free memory:', total - used, 100 - usedPercent),
    row('Used memory:', used, usedPercent),
    '-------------     ----------------',
    row('Total memory:', total, 100),
  ];
}

function row(name: string, bytes: number, percent: number): string {
  return `${name.padEnd(14)}${String(bytes).padStart(14)} bytes (${String(percent).padStart(2)}%)`;
}

/** `show cpu usage` of a unit that has next to nothing to do. */
export function showCpuUsage(): string[] {
  return ['CPU utilization for 5 seconds = 1%; 1 minute: 1%; 5 minutes: 0%'];
}

/** The pools of buffers: their size in bytes, and how many there are. */
const pools = [
  [0, 700],
  [4, 300],
  [80, 919],
  [256, 2100],
  [1550, 6274],
  [2048, 2100],
  [2560, 164],
  [4096, 100],
  [8192, 100],
  [16_384, 110],
  [65_536, 16],
] as const;

/** `show blocks`: every pool is full. */
export function showBlocks(): string[] {
  return [
    cells('SIZE', 'MAX', 'LOW', 'CNT'),
    ...pools.map(([size, count]) => cells(size, count, count - 1, count)),
  ];
}

function cells(...numbers: readonly (number | string)[]): string {
  return numbers.map((one) => String(one).padStart(6)).join(' ');
}
