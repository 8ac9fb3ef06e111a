/**
 * How a pair is configured: what it takes and what it refuses, what is there unless it was configured otherwise, which
 * unit a command belongs on, and what the failover link and the state link may be. What is typed is put back. Played by
 * name: `fover run configuration`.
 */
import { certify, compares, hides, refuses, seesAt, shows, takes } from 'fover';
import type { Act } from 'fover';

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
): readonly Act[] {
  return [
    refuses(enter, [], `${what} is refused`, proves),
    hides('show running-config', lacks, `${what} is not in the configuration`, proves),
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

describe('The state link', () => {
  certify({
    name: 'what-can-be-the-state-link',
    title:
      'the state goes over an interface of its own, over a data interface with a warning, or over the failover link, and both of these are named and nothing else',
    requirements: [
      'CFG-STATE-LINK-CHOICES',
      'CFG-STATE-LINK-SHARED',
      'CFG-STATE-LINK-WARNING',
      'CFG-STATE-LINK-ON-DATA',
    ],
    begin: 'primary',
    needs: ['own-state-link', 'lan', 'single-context', 'routed'],
    before: [
      shows(
        facts,
        '^\\s*Link : {state-link.nameif} {state-link.interface} \\(up\\)',
        'the state goes over an interface of its own',
        ['CFG-STATE-LINK-CHOICES'],
      ),
      takes(
        'failover link {data.2.nameif}',
        'a data interface is taken as the state link, with a warning that this is not recommended',
        ['CFG-STATE-LINK-WARNING', 'CFG-STATE-LINK-SHARED'],
        {
          expects: [
            { says: '^\\*+ WARNING \\*+' },
            {
              says: 'Sharing Stateful failover interface with regular data interface is not\\s+a recommended configuration due to performance and security concerns',
            },
          ],
        },
      ),
      shows(
        facts,
        '^\\s*Link : {data.2.nameif} {data.2.interface} \\(up\\)',
        'the state goes over the data interface, whose port was not named',
        ['CFG-STATE-LINK-CHOICES', 'CFG-STATE-LINK-SHARED', 'CFG-STATE-LINK-ON-DATA'],
        { within: 15_000 },
      ),
      takes(
        'failover link {failover-link.nameif}',
        'the failover link is taken as the state link, by its name, and without a warning',
        ['CFG-STATE-LINK-SHARED'],
        { expects: [{ lacks: 'WARNING' }] },
      ),
      shows(
        facts,
        '^\\s*Link : {failover-link.nameif} {failover-link.interface} \\(up\\)',
        'the state goes over the failover link, whose port was not named',
        ['CFG-STATE-LINK-CHOICES', 'CFG-STATE-LINK-SHARED'],
        { within: 15_000 },
      ),
      takes('failover link {state-link.nameif} {state-link.interface}', 'the state link is as it was', []),
      shows(
        facts,
        '^\\s*Link : {state-link.nameif} {state-link.interface} \\(up\\)',
        'the state goes over an interface of its own again',
        ['CFG-STATE-LINK-CHOICES'],
        { within: 15_000 },
      ),
    ],
  });

  certify({
    name: 'no-state-over-data-of-a-context',
    title: 'in multiple context mode no data interface can be the state link',
    requirements: ['CFG-STATE-LINK-ON-DATA'],
    begin: 'primary',
    needs: ['multiple-contexts'],
    before: refused(
      ['failover link {context.1.data.1.nameif}'],
      '^failover link {context.1.data.1.nameif}',
      'a data interface as the state link',
      ['CFG-STATE-LINK-ON-DATA'],
    ),
  });

  certify({
    name: 'links-need-no-shutdown',
    title:
      'a state link works only while its interface is enabled, on the failover link as well nothing is shut down',
    requirements: ['CFG-LINK-NO-SHUTDOWN'],
    begin: 'primary',
    needs: ['own-state-link', 'lan', 'active-standby'],
    before: [
      takes(
        ['interface {state-link.interface}', 'shutdown'],
        'the interface of the state link is shut down',
        [],
        {
          undo: ['interface {state-link.interface}', 'no shutdown'],
        },
      ),
      hides(
        facts,
        '^\\s*Link : {state-link.nameif} {state-link.interface} \\(up\\)',
        'the state link does not work while its interface is shut down',
        ['CFG-LINK-NO-SHUTDOWN'],
        { expects: [{ says: '^\\s*Link : {state-link.nameif} {state-link.interface} \\(' }], within: 15_000 },
      ),
      takes(['interface {state-link.interface}', 'no shutdown'], 'the interface is enabled', []),
      shows(
        facts,
        '^\\s*Link : {state-link.nameif} {state-link.interface} \\(up\\)',
        'the state link works again',
        ['CFG-LINK-NO-SHUTDOWN'],
        { within: 30_000 },
      ),
      hides(
        'show running-config interface {failover-link.interface}',
        '^ *shutdown',
        'the interface of the failover link is enabled',
        ['CFG-LINK-NO-SHUTDOWN'],
        { expects: [{ says: '^interface {failover-link.interface}' }] },
      ),
    ],
  });
});

describe('Bootstrap and key', () => {
  certify({
    name: 'secondary-is-told-of-the-link',
    title:
      'the secondary unit obtains the configuration once it was told of the failover link and failover is enabled on it, and not before',
    requirements: ['CFG-BOOTSTRAP', 'CFG-FAILOVER-ENABLES'],
    begin: 'primary',
    needs: ['active-standby', 'lan', 'own-state-link', 'single-context', 'routed'],
    before: [
      takes('no failover', 'failover is disabled on the secondary unit', [], {
        on: 'secondary',
        causes: 'told-off',
      }),
      shows(facts, '^Failover Off', 'failover is off on the secondary unit', ['CFG-FAILOVER-ENABLES'], {
        on: 'secondary',
      }),
      shows(facts, '^Failover On', 'failover stays on on its mate', ['CFG-FAILOVER-ENABLES'], {
        on: 'primary',
      }),
      takes(
        ['no failover lan interface', 'no failover interface ip {failover-link.nameif}'],
        'the secondary unit knows of no failover link any more',
        [],
        { on: 'secondary' },
      ),
      takes('access-list fover-bootstrap extended permit ip any any', 'the primary unit is configured', [], {
        on: 'primary',
      }),
      hides(
        'show running-config',
        'fover-bootstrap',
        'the secondary unit does not obtain it',
        ['CFG-BOOTSTRAP'],
        {
          on: 'secondary',
        },
      ),
      takes(
        [
          'failover lan interface {failover-link.nameif} {failover-link.interface}',
          'failover interface ip {failover-link.nameif} {failover-link.active} {failover-link.mask} standby {failover-link.standby}',
          'interface {failover-link.interface}',
          'no shutdown',
          'exit',
        ],
        'the secondary unit is told of the failover link',
        [],
        { on: 'secondary' },
      ),
      takes('failover', 'failover is enabled on the secondary unit', ['CFG-FAILOVER-ENABLES'], {
        on: 'secondary',
        causes: 'told-on',
      }),
      shows(
        'show running-config',
        '^access-list fover-bootstrap ',
        'the secondary unit obtains the configuration, and was told nothing else',
        ['CFG-BOOTSTRAP'],
        { on: 'secondary', within: 60_000 },
      ),
      shows(
        facts,
        ['^Failover On', 'This host: Secondary - Standby Ready'],
        'failover is on on the secondary unit, which is ready',
        ['CFG-FAILOVER-ENABLES', 'CFG-BOOTSTRAP'],
        { on: 'secondary', within: 120_000 },
      ),
    ],
  });

  certify({
    name: 'failover-keys-that-differ',
    title:
      'units whose failover keys differ do not understand each other and say so, until the key is removed and configured anew',
    requirements: ['CFG-KEY-ENCRYPTS', 'LOG-DECRYPTION', 'OPS-DECRYPTION-REPAIRED'],
    begin: 'primary',
    needs: ['active-standby', 'lan', 'own-state-link', 'single-context', 'routed'],
    before: [
      shows(running, '^failover key \\*+$', 'both units have a failover key', [], { on: 'secondary' }),
      shows(
        facts,
        '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
        'with the same key they understand each other',
        ['CFG-KEY-ENCRYPTS'],
      ),
      takes('failover key fover-another-key', 'the secondary unit gets another key', [], { on: 'secondary' }),
      seesAt(
        'console-messages',
        '^(?:primary|secondary) .*Failover message decryption failure',
        'a unit warns that decryption failed',
        ['LOG-DECRYPTION'],
        { within: 30_000 },
      ),
      hides(
        facts,
        '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
        'with different keys they do not understand each other',
        ['CFG-KEY-ENCRYPTS'],
        { within: 60_000, expects: [{ says: '^Failover LAN Interface: {failover-link.nameif} ' }] },
      ),
      takes(
        ['no failover key', 'failover key {failover-key}'],
        'the key is removed and configured anew',
        ['OPS-DECRYPTION-REPAIRED'],
        { on: 'secondary' },
      ),
      shows(
        facts,
        [
          '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
          'Other host: Secondary - Standby Ready',
        ],
        'they understand each other again',
        ['OPS-DECRYPTION-REPAIRED'],
        { within: 60_000 },
      ),
    ],
  });
});

describe('On a PIX', () => {
  certify({
    name: 'failover-over-the-lan-of-a-pix',
    title: 'on a PIX failover over the LAN is enabled on both units',
    requirements: ['CFG-LAN-ENABLE'],
    begin: 'primary',
    needs: ['pix', 'lan'],
    before: (['primary', 'secondary'] as const).flatMap((on) => [
      shows(
        running,
        '^failover lan enable$',
        `failover lan enable stands on the ${on} unit`,
        ['CFG-LAN-ENABLE'],
        { on },
      ),
      shows(
        facts,
        '^Cable status: N/A - LAN-based failover enabled',
        `the ${on} unit uses no cable`,
        ['CFG-LAN-ENABLE'],
        {
          on,
        },
      ),
    ]),
  });

  certify({
    name: 'primary-end-of-the-cable',
    title: 'the end of the failover cable makes a unit the primary one, and no command does',
    requirements: ['CFG-CABLE-PRIMARY-END'],
    begin: 'primary',
    needs: ['cable'],
    before: (['primary', 'secondary'] as const).flatMap((on) => [
      hides(
        running,
        '^failover lan unit',
        `no command says which the ${on} unit is`,
        ['CFG-CABLE-PRIMARY-END'],
        {
          on,
          expects: [{ says: '^failover$' }],
        },
      ),
      shows(
        facts,
        [`^Failover unit ${on === 'primary' ? 'Primary' : 'Secondary'}`, '^Cable status: Normal'],
        `the unit at the end labelled ${on} is the ${on} one`,
        ['CFG-CABLE-PRIMARY-END'],
        { on },
      ),
    ]),
  });

  certify({
    name: 'secondary-beside-a-cable',
    title:
      'over a failover cable the secondary unit obtains the configuration when failover is enabled on it, and needs none of its own before',
    requirements: ['CFG-CABLE-NO-BOOTSTRAP', 'CFG-FAILOVER-ENABLES'],
    begin: 'primary',
    needs: ['cable', 'own-state-link'],
    before: [
      takes('no failover', 'failover is disabled on the secondary unit', [], {
        on: 'secondary',
        causes: 'told-off',
      }),
      takes(
        [
          'no failover link',
          'no failover interface ip {state-link.nameif}',
          'interface {data.1.interface}',
          'no ip address',
          'exit',
        ],
        'the secondary unit has neither links nor the address of an interface any more',
        [],
        { on: 'secondary' },
      ),
      hides(
        running,
        ['^failover (?:lan|link|interface ip)', '^failover$'],
        'the secondary unit knows of no link',
        ['CFG-CABLE-NO-BOOTSTRAP'],
        { on: 'secondary' },
      ),
      takes('failover', 'failover is enabled on the secondary unit, and nothing else is entered', [], {
        on: 'secondary',
        causes: 'told-on',
      }),
      shows(
        'show running-config',
        [
          '^ *ip address {data.1.active} {data.1.mask} standby {data.1.standby}',
          '^failover link {state-link.nameif} {state-link.interface}',
          '^failover interface ip {state-link.nameif} ',
        ],
        'the secondary unit obtains what it had not',
        ['CFG-CABLE-NO-BOOTSTRAP'],
        { on: 'secondary', within: 60_000 },
      ),
      shows(
        facts,
        ['^Failover On', 'This host: Secondary - Standby Ready'],
        'failover is on on the secondary unit, which is ready',
        ['CFG-FAILOVER-ENABLES', 'CFG-CABLE-NO-BOOTSTRAP'],
        { on: 'secondary', within: 120_000 },
      ),
    ],
  });
});

describe('Without a state link', () => {
  certify({
    name: 'no-state-link-no-state',
    title: 'without a state link no state is passed, and sessions end at a failover',
    requirements: ['CFG-STATE-LINK-NEEDED'],
    begin: 'primary',
    needs: ['stateless', 'active-standby', 'single-context'],
    before: [
      seesAt('new-sessions', ' open since ', 'sessions are opened through the pair', []),
      hides(
        facts,
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
});

describe('Failover groups', () => {
  certify({
    name: 'failover-groups-configured',
    title:
      'failover groups are created, prefer a unit and have poll times of their own; contexts join them, and the admin context is in group 1',
    requirements: ['CFG-GROUP-JOIN', 'CFG-GROUP-ADMIN', 'CFG-GROUP-PREFERENCE', 'CFG-GROUP-POLLTIME'],
    begin: 'primary',
    needs: ['active-active'],
    before: [
      ...refused(
        ['context {context.1}', 'join-failover-group 2'],
        '^context {context.1}$(?:\\n +.*)*\\n +join-failover-group 2',
        'the admin context in failover group 2',
        ['CFG-GROUP-ADMIN'],
      ),
      shows(
        'show failover group 1',
        '{context.1} Interface {context.1.data.1.nameif} ',
        'the admin context is in failover group 1',
        ['CFG-GROUP-ADMIN'],
      ),
      shows(
        'show failover group 2',
        '{context.3} Interface {context.3.data.1.nameif} ',
        'a context that joined group 2 is in it',
        ['CFG-GROUP-JOIN'],
      ),
      hides('show failover group 1', '{context.3} Interface', 'and in no other', ['CFG-GROUP-JOIN'], {
        expects: [{ says: '{context.1} Interface' }],
      }),
      takes(
        ['failover group 2', 'polltime interface 4 holdtime 20'],
        'a failover group takes a poll time of its own',
        ['CFG-GROUP-POLLTIME'],
      ),
      shows(
        running,
        '^failover group 2$(?:\\n +.*)*\\n +polltime interface 4 holdtime 20',
        'the poll time is that of the group',
        ['CFG-GROUP-POLLTIME'],
      ),
      hides(running, '^failover polltime interface', 'there is none of the unit', ['CFG-GROUP-POLLTIME']),
      takes(['failover group 2', 'primary'], 'both groups may prefer the same unit', [
        'CFG-GROUP-PREFERENCE',
      ]),
      shows(
        running,
        ['^failover group 1$\\n +primary$', '^failover group 2$\\n +primary$'],
        'both groups prefer the primary unit',
        ['CFG-GROUP-PREFERENCE'],
      ),
      takes(['failover group 2', 'secondary'], 'or each another', ['CFG-GROUP-PREFERENCE']),
      shows(
        running,
        ['^failover group 1$\\n +primary$', '^failover group 2$\\n +secondary$'],
        'group 2 prefers the secondary unit',
        ['CFG-GROUP-PREFERENCE'],
      ),
      takes(
        ['context {context.3}', 'no join-failover-group 2'],
        'a context of group 2 is assigned to no group any more',
        ['CFG-GROUP-UNASSIGNED'],
        { undo: ['context {context.3}', 'join-failover-group 2'] },
      ),
      shows(
        'show failover group 1',
        '{context.3} Interface {context.3.data.1.nameif} ',
        'it belongs to group 1 then',
        ['CFG-GROUP-UNASSIGNED'],
        { within: 10_000 },
      ),
      takes(['context {context.3}', 'join-failover-group 2'], 'it joins group 2 again', ['CFG-GROUP-JOIN']),
      shows(
        'show failover group 2',
        '{context.3} Interface {context.3.data.1.nameif} ',
        'it belongs to group 2 again',
        ['CFG-GROUP-JOIN'],
        { within: 10_000 },
      ),
    ],
  });

  certify({
    name: 'failover-group-created',
    title: 'while failover is disabled a failover group that is not there is created by its command',
    requirements: ['CFG-GROUP-CREATES'],
    begin: 'primary',
    needs: ['active-active'],
    before: [
      takes('no failover', 'failover is disabled on the secondary unit', [], {
        on: 'secondary',
        causes: 'told-off',
      }),
      takes('no failover', 'failover is disabled on the primary unit', [], {
        on: 'primary',
        causes: 'told-off',
      }),
      takes(['context {context.3}', 'join-failover-group 1'], 'nobody is in group 2 any more', [], {
        on: 'primary',
      }),
      takes('no failover group 2', 'group 2 is removed', [], { on: 'primary' }),
      hides(running, '^failover group 2', 'there is no group 2 any more', [], {
        on: 'primary',
        expects: [{ says: '^failover group 1$' }],
      }),
      takes(
        ['failover group 2', 'secondary'],
        'the command for the group that is not there is taken, and one of the group after it',
        ['CFG-GROUP-CREATES'],
        { on: 'primary' },
      ),
      shows(running, '^failover group 2$\\n +secondary', 'group 2 is there', ['CFG-GROUP-CREATES'], {
        on: 'primary',
      }),
      takes(['context {context.3}', 'join-failover-group 2'], 'the context is in group 2 again', [], {
        on: 'primary',
      }),
      takes('failover', 'failover is enabled on the primary unit', [], { on: 'primary', causes: 'told-on' }),
      takes('failover', 'failover is enabled on the secondary unit', [], {
        on: 'secondary',
        causes: 'told-on',
      }),
    ],
  });
});

describe('Monitoring in contexts', () => {
  certify({
    name: 'monitoring-in-a-context',
    title: 'in multiple context mode monitoring of an interface is turned on and off within its context',
    requirements: ['CFG-MONITOR-COMMAND'],
    begin: 'primary',
    needs: ['multiple-contexts', 'active-standby'],
    before: [
      takes(
        'no monitor-interface {context.2.data.1.nameif}',
        'monitoring of an interface is turned off within its context',
        [],
        { in: '{context.2}' },
      ),
      {
        ...hides(
          'show monitor-interface',
          monitored('{context.2.data.1.nameif}'),
          'the interface is not monitored any more',
          ['CFG-MONITOR-COMMAND'],
          { in: '{context.2}', within: 15_000 },
        ),
        expects: [
          { lacks: monitored('{context.2.data.1.nameif}') },
          { count: monitored('{context.2.data.2.nameif}'), is: [2, 2] },
        ],
      },
      takes(
        'monitor-interface {context.2.data.1.nameif}',
        'monitoring of the interface is turned on within its context',
        [],
        { in: '{context.2}' },
      ),
      {
        ...shows(
          'show monitor-interface',
          [],
          'the interface is monitored again on both units',
          ['CFG-MONITOR-COMMAND'],
          { in: '{context.2}', within: 30_000 },
        ),
        expects: [{ count: monitored('{context.2.data.1.nameif}'), is: [2, 2] }],
      },
      refuses(
        'monitor-interface {context.2.data.1.nameif}',
        [],
        'in the system execution space the command is refused',
        ['CFG-MONITOR-COMMAND'],
      ),
    ],
  });
});
