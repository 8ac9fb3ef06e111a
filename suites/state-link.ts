/**
 * The state link in its forms: none, the failover link, a data interface. What of it is configured and shown, whether
 * sessions outlive a failover, and what becomes of its addresses. Played by name: `fover run state-link`.
 */
import { certify, compares, hides, seesAt, shows, takes } from 'fover';
import type { Ask } from 'fover';

const needs = ['active-standby', 'single-context', 'lan'] as const;
const failoverLines = 'show running-config failover';
const link = 'show interface {state-link.nameif}';
const mac = 'MAC address ([\\da-f]{4}\\.[\\da-f]{4}\\.[\\da-f]{4})';
const address = 'IP address ([\\d.]+)';

/** Sessions that answer and are not ended, of those without HTTP; HTTP is replicated on request only. */
const alive = '/tcp open since \\d+ echoed (\\d+) of \\1$';

/** The state of connections reaches the standby unit. */
const passed = (means: string, proves: readonly string[]): readonly Ask[] => [
  shows(
    'show failover',
    '^\\s*TCP conn\\s+[1-9]\\d*\\s',
    `the active unit sends the state of ${means}`,
    proves,
    {
      within: 20_000,
    },
  ),
  shows(
    'show failover',
    '^\\s*TCP conn\\s+\\d+\\s+\\d+\\s+[1-9]\\d*\\s',
    'and the standby unit receives it',
    proves,
    {
      on: 'standby',
      within: 20_000,
    },
  ),
];

const sameAs = (than: string, take: string, on: Ask['on'], means: string, proves: readonly string[]): Ask =>
  compares(link, take, ['same', than], means, proves, { on, within: 10_000 });

