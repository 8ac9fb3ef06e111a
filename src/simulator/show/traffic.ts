import type { Counters } from '../box/counters.ts';
import type { Space } from '../system/space.ts';

/** `show traffic`: what each named interface, and then each card, received and transmitted since the boot. */
export function showTraffic(space: Space): string[] {
  const { cards, startedMs, box } = space.unit;
  const seconds = Math.max(0.001, (space.clock.nowMs() - startedMs) / 1000);
  const named = space.interfaces().flatMap((one) => {
    const counters = one.nameif === undefined ? undefined : cards.counters(one.hardware);
    return counters && one.nameif !== undefined ? rows(one.nameif, counters, seconds) : [];
  });
  const ruler = '-'.repeat(40);
  return [
    ...named,
    '',
    ruler,
    'Aggregated Traffic on Physical Interface',
    ruler,
    ...box.cards.flatMap(({ name }) => {
      const counters = cards.counters(name);
      return counters ? rows(name, counters, seconds) : [];
    }),
  ];
}

function rows(name: string, counters: Counters, seconds: number): string[] {
  return [
    `${name}:`,
    ...way('received', counters.packetsIn, counters.bytesIn, seconds),
    ...way('transmitted', counters.packetsOut, counters.bytesOut, seconds),
  ];
}

function way(name: string, packets: number, bytes: number, seconds: number): string[] {
  const perSecond = (count: number): number => Math.round(count / seconds);
  return [
    `\t${name} (in ${seconds.toFixed(3)} secs):`,
    `\t\t${packets} packets\t${bytes} bytes`,
    `\t\t${perSecond(packets)} pkts/sec\t${perSecond(bytes)} bytes/sec`,
  ];
}
