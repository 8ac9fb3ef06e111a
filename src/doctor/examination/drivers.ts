import { driversOf } from '../../bench/index.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';

/** What drives each PDU, and whether that was ever held against the real thing. */
export const drivers: Examination = {
  name: 'drivers',
  examine: ({ topology }) =>
    driversOf(topology).map(({ device, driver, proof, source }) => {
      const told = about(device, 'driver');
      const said = `${driver}, ${proof}, by ${source}`;
      if (proof === 'captured' || topology.simulated) return told.ok(said);
      return told.warning(
        said,
        'one that was held against the real thing',
        'switch an outlet by hand first, and look',
      );
    }),
};
