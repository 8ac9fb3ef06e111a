/**
 * Which state is on the standby unit, and which sessions outlive a failover: with Stateful Failover, without it, and
 * while its link is down; and the functionality test of the guides. Of a pair with its first data interface outside and
 * its second one inside. Played by name: `fover run stateful`.
 */
import { certify, compares, hides, seesAt, shows, takes } from 'fover';
import type { Ask, Look } from 'fover';

/** A row of the statistics of `show failover`: how much this unit has sent of it, and how much it has received. */
const sent = (row: string): string => `^\\s*${row}\\s+(\\d+)`;
const received = (row: string): string => `^\\s*${row}\\s+\\d+\\s+\\d+\\s+(\\d+)`;
const translation = '^TCP PAT from (\\S+ to \\S+)';
/** A line of the bridge table: the side, and who is there. */
const bridged = '^(\\S+\\s+[\\da-f]{4}\\.[\\da-f]{4}\\.[\\da-f]{4}\\s+dynamic)';
const onStandby = { on: 'standby', within: 10_000 } as const;

/** A session is opened over each flow that has them, and it works. */
const opened = (means: string, proves: readonly string[]): Look =>
  seesAt('new-sessions', ['^{flow.1}/tcp open since', '^{flow.1}/http open since'], means, proves);
/** What became of those sessions. */
const held = (tcp: string, http: string, means: string, proves: readonly string[]): Look =>
  seesAt('sessions', [`^{flow.1}/tcp ${tcp} since`, `^{flow.1}/http ${http} since`], means, proves);
/** What lets tunnels end at an interface. */
const tunnelled = (nameif: string): readonly string[] => [
  'access-list fover-tunnel extended permit ip any any',
  'crypto map fover 10 match address fover-tunnel',
  `crypto map fover interface ${nameif}`,
  `crypto isakmp enable ${nameif}`,
];
const ended = '(?:stalled|reset|closed)';

const grown = (on: Ask['on'], take: string, than: string, means: string, proves: readonly string[]): Ask =>
  compares('show failover', take, ['more', than], means, proves, { on, within: 10_000 });

