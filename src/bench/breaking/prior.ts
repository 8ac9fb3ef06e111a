/** How something is before it is changed, as its device says: the state that it is put back into. */
import type { Switch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import type { ChangedOf } from '../journal/changed.ts';
import type { BenchParts } from '../parts.ts';
import type { FeedAt } from './power.ts';

/**
 * The outlets of a unit, or those that are named, as they read. Throws `BenchError` for one that reads neither on nor
 * off: nobody could put it back.
 */
export async function outletsNow(
  { topology, pdus }: Pick<BenchParts, 'topology' | 'pdus'>,
  unit: UnitName,
  only: readonly FeedAt[] = topology.units[unit].power,
): Promise<ChangedOf<'outlets'>> {
  const outlets = await Promise.all(
    only.map(async ({ pdu, outlet }) => {
      const of = pdus.get(pdu);
      if (!of) throw new BenchError(pdu, `no such PDU on this bench, yet ${unit} is fed from it`);
      const { power: prior, label } = await of.read(outlet);
      if (prior === 'unsettled')
        throw new BenchError(
          pdu,
          `outlet ${outlet} is not touched: it reads neither on nor off, so nobody could put it back`,
        );
      return { pdu, outlet, prior, ...(label === undefined ? {} : { label }) };
    }),
  );
  return { kind: 'outlets', unit, outlets };
}

/** A port as its switch says. Throws `BenchError` for one that is in a test: nobody could put it back. */
export async function portNow(of: Switch, unit: UnitName, port: string): Promise<ChangedOf<'port'>> {
  const { admin: prior, oper } = await of.readPort(port);
  if (prior === 'testing')
    throw new BenchError(of.name, `${port} is not touched: the switch tests it, so nobody could put it back`);
  return { kind: 'port', unit, switch: of.name, port, prior, linked: oper === 'up' };
}
