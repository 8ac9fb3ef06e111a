import { pduModelNamed } from '../../device/index.ts';
import type { DescribedModel } from '../../device/index.ts';
import type { Topology } from '../../topology/index.ts';

/** What drives a device of the bench, and whether that was ever held against the real thing. */
export interface DriverInUse {
  /** As the topology calls the device. */
  readonly device: string;
  readonly driver: string;
  readonly proof: DescribedModel['proof'];
  /** Where the figures that it goes by stand. */
  readonly source: string;
}

/** The driver of every PDU of the bench, in the order of the topology. Touches nothing. */
export function driversOf({ pdus }: Topology): readonly DriverInUse[] {
  return Object.entries(pdus).map(([device, { model }]) => {
    const { name: driver, proof, source } = pduModelNamed(model, device);
    return { device, driver, proof, source };
  });
}
