/**
 * How a pair is configured: what it takes and what it refuses, what is there unless it was configured otherwise, which
 * unit a command belongs on, and what the failover link and the state link may be. What is typed is put back. Played by
 * name: `fover run configuration`.
 */
import { certify, compares, hides, refuses, shows, takes } from 'fover';
import type { Act, Ask, Enter } from 'fover';

const facts = 'show failover | begin Failover';
const running = 'show running-config failover';

/** An interface that is normal and monitored; one that is not monitored is shown with a word more. */
const monitored = (nameif: string): string => `Interface ${nameif} .*: Normal(?: \\(Monitored\\))?\\s*$`;

/** Lines that are refused, and after which the configuration does not say what they would have brought. */
function refused(
  enter: readonly string[],
  lacks: string,
  what: string,
  proves: readonly string[],
  where: Partial<Enter> = {},
): readonly Act[] {
  return [
    refuses(enter, [], `${what} is refused`, proves, where),
    hides('show running-config', lacks, `${what} is not in the configuration`, proves, where as Partial<Ask>),
  ];
}

describe('Addresses', () => {
  certify({
    name: 'addresses-that-are-refused',
    title:
      'while failover is on, no interface gets its address by itself, and no standby address is of another subnet',
    requirements: ['CFG-NO-DHCP', 'CFG-NO-PPPOE', 'CFG-STANDBY-SUBNET'],
    begin: 'primary',
    needs: ['single-context', 'routed'],
    before: [
      ...refused(
        ['interface {data.1.interface}', 'ip address dhcp'],
        '^ *ip address dhcp',
        'an address obtained through DHCP',
        ['CFG-NO-DHCP'],
      ),
      ...refused(
        ['interface {data.1.interface}', 'ip address pppoe'],
        '^ *ip address pppoe',
        'an address obtained through PPPoE',
        ['CFG-NO-PPPOE'],
      ),
      ...refused(
        ['interface {data.1.interface}', 'ip address {data.1.active} {data.1.mask} standby {data.2.standby}'],
        '^ *ip address {data.1.active} {data.1.mask} standby {data.2.standby}',
        'a standby address of another subnet than the active one',
        ['CFG-STANDBY-SUBNET'],
      ),
      takes(
        ['interface {data.1.interface}', 'ip address {data.1.active} {data.1.mask} standby {data.1.standby}'],
        'a standby address of the same subnet is taken',
        ['CFG-STANDBY-SUBNET'],
      ),
    ],
  });

  certify({
    name: 'addresses-of-the-failover-link',
    title: 'the standby address of the failover link is of the same subnet as its active one',
    requirements: ['CFG-STANDBY-SUBNET'],
    begin: 'primary',
    needs: ['lan'],
    before: refused(
      [
        'failover interface ip {failover-link.nameif} {failover-link.active} {failover-link.mask} standby {data.1.standby}',
      ],
      '^failover interface ip .* standby {data.1.standby}',
      'a standby address of another subnet on the failover link',
      ['CFG-STANDBY-SUBNET'],
    ),
  });

  certify({
    name: 'addresses-of-the-state-link',
    title:
      'the standby address of a state link of its own is of the same subnet as its active one, and both are entered with failover interface ip',
    requirements: ['CFG-STANDBY-SUBNET', 'CFG-STATE-LINK-ADDRESS'],
    begin: 'primary',
    needs: ['own-state-link'],
    before: [
      ...refused(
        [
          'failover interface ip {state-link.nameif} {state-link.active} {state-link.mask} standby {data.1.standby}',
        ],
        '^failover interface ip .* standby {data.1.standby}',
        'a standby address of another subnet on the state link',
        ['CFG-STANDBY-SUBNET'],
      ),
      shows(
        running,
        '^failover interface ip {state-link.nameif} {state-link.active} {state-link.mask} standby {state-link.standby}$',
        'the addresses of the state link are those of failover interface ip',
        ['CFG-STATE-LINK-ADDRESS'],
      ),
      hides(
        'show running-config interface {state-link.interface}',
        ['^ *ip address \\d', '^ *nameif '],
        'its interface has neither a name nor an address of its own',
        ['CFG-STATE-LINK-ADDRESS'],
        { expects: [{ says: '^interface {state-link.interface}' }] },
      ),
    ],
  });

  certify({
    name: 'no-ipv6-on-a-pix',
    title: 'a PIX takes no IPv6 addresses for failover',
    requirements: ['CFG-NO-IPV6'],
    begin: 'primary',
    needs: ['pix'],
    before: refused(
      ['interface {data.1.interface}', 'ipv6 address 2001:db8::1/64 standby 2001:db8::2'],
      'ipv6 address .* standby',
      'a pair of IPv6 addresses',
      ['CFG-NO-IPV6'],
    ),
  });
});

