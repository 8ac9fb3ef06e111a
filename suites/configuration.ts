/**
 * How addresses and links are configured: what is taken, and what is refused, as the address of an interface, as the
 * failover link and as the state link. What is typed is put back. Played by name: `fover run configuration`.
 */
import { certify, hides, refuses, shows, takes } from 'fover';
import type { Act } from 'fover';

const facts = 'show failover | begin Failover';
const running = 'show running-config failover';

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
