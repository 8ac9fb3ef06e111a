import type { SnmpAnswer } from '../../transport/index.ts';
import { counters } from './if-mib.ts';
import type { PortCount, PortCounters } from './switch.ts';

type Columns = Readonly<Record<keyof PortCount, readonly string[]>>;

const both: readonly Columns[] = [counters.received, counters.sent];

/** What is asked of the row of a port: all counters at once, so that they belong to one instant of the switch. */
export function countersAsked(ifIndex: string): readonly string[] {
  return both.flatMap((columns) =>
    Object.values(columns).flatMap((either) => either.map((column) => `${column}.${ifIndex}`)),
  );
}

/** The counters of a port out of the answer. */
export function countersOf(ifIndex: string, { values, askedMs, answeredMs, raw }: SnmpAnswer): PortCounters {
  const countOf = (columns: Columns): PortCount =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([what, either]) => {
        const found = either.map((column) => values.get(`${column}.${ifIndex}`));
        const value = found.find((each) => typeof each === 'number' || typeof each === 'bigint');
        return value === undefined ? [] : [[what, Number(value)]];
      }),
    );
  return { received: countOf(counters.received), sent: countOf(counters.sent), askedMs, answeredMs, raw };
}