describe('The state link', () => {
  certify({
    name: 'state-link-none',
    title:
      'without a state link a pair fails over all the same, and knows nothing of connections on its standby unit',
    requirements: ['CFG-STATE-LINK-NEEDED', 'SYS-STATEFUL-OR-NOT'],
    begin: 'primary',
    needs: [...needs, 'stateless', 'traffic'],
    before: [
      shows('show failover', '^\\s*Link : Unconfigured', 'the state link is shown as unconfigured', [
        'OPS-SHOWS-STATE-LINK',
      ]),
      hides('show failover', 'Stateful Obj', 'no statistics of state are shown', ['OPS-SHOWS-STATISTICS']),
      seesAt('new-sessions', alive, 'sessions are open through the pair', []),
      shows('show conn', '^TCP ', 'the active unit knows them', [], { within: 10_000 }),
      hides('show conn', '^TCP ', 'the standby unit does not', ['CFG-STATE-LINK-NEEDED'], { on: 'standby' }),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      hides(
        'show conn',
        '^TCP ',
        'the unit that took over has none of the sessions',
        ['CFG-STATE-LINK-NEEDED'],
        {
          on: 'secondary',
        },
      ),
      shows('show failover', 'This host: Secondary - Active', 'it has become active without state', [
        'SYS-STATEFUL-OR-NOT',
      ]),
      seesAt('new-sessions', alive, 'and passes new sessions', ['SYS-STATEFUL-OR-NOT']),
    ],
  });

  certify({
    name: 'no-state-link-no-state',
    title: 'without a state link no state is passed, and sessions end at a failover',
    requirements: ['CFG-STATE-LINK-NEEDED'],
    begin: 'primary',
    needs: ['stateless', 'active-standby', 'single-context'],
    before: [
      seesAt('new-sessions', ' open since ', 'sessions are opened through the pair', []),
      hides(
        'show failover',
        ['^\\s*TCP conn', '^\\s*Link : \\S+ \\S+ \\(up\\)'],
        'no state is passed',
        ['CFG-STATE-LINK-NEEDED'],
        {
          expects: [{ says: '^Failover On' }],
        },
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      {
        ...seesAt('sessions', [], 'no session outlives the failover', ['CFG-STATE-LINK-NEEDED']),
        expects: [{ says: '^\\S+ \\S' }, { lacks: ' open since ' }],
      },
    ],
  });

  certify({
    name: 'state-link-shared',
    title:
      'a failover link that carries the state as well is configured by its name only, and sessions outlive a failover',
    requirements: ['CFG-STATE-LINK-SHARED', 'CFG-STATE-LINK-CHOICES', 'SYS-STATEFUL-OR-NOT'],
    begin: 'primary',
    needs: [...needs, 'shared-state-link', 'traffic'],
    before: [
      takes('failover link {failover-link.nameif}', 'the name of the failover link is all that is entered', [
        'CFG-STATE-LINK-SHARED',
      ]),
      {
        ...shows(failoverLines, [], 'and the link has no further port and no further addresses', [
          'CFG-STATE-LINK-SHARED',
        ]),
        expects: [
          { says: '^failover link {failover-link.nameif}' },
          { count: '^failover interface ip ', is: [1, 1] },
        ],
      },
      shows(
        'show failover',
        '^\\s*Link : {failover-link.nameif} {failover-link.interface} \\(up\\)',
        'the failover link is shown as the state link, and is up',
        ['OPS-SHOWS-STATE-LINK', 'CFG-STATE-LINK-CHOICES'],
      ),
      shows(link, mac, 'the link of the primary unit', [], { on: 'primary', as: 'the link' }),
      seesAt('new-sessions', alive, 'sessions are open through the pair', []),
      ...passed('connections over it', ['CFG-STATE-LINK-CHOICES', 'CFG-STATE-LINK-NEEDED']),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      seesAt('sessions', alive, 'the sessions go on over the other unit', [
        'CFG-STATE-LINK-CHOICES',
        'CFG-STATE-LINK-NEEDED',
        'SYS-STATEFUL-OR-NOT',
      ]),
      sameAs('the link', mac, 'primary', 'the link keeps its MAC address', ['MAC-STATE-LINK-STAYS']),
      sameAs('the link', address, 'primary', 'and its IP address', ['MAC-STATE-LINK-STAYS']),
    ],
  });

  certify({
    name: 'state-link-on-data',
    title:
      'a data interface as state link brings a warning, carries the state, and its addresses go with the active unit',
    requirements: ['CFG-STATE-LINK-ON-DATA', 'CFG-STATE-LINK-WARNING', 'MAC-STATE-LINK-ON-DATA-MOVES'],
    begin: 'primary',
    needs: [...needs, 'routed', 'state-on-data', 'traffic'],
    before: [
      takes(
        'failover link {state-link.nameif}',
        'the name of the interface is all that is entered, and sharing it is warned of',
        ['CFG-STATE-LINK-WARNING', 'CFG-STATE-LINK-SHARED', 'CFG-STATE-LINK-ON-DATA'],
        {
          expects: [
            { says: 'WARNING' },
            { says: 'Sharing Stateful failover interface with regular data interface is not' },
            { says: 'recommended configuration due to performance and security' },
          ],
        },
      ),
      {
        ...shows(failoverLines, [], 'it has no further addresses', ['CFG-STATE-LINK-SHARED']),
        expects: [
          { says: '^failover link {state-link.nameif}' },
          { lacks: '^failover interface ip {state-link.nameif} ' },
        ],
      },
      shows(
        'show failover',
        '^\\s*Link : {state-link.nameif} \\S+ \\(up\\)',
        'the data interface is shown as the state link, and is up',
        ['OPS-SHOWS-STATE-LINK', 'CFG-STATE-LINK-CHOICES'],
      ),
      shows(link, mac, 'the interface of the active unit', [], { as: 'the active one' }),
      shows(link, mac, 'the interface of the standby unit', [], { on: 'standby', as: 'the standby one' }),
      seesAt('new-sessions', alive, 'sessions are open through the pair', []),
      ...passed('connections over it', ['CFG-STATE-LINK-CHOICES', 'CFG-STATE-LINK-ON-DATA']),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      seesAt('sessions', alive, 'the sessions go on over the other unit', ['CFG-STATE-LINK-CHOICES']),
      ...(['MAC address', 'IP address'] as const).flatMap((what) => {
        const take = what === 'MAC address' ? mac : address;
        const proves = ['MAC-STATE-LINK-ON-DATA-MOVES'];
        return [
          sameAs(
            'the active one',
            take,
            'secondary',
            `the ${what} has moved to the unit that took over`,
            proves,
          ),
          sameAs('the standby one', take, 'primary', `and its own to the one that stands by`, proves),
        ];
      }),
    ],
  });
});
