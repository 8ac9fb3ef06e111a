/**
 * A pair in transparent firewall mode: the one address that it is managed at, the bridge between its interfaces, and what
 * of them goes over. Played by name: `fover run transparent`.
 */
import { certify, compares, hides, refuses, shows, takes } from 'fover';

const data = 'show interface {data.1.interface}';
const address = 'IP address ([\\d.]+)';
const mac = 'MAC address ([\\da-f]{4}\\.[\\da-f]{4}\\.[\\da-f]{4})';
const managed = '{management-address.active} {management-address.mask} standby {management-address.standby}';

/** Every station that the bridge has seen, with the interface that it is behind. */
const station = '^(\\S+ +[\\da-f]{4}\\.[\\da-f]{4}\\.[\\da-f]{4}) ';

/** A row of `show failover`: what was sent and received of a kind of state, and went wrong in between. */
const sent = (row: string): string => `^\\s*${row}\\s+[1-9]\\d*\\s`;
const received = (row: string): string => `^\\s*${row}\\s+\\d+\\s+\\d+\\s+[1-9]\\d*\\s`;

describe('A transparent pair', () => {
  certify({
    name: 'transparent-management-address',
    title:
      'a transparent pair is managed at one address and one standby address, and its interfaces have none of their own',
    requirements: ['CFG-TRANSPARENT-ADDRESS', 'CFG-STATE-LINK-ON-DATA'],
    begin: 'primary',
    needs: ['active-standby', 'transparent', 'one-bridge', 'state-link'],
    before: [
      takes(
        `ip address ${managed}`,
        'the management address and its standby address are entered in global configuration mode',
        ['CFG-TRANSPARENT-ADDRESS'],
      ),
      shows(
        'show running-config',
        `^ip address ${managed}`,
        'and stand in the configuration outside of all interfaces',
        ['CFG-TRANSPARENT-ADDRESS'],
      ),
      shows(
        'show running-config',
        `^ip address ${managed}`,
        'also in that of the standby unit',
        ['CFG-TRANSPARENT-ADDRESS'],
        { on: 'standby' },
      ),
      refuses(
        ['interface {data.1.interface}', 'ip address {management-address.active} {management-address.mask}'],
        [],
        'an interface of the bridge takes no address',
        ['CFG-TRANSPARENT-ADDRESS'],
      ),
      refuses('failover link {data.1.nameif}', [], 'nor can it be the state link', [
        'CFG-STATE-LINK-ON-DATA',
      ]),
      shows('show firewall', 'mode: Transparent', 'the active unit runs in transparent mode', []),
      shows('show firewall', 'mode: Transparent', 'and the standby unit in the same', [], { on: 'standby' }),
    ],
  });

  certify({
    name: 'transparent-failover',
    title:
      'the unit that takes over has the management address, and knows behind which interface every station is',
    requirements: ['MAC-TRANSPARENT', 'STATE-L2-BRIDGE', 'AS-TRIGGER-FORCED'],
    begin: 'primary',
    needs: ['active-standby', 'transparent', 'state-link', 'traffic'],
    before: [
      shows(
        data,
        'IP address {management-address.active},',
        'the active unit has the active management address',
        ['MAC-TRANSPARENT'],
        { as: 'the active unit' },
      ),
      shows(
        data,
        'IP address {management-address.standby},',
        'the standby unit has the standby management address',
        ['MAC-TRANSPARENT'],
        { on: 'standby', as: 'the standby unit' },
      ),
      shows(
        'show failover',
        [
          'Interface {data.1.nameif} \\({management-address.active}\\): Normal',
          'Interface {data.2.nameif} \\({management-address.active}\\): Normal',
          'Interface {data.1.nameif} \\({management-address.standby}\\): Normal',
          'Interface {data.2.nameif} \\({management-address.standby}\\): Normal',
        ],
        'every interface is shown with the management address, of either unit its own',
        ['OPS-SHOWS-INTERFACE-ADDRESS'],
      ),
      shows(
        'show failover',
        sent('L2BRIDGE tbl'),
        'the row of the bridge table is shown, and the active unit has sent what it knows',
        ['OPS-SHOWS-CONDITIONAL-ROWS', 'STATE-L2-BRIDGE'],
        { within: 10_000 },
      ),
      shows(
        'show failover',
        received('L2BRIDGE tbl'),
        'the standby unit has received it',
        ['STATE-L2-BRIDGE'],
        { on: 'standby', within: 10_000 },
      ),
      hides('show failover', 'GTP PDP', 'no row of GTP is shown where it is not inspected', [
        'OPS-SHOWS-CONDITIONAL-ROWS',
      ]),
      shows(
        'show mac-address-table',
        ['^{data.1.nameif} +[\\da-f]{4}\\.', '^{data.2.nameif} +[\\da-f]{4}\\.'],
        'the active unit has seen stations behind both interfaces',
        [],
        { as: 'the bridge table', within: 10_000 },
      ),
      compares(
        'show mac-address-table',
        station,
        ['same', 'the bridge table'],
        'the standby unit, which has bridged nothing, knows the same stations behind the same interfaces',
        ['STATE-L2-BRIDGE'],
        { on: 'standby', within: 10_000 },
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    during: [
      compares(
        data,
        address,
        ['same', 'the active unit'],
        'the unit that took over has assumed the active management address',
        ['MAC-TRANSPARENT'],
        { on: 'secondary' },
      ),
      compares(
        data,
        mac,
        ['same', 'the active unit'],
        'with the MAC address that it was reached at',
        ['MAC-TRANSPARENT', 'MAC-PAIRING-KEPT'],
        { on: 'secondary' },
      ),
      compares(
        data,
        address,
        ['same', 'the standby unit'],
        'and the other one has the standby management address',
        ['MAC-TRANSPARENT'],
        { on: 'primary', within: 10_000 },
      ),
      shows(
        'show mac-address-table',
        ['^{data.1.nameif} +[\\da-f]{4}\\.', '^{data.2.nameif} +[\\da-f]{4}\\.'],
        'it has the stations in its bridge table at once',
        ['STATE-L2-BRIDGE'],
        { on: 'secondary' },
      ),
    ],
  });
});
