import { BenchError } from '../../../errors.ts';
import type { SimulatedOutlet, SimulatedPdu } from '../../face/index.ts';
import type { OutletOrders } from './outlet-orders.ts';

/** Everything that any family can say of an outlet: each has words for some of these only. */
export type OutletState =
  | 'on'
  | 'off'
  | 'turning-on'
  | 'turning-off'
  | 'rebooting'
  /** The relay is there although it was told otherwise. */
  | 'stuck-on'
  | 'stuck-off';

/** An outlet as the card of its PDU sees it: the relay, and the orders that wait. */
export interface OutletView extends Pick<SimulatedOutlet, 'number' | 'name' | 'power' | 'moves' | 'watts'> {
  readonly state: OutletState;
  /** True while a relay or an order waits. */
  readonly pending: boolean;
  /** The order that waits and the milliseconds until it is obeyed. */
  readonly waiting: { readonly next: 'on' | 'off' | 'reboot'; readonly dueInMs: number } | undefined;
}

/** Looks at one outlet now. Throws `BenchError` if the PDU has none of that number. */
export function viewOutlet(pdu: SimulatedPdu, orders: OutletOrders, number: number): OutletView {
  const outlet = pdu.outlets.find((candidate) => candidate.number === number);
  if (!outlet) throw new BenchError(`PDU ${pdu.name}`, `has no outlet ${number} any more`);
  const order = orders.waiting(number);
  const { name, power, moves, watts } = outlet;
  return {
    number,
    name,
    power,
    moves,
    watts,
    state: stateOf(outlet, order),
    pending: outlet.pending || order !== undefined,
    waiting: order && { next: order.next, dueInMs: orders.dueInMs(number) ?? 0 },
  };
}

function stateOf(outlet: SimulatedOutlet, order: ReturnType<OutletOrders['waiting']>): OutletState {
  if (order?.isReboot) return 'rebooting';
  if (outlet.pending) return outlet.wish === 'on' ? 'turning-on' : 'turning-off';
  if (order) return order.next === 'on' ? 'turning-on' : 'turning-off';
  if (outlet.fault) return outlet.power === 'on' ? 'stuck-on' : 'stuck-off';
  return outlet.power;
}