describe('Stateful Failover', () => {
  certify({
    name: 'state-outlives-the-active-unit',
    title:
      'the standby unit has the connections, translations and ARP entries of the active one, and goes on with them when that one loses power',
    requirements: [
      'STATE-CONTINUOUS',
      'STATE-SESSIONS-SURVIVE',
      'STATE-TCP',
      'STATE-UDP',
      'STATE-NAT',
      'STATE-ARP',
      'STATE-HTTP-NOT-BY-DEFAULT',
      'STATE-CA-SERVER-LOST',
      'AS-TAKEOVER',
    ],
    begin: 'primary',
    needs: ['object-nat', 'active-standby', 'single-context', 'state-link', 'traffic'],
    setup: [
      takes(
        [
          'object network fover-inside',
          'subnet 0.0.0.0 0.0.0.0',
          'nat ({data.2.nameif},{data.1.nameif}) dynamic {data.1.spare-1}',
        ],
        'who is inside is translated on the way out',
        [],
      ),
      takes('crypto ca server', 'a CA server is configured on the active unit', []),
    ],
    before: [
      shows('show failover', sent('General'), 'what was sent so far is noted', [], { as: 'sent so far' }),
      shows('show failover', received('General'), 'what was received so far is noted', [], {
        on: 'standby',
        as: 'received so far',
      }),
      shows('clear arp', '^$', 'the active unit forgets who is where', []),
      opened('sessions begin', ['OPS-TRAFFIC-AFTERWARDS']),
      grown('active', sent('General'), 'sent so far', 'the active unit goes on telling of state', [
        'STATE-CONTINUOUS',
      ]),
      grown('active', sent('TCP conn'), 'sent so far', 'of TCP connections as they begin', [
        'STATE-CONTINUOUS',
        'STATE-TCP',
      ]),
      grown('standby', received('TCP conn'), 'received so far', 'which the standby unit receives', [
        'STATE-CONTINUOUS',
        'STATE-TCP',
      ]),
      grown('standby', received('ARP tbl'), 'received so far', 'with the ARP entries that are new', [
        'STATE-ARP',
      ]),
      shows(
        'show conn',
        ['^TCP .*:7\\b', '^TCP .*:80\\b', '^UDP '],
        'the active unit has the connections',
        [],
      ),
      shows(
        'show conn',
        ['^TCP .*:7\\b'],
        'the standby unit has the TCP connection, though nothing goes through it',
        ['STATE-TCP', 'STATE-CONTINUOUS'],
        onStandby,
      ),
      shows('show conn', ['^UDP '], 'and the UDP connections', ['STATE-UDP', 'STATE-CONTINUOUS'], onStandby),
      hides('show conn', ['^TCP .*:80\\b'], 'but not that over HTTP', ['STATE-HTTP-NOT-BY-DEFAULT'], {
        on: 'standby',
      }),
      shows('show xlate', translation, 'the active unit has translations', [], { as: 'translations' }),
      compares(
        'show xlate',
        translation,
        ['same', 'translations'],
        'the standby unit has the same',
        ['STATE-NAT'],
        onStandby,
      ),
      shows('show running-config', '^crypto ca server', 'the active unit is a CA server', []),
    ],
    fault: 'unit-power-loss',
    target: 'active',
    watch: 'failover',
    during: [
      held('open', ended, 'the TCP session goes on, the one over HTTP is lost', [
        'STATE-SESSIONS-SURVIVE',
        'STATE-TCP',
        'STATE-HTTP-NOT-BY-DEFAULT',
      ]),
      shows('show conn', '^TCP .*:7\\b', 'the new active unit has its connection', [
        'STATE-SESSIONS-SURVIVE',
      ]),
      compares('show xlate', translation, ['same', 'translations'], 'and the translations', [
        'STATE-NAT',
        'STATE-SESSIONS-SURVIVE',
      ]),
      hides('show running-config', '^crypto ca server', 'there is no CA server any more', [
        'STATE-CA-SERVER-LOST',
      ]),
      opened('the unit that has taken over lets new sessions through', [
        'AS-TAKEOVER',
        'OPS-TRAFFIC-AFTERWARDS',
      ]),
    ],
  });

  certify({
    name: 'state-link-down-then-failover',
    title: 'sessions that began while the state link was down end at a failover',
    requirements: ['STATE-STALE-WITHOUT-LINK'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'own-state-link', 'traffic'],
    fault: 'state-link-down',
    target: 'active',
    watch: 'nothing',
    during: [
      opened('the active unit lets sessions through while the state link is down', []),
      hides(
        'show conn',
        ['^TCP .*:7\\b'],
        'the standby unit does not know of them',
        ['STATE-STALE-WITHOUT-LINK'],
        { on: 'standby' },
      ),
      {
        ask: 'no failover active',
        on: 'active',
        causes: 'told-standby',
        expects: [{ answer: 'accepted' }],
        means: 'failover is forced',
        proves: [],
      },
      shows('show failover', 'This host: Secondary - Active', 'the secondary unit has taken over', [], {
        on: 'secondary',
        within: 10_000,
      }),
      held(ended, ended, 'the sessions are lost', ['STATE-STALE-WITHOUT-LINK']),
    ],
  });

  certify({
    name: 'functionality-test',
    title:
      'the functionality test of the guides: sessions before a forced failover, after it, and after the way back, with HTTP replicated',
    requirements: [
      'OPS-TRAFFIC-AFTERWARDS',
      'OPS-TEST-RESTORES',
      'STATE-HTTP-WHEN-ENABLED',
      'STATE-SESSIONS-SURVIVE',
    ],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'state-link', 'traffic'],
    setup: [takes('failover replication http', 'HTTP connections are to be replicated', [])],
    before: [
      opened('the active unit passes traffic as expected', ['OPS-TRAFFIC-AFTERWARDS']),
      shows(
        'show conn',
        ['^TCP .*:7\\b', '^TCP .*:80\\b'],
        'the standby unit has the connection over HTTP as well',
        ['STATE-HTTP-WHEN-ENABLED', 'STATE-TCP'],
        onStandby,
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      held('open', 'open', 'both sessions go on', [
        'STATE-HTTP-WHEN-ENABLED',
        'STATE-SESSIONS-SURVIVE',
        'STATE-TCP',
      ]),
      opened('the unit that has taken over passes traffic between the same hosts', [
        'OPS-TRAFFIC-AFTERWARDS',
        'AS-TAKEOVER',
      ]),
      {
        ask: 'failover active',
        on: 'primary',
        causes: 'told-active',
        expects: [{ answer: 'accepted' }],
        means: 'the primary unit is told to become active',
        proves: ['OPS-TEST-RESTORES'],
      },
      shows('show failover', 'This host: Primary - Active', 'it is active again', ['OPS-TEST-RESTORES'], {
        on: 'primary',
        within: 10_000,
      }),
      held('open', 'open', 'the sessions go on over it', [
        'STATE-HTTP-WHEN-ENABLED',
        'STATE-SESSIONS-SURVIVE',
      ]),
    ],
    after: [opened('traffic passes as before', ['OPS-TRAFFIC-AFTERWARDS'])],
  });

  certify({
    name: 'http-replicated-per-group',
    title: 'HTTP connections of a failover group outlive a failover if they are replicated for that group',
    requirements: ['STATE-HTTP-PER-GROUP', 'STATE-HTTP-WHEN-ENABLED', 'STATE-HTTP-NOT-BY-DEFAULT'],
    begin: 'primary',
    needs: ['active-active', 'state-link', 'traffic'],
    setup: [
      takes(['failover group 1', 'replication http'], 'HTTP of the first group is to be replicated', [
        'STATE-HTTP-PER-GROUP',
      ]),
    ],
    before: [
      shows(
        'show running-config failover',
        '^failover group 1\\n(?: .*\\n)*  ?replication http$',
        'it is configured for the first group',
        ['STATE-HTTP-PER-GROUP'],
        { expects: [{ count: '^ +replication http', is: [1, 1] }] },
      ),
      seesAt(
        'new-sessions',
        ['^{flow.1}/http open since', '^{flow.3}/http open since'],
        'sessions begin',
        [],
      ),
      shows(
        'show conn',
        ['^TCP .*:7\\b', '^TCP .*:80\\b'],
        'that over HTTP is on standby in the context of the first group',
        ['STATE-HTTP-PER-GROUP', 'STATE-HTTP-WHEN-ENABLED'],
        { ...onStandby, in: '{context.2}' },
      ),
      shows('show conn', ['^TCP .*:7\\b'], 'in that of the second group the plain one is', ['STATE-TCP'], {
        ...onStandby,
        in: '{context.3}',
      }),
      hides(
        'show conn',
        ['^TCP .*:80\\b'],
        'but not that over HTTP',
        ['STATE-HTTP-PER-GROUP', 'STATE-HTTP-NOT-BY-DEFAULT'],
        { on: 'standby', in: '{context.3}' },
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      seesAt(
        'sessions',
        [
          '^{flow.1}/tcp open since',
          '^{flow.1}/http open since',
          '^{flow.3}/tcp open since',
          `^{flow.3}/http ${ended} since`,
        ],
        'both groups have failed over, and the session over HTTP of the second one is lost',
        ['STATE-HTTP-PER-GROUP', 'STATE-SESSIONS-SURVIVE'],
      ),
    ],
  });

  certify({
    name: 'bridge-table-on-standby',
    title: 'the standby unit of a transparent pair has the bridge table of the active one',
    requirements: ['STATE-L2-BRIDGE'],
    begin: 'primary',
    needs: ['transparent', 'active-standby', 'state-link', 'traffic'],
    before: [
      shows('show mac-address-table', bridged, 'the active unit has learnt who is on which side', [], {
        as: 'the bridge table',
      }),
      compares(
        'show mac-address-table',
        bridged,
        ['same', 'the bridge table'],
        'the standby unit has the same, though nothing goes through it',
        ['STATE-L2-BRIDGE'],
        onStandby,
      ),
      shows(
        'show failover',
        `^\\s*L2BRIDGE tbl\\s+\\d+\\s+\\d+\\s+[1-9]\\d*\\s`,
        'and counts what it has received of it',
        ['STATE-L2-BRIDGE'],
        { on: 'standby' },
      ),
    ],
  });
});

describe('Stateful Failover, of what hosts agree on with the active unit', () => {
  certify({
    name: 'agreements-outlive-a-failover',
    title:
      'calls, PDP contexts and tunnels are passed to the standby unit; leases of the DHCP server and users who have logged in are not',
    requirements: [
      'STATE-SIP',
      'STATE-GTP',
      'STATE-IPSEC',
      'STATE-VPN-STAYS',
      'STATE-NOT-DHCP-LEASES',
      'STATE-NOT-UAUTH',
    ],
    begin: 'primary',
    needs: ['asa', 'routed', 'active-standby', 'single-context', 'own-state-link', 'traffic'],
    setup: [
      takes(
        ['dhcpd address {data.2.spare-1}-{data.2.spare-3} {data.2.nameif}', 'dhcpd enable {data.2.nameif}'],
        'addresses are lent to who is inside',
        [],
      ),
      takes(['policy-map global_policy', 'class inspection_default', 'inspect gtp'], 'GTP is inspected', []),
      {
        ...takes(
          [
            'username visitor password visitor',
            'access-list fover-visitors extended permit tcp any any eq 80',
            'aaa authentication match fover-visitors {data.2.nameif} LOCAL',
          ],
          'who goes out over HTTP has to log in',
          [],
        ),
        undo: [
          'no aaa authentication match fover-visitors {data.2.nameif} LOCAL',
          'no access-list fover-visitors extended permit tcp any any eq 80',
          'no username visitor',
        ],
      },
      takes(tunnelled('{data.1.nameif}'), 'tunnels may end at the interface outside', []),
    ],
    before: [
      shows('show failover', received('GTP PDP'), 'what was received so far is noted', [], {
        on: 'standby',
        as: 'received so far',
      }),
      seesAt('new-lease', 'leased {data.2.spare-1}$', 'an address is lent', []),
      seesAt('new-tunnel', 'tunnel agreed$', 'a tunnel is agreed on', []),
      seesAt('new-call', 'call open$', 'a call is made', []),
      seesAt('new-context', 'context made$', 'a PDP context is made', []),
      seesAt('new-login', 'visitor$', 'a user logs in', []),
      grown('standby', received('GTP PDP'), 'received so far', 'the standby unit receives the PDP context', [
        'STATE-GTP',
      ]),
      shows('show uauth', "^user 'visitor' at ", 'the active unit knows of the user', []),
      hides('show uauth', "^user 'visitor' ", 'the standby unit does not', ['STATE-NOT-UAUTH'], {
        on: 'standby',
      }),
      shows('show dhcpd binding', '^{data.2.spare-1} ', 'the active unit knows of the lease', []),
      hides(
        'show dhcpd binding',
        '^{data.2.spare-1} ',
        'the standby unit does not',
        ['STATE-NOT-DHCP-LEASES'],
        {
          on: 'standby',
        },
      ),
      shows('show crypto isakmp sa', 'Active SA: 1$', 'the active unit has the tunnel', [], {}),
      shows(
        'show crypto isakmp sa',
        ['Active SA: 1$', 'MM_ACTIVE'],
        'so has the standby unit',
        ['STATE-IPSEC'],
        onStandby,
      ),
      shows('show sip', ['^Total: 1$'], 'the active unit has the call', []),
      shows('show sip', ['^Total: 1$', 'state Active'], 'so has the standby unit', ['STATE-SIP'], onStandby),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      hides('show dhcpd binding', '^{data.2.spare-1} ', 'the new active unit knows of no lease', [
        'STATE-NOT-DHCP-LEASES',
      ]),
      hides('show uauth', "^user 'visitor' ", 'and of no user', ['STATE-NOT-UAUTH']),
      shows('show sip', ['^Total: 1$', 'state Active'], 'it has the call', ['STATE-SIP']),
      hides('show conn', ':5004\\b', 'nothing has come out of the tunnel yet', []),
      seesAt('tunnel-datagram', 'through its tunnel$', 'who is in the tunnel goes on without a new one', []),
      shows(
        'show conn',
        ':5004\\b',
        'and the new active unit lets it through',
        ['STATE-VPN-STAYS', 'STATE-IPSEC'],
        {
          within: 5000,
        },
      ),
    ],
  });

  certify({
    name: 'routes-are-learnt-again',
    title: 'routes that the active unit has learnt are not passed to the standby unit',
    requirements: ['STATE-NOT-ROUTES'],
    begin: 'primary',
    needs: [
      'routes-not-passed',
      'routed',
      'active-standby',
      'single-context',
      'lan',
      'state-link',
      'traffic',
    ],
    setup: [takes(['router rip', 'network {data.1.active}'], 'RIP is spoken outside', [])],
    before: [
      seesAt('new-routes', 'told of', 'a router outside tells of a network', []),
      shows('show route', '^R ', 'the active unit has learnt the way there', [], { within: 5000 }),
      hides('show route', '^R ', 'the standby unit does not know it', ['STATE-NOT-ROUTES'], {
        on: 'standby',
      }),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      hides('show route', '^R ', 'nor does it when it has become active', ['STATE-NOT-ROUTES']),
      seesAt('new-routes', 'told of', 'the router tells of it again', []),
      shows('show route', '^R ', 'and the new active unit learns it', ['STATE-NOT-ROUTES'], { within: 5000 }),
    ],
  });

  certify({
    name: 'tunnels-of-contexts-end',
    title: 'a tunnel of a pair in multiple context mode is not passed to the standby unit',
    requirements: ['STATE-VPN-ACTIVE-STANDBY-SINGLE'],
    begin: 'primary',
    needs: ['multiple-contexts', 'state-link', 'traffic'],
    setup: [
      takes(tunnelled('{context.2.data.1.nameif}'), 'tunnels may end at the interface outside', [], {
        in: '{context.2}',
      }),
    ],
    before: [
      seesAt('new-tunnel', 'tunnel agreed$', 'a tunnel is agreed on', []),
      seesAt('new-call', 'call open$', 'and a call is made, of which the standby unit hears', []),
      shows('show sip', '^Total: 1$', 'it has the call', ['STATE-SIP'], { ...onStandby, in: '{context.2}' }),
      hides('show crypto isakmp sa', 'MM_ACTIVE', 'but no tunnel', ['STATE-VPN-ACTIVE-STANDBY-SINGLE'], {
        on: 'standby',
        in: '{context.2}',
      }),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      hides(
        'show crypto isakmp sa',
        'MM_ACTIVE',
        'the new active unit has none either',
        ['STATE-VPN-ACTIVE-STANDBY-SINGLE'],
        { in: '{context.2}' },
      ),
    ],
  });
});

describe('Stateless failover', () => {
  certify({
    name: 'stateless-drops-sessions',
    title: 'without Stateful Failover no session outlives a failover, and new ones can begin',
    requirements: ['STATE-STATELESS-DROPS'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'stateless', 'traffic'],
    before: [
      opened('sessions begin', ['OPS-TRAFFIC-AFTERWARDS']),
      shows('show conn', '^TCP .*:7\\b', 'the active unit has the connections', []),
      hides('show conn', '^TCP .*:7\\b', 'the standby unit has not', ['STATE-STATELESS-DROPS'], {
        on: 'standby',
      }),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      held(ended, ended, 'no session goes on', ['STATE-STATELESS-DROPS']),
      hides('show conn', '^TCP .*:7\\b', 'the new active unit has no connection of them', [
        'STATE-STATELESS-DROPS',
      ]),
      opened('clients can begin sessions anew', ['STATE-STATELESS-DROPS', 'OPS-TRAFFIC-AFTERWARDS']),
    ],
  });
});