describe('Links', () => {
  certify({
    name: 'what-can-be-the-failover-link',
    title:
      'the failover link is a port without a name or a subinterface that is there, and serves nothing but failover',
    requirements: ['CFG-LINK-UNNAMED', 'CFG-LINK-PORT-OR-SUBINTERFACE', 'CFG-LINK-ONLY-FAILOVER'],
    begin: 'primary',
    needs: ['lan', 'single-context'],
    before: [
      ...refused(
        ['failover lan interface other {data.1.interface}'],
        '^failover lan interface other ',
        'an interface that has a name, as the failover link,',
        ['CFG-LINK-UNNAMED'],
      ),
      ...refused(
        ['failover lan interface other {failover-link.interface}.1999'],
        '^failover lan interface other ',
        'a subinterface that is not there, as the failover link,',
        ['CFG-LINK-PORT-OR-SUBINTERFACE'],
      ),
      shows(
        facts,
        '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
        'a port is the failover link, and works',
        ['CFG-LINK-PORT-OR-SUBINTERFACE', 'CFG-LINK-UNNAMED'],
      ),
      ...refused(
        ['interface {failover-link.interface}', 'nameif other'],
        '^ *nameif other',
        'a name for the interface of the failover link',
        ['CFG-LINK-ONLY-FAILOVER'],
      ),
      hides(
        'show running-config interface {failover-link.interface}',
        ['^ *nameif \\S', '^ *security-level \\d', '^ *ip address \\d'],
        'the interface of the failover link has no name, no security level and no address of its own',
        ['CFG-LINK-ONLY-FAILOVER'],
        { expects: [{ says: '^interface {failover-link.interface}' }] },
      ),
    ],
  });
});

describe('Where a command belongs', () => {
  certify({
    name: 'settings-on-the-active-unit',
    title:
      'a setting that is entered on the active unit is that of both; one that is entered on the standby unit is not',
    requirements: ['CFG-ON-ACTIVE'],
    begin: 'primary',
    before: [
      takes('failover polltime unit 3 holdtime 12', 'the active unit takes a unit poll time', [
        'CFG-ON-ACTIVE',
      ]),
      shows(
        running,
        '^failover polltime unit 3 holdtime 12$',
        'the standby unit has it as well',
        ['CFG-ON-ACTIVE'],
        {
          on: 'standby',
          within: 10_000,
        },
      ),
      takes(
        'failover polltime unit 4 holdtime 13',
        'the standby unit takes another, with a warning',
        ['CFG-ON-ACTIVE'],
        {
          on: 'standby',
          expects: [{ says: 'Configuration Replication is NOT performed from Standby unit to Active unit' }],
        },
      ),
      shows(running, '^failover polltime unit 3 holdtime 12$', 'the active unit has what was entered on it', [
        'CFG-ON-ACTIVE',
      ]),
    ],
  });
});

