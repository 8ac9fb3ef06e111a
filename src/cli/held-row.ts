import { holderText, leaseFolder } from '../bench/index.ts';
import type { BenchFolder } from '../bench/index.ts';
import type { ExaminedRow } from '../doctor/index.ts';

/** Whose the bench is, where it is somebody's: what the holder does to it may look like what is wrong with it. */
export async function heldRow(kept: BenchFolder | undefined): Promise<readonly ExaminedRow[]> {
  const seen = kept && (await leaseFolder(kept.lease).read());
  if (!seen || seen.ended) return [];
  const { lease, unreadable = '' } = seen;
  return [
    {
      examination: 'lease',
      device: 'bench',
      what: 'held by',
      outcome: 'warning',
      said: lease ? `${holderText(lease.holder)}, since ${lease.takenAt}` : `not to be read (${unreadable})`,
      wanted: 'nobody, while it is looked at',
      do: 'look again when that is over; see fover who',
    },
  ];
}
