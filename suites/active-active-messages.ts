/**
 * What the units of an Active/Active pair log and notify of when one group fails over: they name the group as well.
 * Played by name: `fover run active-active-messages`.
 */
import { certify, seesAt } from 'fover';

/** Milliseconds in which a message that was logged has arrived. */
const within = 5000;

describe('What the units log of a group', () => {
  certify({
    name: 'group-failover-is-logged',
    title: 'both units log a failover of one group, each under its own name and that of the group',
    requirements: ['LOG-BOTH-UNITS', 'LOG-NAMES-ITS-ROLE', 'LOG-TRAPS'],
    begin: { 1: 'primary', 2: 'secondary' },
    needs: ['active-active'],
    fault: 'told-standby',
    group: 1,
    target: 'active',
    watch: 'failover',
    during: [
      seesAt(
        'syslog',
        [
          '%ASA-1-104001: \\(Secondary_group_1\\) Switching to ACTIVE',
          '%ASA-1-104002: \\(Primary_group_1\\) Switching to ST(?:AND|ND)BY',
        ],
        'the unit whose group becomes active says so, and the one whose group becomes standby',
        ['LOG-BOTH-UNITS', 'LOG-NAMES-ITS-ROLE'],
        { within, expects: [{ lacks: '-10400[12]: \\((?:Primary|Secondary)_group_2\\)' }] },
      ),
      seesAt(
        'traps',
        '%ASA-1-104001: \\(Secondary_group_1\\) Switching to ACTIVE',
        'the same comes as a notification',
        ['LOG-TRAPS'],
        { within },
      ),
    ],
  });
});
