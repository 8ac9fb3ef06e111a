import { unitNames } from '../../pair/index.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';

/** A unit takes five sessions of SSH and no more (message 710004). */
const most = 5;
/** What a run takes of them at once: a login of its own, and one of a suite. */
const needed = 2;

/** Whether a login is left for fover. */
export const sessions: Examination = {
  name: 'sessions',
  examine: ({ topology, units }) =>
    unitNames
      .filter((unit) => topology.units[unit].management?.ssh !== undefined)
      .map((unit) => {
        const told = about(unit, 'free SSH sessions');
        const look = units[unit].sessions;
        if ('blind' in look) return told.unknown(look);
        const held = look.saw.map(({ user, client }) => `${user} from ${client}`);
        const said = `${most - held.length} of ${most}${held.length === 0 ? '' : `; held by ${held.join(', ')}`}`;
        if (most - held.length >= needed) return told.ok(said);
        return told.wrong(said, `${needed} of ${most}`, 'end sessions that nobody needs (ssh disconnect …)');
      }),
};
