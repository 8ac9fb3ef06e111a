/**
 * What the units say of a failover: system messages, their severity and role, and traps. Played by name:
 * `fover run messages`.
 */
import { certify, seesAt } from 'fover';

describe('Messages', () => {
  certify({
    name: 'both-units-tell-of-a-failover',
    title: 'when a failover occurs both units send system messages that name their role, and traps',
    requirements: ['LOG-BOTH-UNITS', 'LOG-SEVERITY', 'LOG-NAMES-ITS-ROLE', 'LOG-LINE-PROTOCOL', 'LOG-TRAPS'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      seesAt(
        'syslog',
        ['%(?:ASA|PIX)-\\d-104001: \\(Secondary\\)', '%(?:ASA|PIX)-\\d-104002: \\(Primary\\)'],
        'both units say that they change their states, each by its own role',
        ['LOG-BOTH-UNITS', 'LOG-NAMES-ITS-ROLE'],
      ),
      {
        ...seesAt('syslog', [], 'messages of failover are critical, or more severe than that', [
          'LOG-SEVERITY',
        ]),
        expects: [{ says: '-[12]-10400[12]:' }, { lacks: '-[3-7]-10[45]00\\d:' }],
      },
      seesAt(
        'syslog',
        [
          '-411002: Line protocol on Interface {data.1.nameif}, changed state to down',
          '-411001: Line protocol on Interface {data.1.nameif}, changed state to up',
        ],
        'the interfaces are logically shut down and brought up',
        ['LOG-LINE-PROTOCOL'],
      ),
      seesAt('traps', ['104001', '104002'], 'the failover is reported by syslog traps', ['LOG-TRAPS']),
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
