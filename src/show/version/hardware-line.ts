import type { LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { PortFacts } from './facts.ts';

const shapes: readonly RegExp[] = [
  /^Hardware: /i,
  /^Model Id: /i,
  // `ASA: 1666 MB RAM, 1 CPU (1 core)`: the share of a machine that other modules use too.
  /^ASA: \d+ MB RAM/i,
  /^(?:Slot \d+: )?(?:Internal )?ATA Compact Flash, \d+ ?[KMG]B$/i,
  /^(?:BIOS )?Flash (?:\S.* )?@ 0x[0-9a-f]+, \d+ ?[KMG]B$/i,
  /^Encryption hardware device ?: /i,
  // What stands under it; the words differ by accelerator.
  /^(?:\S+ microcode|Driver version|Firmware version|Number of accelerators) ?: /i,
  /^Baseboard Management Controller \(/i,
];

/** A line about the hardware, as printed. */
export const hardwareLine: LineReader<string> = (text) =>
  shapes.some((shape) => shape.test(text)) ? text : undefined;

/** `0: Ext: GigabitEthernet0/0 : address is 0013.c480.82ce, irq 9`; PIX 6 has no `Ext:`, and 7.0 may have a media index instead. */
export const portLine = shaped(
  /^(\d+): (?:(Ext|Int): )?([^:]+?) ?: (?:address is ([0-9a-fx.:]+), |media index (?:\d+): )?irq (\d+)$/i,
  (index = '', side = '', name = '', mac = '', irq = ''): PortFacts => ({
    index: Number(index),
    ...(side !== '' && { side: side.toLowerCase() === 'ext' ? 'external' : 'internal' }),
    name,
    ...(mac !== '' && { mac }),
    irq: Number(irq),
  }),
);

/** `ASA5520` of `Hardware: ASA5520, 512 MB RAM, …`. */
export function modelOf(hardware: readonly string[]): string | undefined {
  const line = hardware.find((text) => /^Hardware: /i.test(text));
  return line?.slice('Hardware: '.length).split(',')[0]?.trim();
}
