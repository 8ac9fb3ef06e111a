import { UsageError } from '../../../errors.ts';
import { mateOf, unitNames, type UnitName } from '../../../pair/index.ts';
import type { PluggedEnd, SerialSocket } from './serial-socket.ts';

/** What of a cable can be broken: the wires that carry bytes, or those that sense the other side. */
export const cableWires = ['data', 'sense'] as const;
/** One kind of these wires. */
export type CableWires = (typeof cableWires)[number];

/**
 * The failover cable of a PIX. Its ends are marked, and the unit that has the end marked «Primary» plugged in is the
 * primary one (document 77809). There is one end of each mark, so two units cannot be the same.
 */
export class SerialCable<Message> {
  readonly #sockets = new Map<UnitName, SerialSocket<Message>>();
  readonly #broken = new Set<CableWires>();

  /** Throws `UsageError` if that end, or that socket, is taken. Nothing happens to an end that is already there. */
  plug(mark: UnitName, socket: SerialSocket<Message>): void {
    if (this.#sockets.get(mark) === socket) return;
    if (this.#sockets.has(mark))
      throw new UsageError(
        `the end of the failover cable marked ${mark} is plugged into the other unit; pull it out there first`,
      );
    if (socket.mark !== undefined)
      throw new UsageError(
        `the end marked ${socket.mark} is plugged into this unit; pull it out before the end marked ${mark} goes in`,
      );
    this.#sockets.set(mark, socket);
    socket.take(this.#endOf(mark));
    this.#sense();
  }

  /** Pulls out whichever end the socket has. */
  pull(socket: SerialSocket<Message>): void {
    const { mark } = socket;
    if (mark === undefined || this.#sockets.get(mark) !== socket) return;
    this.#sockets.delete(mark);
    socket.take(undefined);
    socket.sense();
    this.#sense();
  }

  damage(wires: CableWires): void {
    this.#broken.add(wires);
    this.#sense();
  }

  /** As good as new. */
  mend(): void {
    this.#broken.clear();
    this.#sense();
  }

  #endOf(mark: UnitName): PluggedEnd<Message> {
    const [sockets, broken] = [this.#sockets, this.#broken];
    return {
      mark,
      get far() {
        return sockets.get(mateOf(mark));
      },
      get carries() {
        return !broken.has('data');
      },
      get senses() {
        return !broken.has('sense');
      },
    };
  }

  #sense(): void {
    for (const mark of unitNames) this.#sockets.get(mark)?.sense();
  }
}
