/**
 * What the units log and notify of while they fail over: who says it, how, and where it arrives. Needs a bench that
 * listens. Played by name: `fover run messages`.
 */
import { certify, seesAt } from 'fover';

/** Milliseconds in which a message that was logged has arrived. */
const within = 5000;

describe('What the units log', () => {
  certify({
    name: 'forced-failover-is-logged',
    title: 'both units log and notify of a failover, each under its own name',
    requirements: ['LOG-BOTH-UNITS', 'LOG-NAMES-ITS-ROLE', 'LOG-SEVERITY', 'LOG-LINE-PROTOCOL', 'LOG-TRAPS'],
    begin: 'primary',
    needs: ['active-standby'],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      seesAt(
        'syslog',
        [
          '%(?:PIX|ASA)-\\d-104001: \\(Secondary\\) Switching to ACTIVE',
          '%(?:PIX|ASA)-\\d-104002: \\(Primary\\) Switching to ST(?:AND|ND)BY',
        ],
        'the unit that becomes active says so, and the one that becomes standby, each by its role',
        ['LOG-BOTH-UNITS', 'LOG-NAMES-ITS-ROLE'],
        { within },
      ),
      seesAt(
        'syslog',
        ['%(?:PIX|ASA)-1-104001: ', '%(?:PIX|ASA)-1-104002: '],
        'messages of failover are of level 1, as every version since PIX 6 has them, whatever the guides say of level 2',
        ['LOG-SEVERITY'],
        { within },
      ),
      seesAt(
        'syslog',
        ['%(?:PIX|ASA)-4-411002: .*changed state to down', '%(?:PIX|ASA)-4-411001: .*changed state to up'],
        'interfaces are shut down and brought up during the switchover',
        ['LOG-LINE-PROTOCOL'],
        { within },
      ),
      seesAt(
        'traps',
        [
          '1\\.3\\.6\\.1\\.4\\.1\\.9\\.9\\.41\\.2\\.0\\.1 %(?:PIX|ASA)-\\d-104001: \\(Secondary\\)',
          '1\\.3\\.6\\.1\\.4\\.1\\.9\\.9\\.41\\.2\\.0\\.1 %(?:PIX|ASA)-\\d-104002: \\(Primary\\)',
        ],
        'the same comes as notifications of system messages',
        ['LOG-TRAPS'],
        { within },
      ),
    ],
  });

  certify({
    name: 'lost-communications-are-logged',
    title:
      'a unit that hears its mate on no interface any more logs each of them, and that the mate is silent',
    requirements: ['LOG-LOST-COMMUNICATIONS', 'LOG-NAMES-ITS-ROLE', 'LOG-TRAPS'],
    begin: 'primary',
    needs: ['active-standby'],
    fault: 'unit-power-loss',
    target: 'active',
    watch: 'failover',
    during: [
      seesAt(
        'syslog',
        '%(?:PIX|ASA)-1-105005: \\(Secondary\\) Lost Failover communications with mate on interface \\S+',
        'the unit that is left names itself and the interface',
        ['LOG-LOST-COMMUNICATIONS', 'LOG-NAMES-ITS-ROLE'],
        { within },
      ),
      seesAt(
        'traps',
        '%(?:PIX|ASA)-1-105005: \\(Secondary\\) Lost Failover communications with mate on interface \\S+',
        'the same comes as a notification',
        ['LOG-TRAPS'],
        { within },
      ),
    ],
  });

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

  certify({
    name: 'lost-communications-are-told',
    title:
      'a unit that no longer hears its mate on an interface says so with message 105005, which names its role and the interface',
    requirements: ['LOG-LOST-COMMUNICATIONS', 'LOG-NAMES-ITS-ROLE', 'IH-SECOND-HELLO'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    fault: 'interface-cut-off',
    target: 'standby',
    interface: 'inside',
    watch: 'mate-failed',
    during: [
      seesAt(
        'syslog',
        '-105005: \\(Primary\\) Lost Failover communications with mate on interface inside',
        'the active unit says that it lost its mate on the interface',
        ['LOG-LOST-COMMUNICATIONS', 'LOG-NAMES-ITS-ROLE'],
        { within: 10_000 },
      ),
    ],
    after: [
      seesAt(
        'syslog',
        '-105003: \\((?:Primary|Secondary)\\) Monitoring on interface inside waiting(?:[^]*)-105004: \\((?:Primary|Secondary)\\) Monitoring on interface inside normal',
        'before the interface is monitored again it waits for the mate',
        ['IH-SECOND-HELLO', 'IH-WAITING-AFTER-FAILURE'],
        { within: 30_000 },
      ),
    ],
  });
});
