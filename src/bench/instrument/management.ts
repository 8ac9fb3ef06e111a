import type { ManagedRole } from '../asking/management.ts';
import { missingManagement, openManagementAt } from '../asking/management.ts';
import type { Instrument } from './instrument.ts';
import { togetherOf } from './together.ts';

const roles: readonly ManagedRole[] = ['active', 'standby'];

/**
 * Who answers where the pair is managed, by a login at each address and the serial number of whoever takes it:
 * `active address primary FCH1931J0PA`. A serial number that the topology does not know is of an `unknown` unit.
 * Two of the sessions of the units are taken for as long as it looks.
 */
export const management: Instrument = {
  name: 'management',
  missing: ({ topology }) => missingManagement(topology),
  read: async (bench) => {
    const { clock } = bench;
    const told = roles.map(async (role) => {
      const askedMs = clock.nowMs();
      const { session, unit = 'unknown', identity } = await openManagementAt(bench, role);
      await session.close();
      const lines = [`${role} address ${unit} ${identity.serial}`];
      return { witness: `${role} address`, lines, askedMs, answeredMs: clock.nowMs() };
    });
    return togetherOf(await Promise.all(told));
  },
};
