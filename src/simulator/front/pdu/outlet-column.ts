/** Columns as MIBs of many makers have them, to write a family down with. */
import type { OutletOrder } from './outlet-orders.ts';
import type { OutletState, OutletView } from './outlet-view.ts';
import type { OutletColumn } from './pdu-family.ts';

/** The values of a family for the states it has words for; the others read as where the relay is. */
export type StateValues = Readonly<Record<'on' | 'off', number>> &
  Readonly<Partial<Record<OutletState, number>>>;

/** The number of the outlet. */
export const numberColumn = (number: number, name: string): OutletColumn => ({
  number,
  name,
  reads: (outlet) => outlet.number,
});

/** The name that somebody gave the outlet. */
export const nameColumn = (number: number, name: string): OutletColumn => ({
  number,
  name,
  reads: (outlet) => outlet.name,
});

/** The same for every outlet. */
export const fixedColumn = (number: number, name: string, value: number): OutletColumn => ({
  number,
  name,
  reads: () => value,
});

/** Where the relay is, or where it is going. */
export const stateColumn = (number: number, name: string, values: StateValues): OutletColumn => ({
  number,
  name,
  reads: stateIn(values),
});

/** Whether a command waits. */
export const pendingColumn = (
  number: number,
  name: string,
  values: { readonly pending: number; readonly none: number },
): OutletColumn => ({
  number,
  name,
  reads: ({ pending }) => (pending ? values.pending : values.none),
});

/** Where commands are written; it reads as a state, or always the same. */
export const commandColumn = (
  number: number,
  name: string,
  takes: Readonly<Record<number, OutletOrder>>,
  reads: StateValues | number,
): OutletColumn => ({
  number,
  name,
  takes,
  reads: typeof reads === 'number' ? () => reads : stateIn(reads),
});

/** Where the seconds are written after which an order is obeyed; it counts them down, and is -1 when none waits. */
export const countdownColumn = (
  number: number,
  name: string,
  order: 'on' | 'off' | 'reboot',
): OutletColumn => ({
  number,
  name,
  takesSecondsUntil: order,
  reads: ({ waiting }) => (waiting?.next === order ? Math.ceil(waiting.dueInMs / 1000) : -1),
});

/** Active power, in watts. */
export const wattsColumn = (number: number, name: string): OutletColumn => ({
  number,
  name,
  reads: ({ watts }) => watts,
});

function stateIn(values: StateValues): (outlet: OutletView) => number {
  return ({ state, power }) => values[state] ?? values[power];
}