describe('Poll times, policy and monitoring', () => {
  certify({
    name: 'interface-polltime-and-its-no-form',
    title:
      'unit and interface poll times stand side by side, and the no form brings back those of the factory',
    requirements: ['CFG-BOTH-POLLTIMES', 'CFG-POLLTIME-NO-FORM', 'CFG-INTERFACE-POLL-DEFAULT'],
    begin: 'primary',
    needs: ['active-standby'],
    before: [
      takes(
        ['failover polltime unit 2 holdtime 7', 'failover polltime interface 3 holdtime 20'],
        'poll times of the unit and of the interfaces are taken',
        ['CFG-BOTH-POLLTIMES'],
      ),
      shows(
        running,
        ['^failover polltime unit 2 holdtime 7$', '^failover polltime interface 3 holdtime 20$'],
        'both stand in the configuration',
        ['CFG-BOTH-POLLTIMES'],
      ),
      shows(
        facts,
        ['^Unit Poll frequency 2 seconds, holdtime 7', '^Interface Poll frequency 3 seconds'],
        'both are in force',
        ['CFG-BOTH-POLLTIMES'],
      ),
      takes('no failover polltime interface', 'the no form is taken', ['CFG-POLLTIME-NO-FORM']),
      shows(
        facts,
        [
          '^Interface Poll frequency (?:5 seconds, holdtime 25 seconds|15 seconds)',
          '^Unit Poll frequency 2 seconds',
        ],
        'the interface poll time is that of the factory, 5 seconds with a hold time of 25 or, on older versions, 15; that of the unit stays',
        ['CFG-POLLTIME-NO-FORM', 'CFG-INTERFACE-POLL-DEFAULT'],
      ),
      hides(
        running,
        '^failover polltime interface (?!5 holdtime 25|15)',
        'no other stands in the configuration',
        ['CFG-POLLTIME-NO-FORM'],
      ),
    ],
  });

  certify({
    name: 'interface-policy-of-the-factory',
    title: 'unless it was configured otherwise, a single interface that fails causes a failover',
    requirements: ['CFG-POLICY-DEFAULT'],
    begin: 'primary',
    needs: ['active-standby', 'single-context'],
    setup: [takes('no failover interface-policy', 'the interface policy is that of the factory', [])],
    before: [shows(facts, '^Interface Policy 1$', 'one interface is enough', ['CFG-POLICY-DEFAULT'])],
    fault: 'interface-down',
    target: 'active',
    interface: 'inside',
    watch: 'failover',
    during: [
      shows(
        facts,
        [
          'This host: Primary - Failed',
          'Interface {inside.nameif} .*: (?:No Link|Failed|Link Down)',
          'Interface {outside.nameif} .*: Normal',
        ],
        'the unit has failed, though one interface alone has',
        ['CFG-POLICY-DEFAULT'],
        { on: 'primary' },
      ),
    ],
  });

  certify({
    name: 'monitoring-in-single-mode',
    title:
      'monitoring of an interface is turned on and off globally; a subinterface is not monitored until it is asked for',
    requirements: ['CFG-MONITOR-COMMAND', 'CFG-MONITOR-SUBINTERFACE'],
    begin: 'primary',
    needs: ['single-context', 'routed'],
    before: [
      takes('no monitor-interface {data.2.nameif}', 'monitoring of an interface is turned off', []),
      {
        ...hides(
          facts,
          monitored('{data.2.nameif}'),
          'the interface is not monitored any more, and the other one is',
          ['CFG-MONITOR-COMMAND'],
          { within: 15_000 },
        ),
        expects: [
          { lacks: monitored('{data.2.nameif}') },
          { count: monitored('{data.1.nameif}'), is: [2, 2] },
        ],
      },
      takes('monitor-interface {data.2.nameif}', 'monitoring of the interface is turned on', []),
      {
        ...shows(facts, [], 'the interface is monitored again on both units', ['CFG-MONITOR-COMMAND'], {
          within: 30_000,
          as: 'two monitored',
        }),
        expects: [{ count: monitored('{data.2.nameif}'), is: [2, 2] }],
      },
      takes(
        ['interface {data.1.interface}.1999', 'vlan 1999', 'nameif fover-sub', 'security-level 50'],
        'a subinterface is created',
        [],
      ),
      compares(
        facts,
        '^Monitored Interfaces (\\d+)',
        ['same', 'two monitored'],
        'the subinterface is there, and not monitored',
        ['CFG-MONITOR-SUBINTERFACE'],
        { expects: [{ says: 'Interface fover-sub ' }, { lacks: monitored('fover-sub') }] },
      ),
    ],
  });
});
