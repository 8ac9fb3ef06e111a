import { UsageError } from '../../errors.ts';
import { unitNames, type UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import { SerialCable } from '../fabric/serial/serial-cable.ts';
import type { Letter } from '../message/letter.ts';
import type { Box } from '../box/box.ts';

/** The serial cable between the units of a PIX pair, with what they write each other. */
export type FailoverCable = SerialCable<Letter>;

type Boxes = Readonly<Record<UnitName, Box>>;

/**
 * The failover cable of a pair that has one, plugged in at both ends; each end into the unit that it names. Throws
 * `UsageError` if the units have no socket for it.
 */
export function layFailoverCable({ name, pair }: Topology, boxes: Boxes): FailoverCable | undefined {
  if (!pair.failover.cable) return undefined;
  const cable: FailoverCable = new SerialCable();
  for (const unit of unitNames) {
    const socket = boxes[unit].failoverSocket;
    if (!socket)
      throw new UsageError(
        `topology ${name} describes a failover cable, which only a PIX has; this bench is told to play ${boxes[unit].model}`,
      );
    cable.plug(unit, socket);
  }
  return cable;
}
