import { unitNames } from '../../pair/index.ts';
import type { Examination } from '../examination.ts';
import { notConfigured } from '../physical-unit.ts';
import { about } from '../row.ts';

/** Whether failover is configured yet, and what the units make of each other. */
export const configured: Examination = {
  name: 'failover',
  examine: ({ units }) =>
    unitNames.map((unit) => {
      const told = about(unit, 'failover');
      const { failover } = units[unit];
      const bare = notConfigured(units[unit]);
      if (bare?.because === 'unconfigured') return told.unknown(bare);
      if (bare) return told.unknown(bare);
      if ('blind' in failover) return told.unknown(failover);
      const { thisHost } = failover.saw;
      const states =
        thisHost?.state ?? thisHost?.groups.map(({ group, state }) => `group ${group} ${state}`).join(', ');
      const said = states === undefined || states === '' ? 'off' : states;
      if (said === 'off' || /failed|disabled/.test(said))
        return told.warning(
          said,
          'active or standby-ready',
          'look at `show failover` there and mend what it names',
        );
      return told.ok(said);
    }),
};
