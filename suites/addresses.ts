/**
 * Which unit answers for which IP and MAC address, before and after a failover, with and without virtual MAC addresses.
 * Played by name: `fover run addresses`.
 */
import { certify, compares, refuses, seesAt, shows, takes } from 'fover';
import type { Ask } from 'fover';

const data = 'show interface {data.1.interface}';
const failoverLink = 'show interface {failover-link.interface}';
const stateLink = 'show interface {state-link.interface}';
const mac = 'MAC address ([\\da-f]{4}\\.[\\da-f]{4}\\.[\\da-f]{4})';
const anyMac = '[\\da-f]{4}\\.[\\da-f]{4}\\.[\\da-f]{4}';
/** The address that is burned in, as `show version` lists it, or the one in use, as `show interface` shows it. */
const burnedInOrUsed = `(?:{data.1.interface}\\s*: address is |MAC address )(${anyMac})`;
const address = 'IP address ([\\d.]+)';

const noted = (ask: string, on: Ask['on'], as: string): Ask =>
  shows(ask, 'MAC address|address is', `${as} is noted`, [], { on, as });

const same = (
  ask: string,
  on: Ask['on'],
  than: string,
  take: string,
  means: string,
  proves: readonly string[],
  more: Partial<Ask> = {},
): Ask => compares(ask, take, ['same', than], means, proves, { on, ...more });

const virtual = { active: '0200.5e00.0a01', standby: '0200.5e00.0a02' };
const byInterface = { active: '0200.5e00.0b01', standby: '0200.5e00.0b02' };
const setVirtual = `failover mac address {data.1.interface} ${virtual.active} ${virtual.standby}`;

describe('Addresses', () => {
  certify({
    name: 'addresses-go-with-the-active-unit',
    title:
      'the unit that takes over has the IP and MAC addresses of the one that was active, and that one has its own',
    requirements: [
      'MAC-PAIRING-KEPT',
      'MAC-STANDBY-ADDRESSES',
      'MAC-OF-PRIMARY',
      'MAC-FAILOVER-LINK-STAYS',
      'MAC-STATE-LINK-STAYS',
    ],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan', 'own-state-link'],
    before: [
      noted(data, 'primary', 'the active pairing'),
      noted(data, 'secondary', 'the standby pairing'),
      noted(failoverLink, 'primary', 'the failover link of the primary unit'),
      noted(failoverLink, 'secondary', 'the failover link of the secondary unit'),
      noted(stateLink, 'primary', 'the state link of the primary unit'),
      same(
        'show version',
        'primary',
        'the active pairing',
        burnedInOrUsed,
        'without virtual addresses the active one is that burned into the primary unit',
        ['MAC-BURNED-IN', 'MAC-OF-PRIMARY', 'MAC-SHOWN'],
      ),
      same(
        'show version',
        'secondary',
        'the standby pairing',
        burnedInOrUsed,
        'and the standby one that of the secondary',
        ['MAC-BURNED-IN'],
      ),
      shows('show failover state', 'Mac set', 'the units have told each other their MAC addresses', [
        'MAC-EXCHANGED',
      ]),
      seesAt(
        'mac-table',
        `${anyMac} primary {data.1.nameif}`,
        'the switch has learnt the active address at the port of the primary unit',
        [],
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    after: [
      same(
        data,
        'secondary',
        'the active pairing',
        mac,
        'the unit that took over has the MAC address of the primary unit',
        ['MAC-PAIRING-KEPT', 'MAC-OF-PRIMARY'],
      ),
      same(
        data,
        'secondary',
        'the active pairing',
        address,
        'with the active IP address, so that no ARP entry changes',
        ['MAC-PAIRING-KEPT'],
      ),
      same(
        data,
        'primary',
        'the standby pairing',
        mac,
        'the unit that stands by now has the standby MAC address',
        ['MAC-STANDBY-ADDRESSES', 'MAC-EXCHANGED'],
      ),
      same(data, 'primary', 'the standby pairing', address, 'and the standby IP address', [
        'MAC-STANDBY-ADDRESSES',
      ]),
      same(
        failoverLink,
        'primary',
        'the failover link of the primary unit',
        mac,
        'the MAC address of the failover link stays with the primary unit',
        ['MAC-FAILOVER-LINK-STAYS'],
      ),
      same(failoverLink, 'primary', 'the failover link of the primary unit', address, 'and its IP address', [
        'MAC-FAILOVER-LINK-STAYS',
      ]),
      same(
        failoverLink,
        'secondary',
        'the failover link of the secondary unit',
        address,
        'and that of the secondary with the secondary',
        ['MAC-FAILOVER-LINK-STAYS'],
      ),
      same(
        stateLink,
        'primary',
        'the state link of the primary unit',
        mac,
        'the MAC address of the state link stays with the primary unit',
        ['MAC-STATE-LINK-STAYS'],
      ),
      same(stateLink, 'primary', 'the state link of the primary unit', address, 'and its IP address', [
        'MAC-STATE-LINK-STAYS',
      ]),
    ],
  });

  certify({
    name: 'networks-are-told-of-the-active-unit',
    title: 'the unit that takes over tells the network at once where the active address is',
    requirements: ['MAC-PAIRING-KEPT', 'MAC-VIRTUAL'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan', 'untagged'],
    setup: [
      takes(setVirtual, 'the active address is known beforehand', []),
      // Or the switch would learn from the next hello or message where the address is.
      takes(
        ['failover polltime interface 15 holdtime 75', 'no logging enable'],
        'the units send little of their own',
        [],
      ),
    ],
    before: [
      shows(data, `MAC address ${virtual.active}`, 'the active unit uses the active address', [], {
        within: 5000,
      }),
      seesAt(
        'mac-table',
        `${virtual.active} primary {data.1.nameif}`,
        'the switch has learnt it at the port of the active unit',
        [],
        { within: 30_000 },
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'none',
    during: [
      seesAt(
        'mac-table',
        `${virtual.active} secondary {data.1.nameif}`,
        'the switch learns within two seconds that it is at the port of the unit that took over',
        ['MAC-PAIRING-KEPT'],
        { within: 2000 },
      ),
      seesAt(
        'new-sessions',
        '^{flow.1}/tcp open since',
        'a host that keeps its ARP entry reaches the unit that took over',
        ['MAC-PAIRING-KEPT'],
      ),
    ],
  });

  certify({
    name: 'addresses-of-a-secondary-alone',
    title:
      'a secondary unit that boots alone uses its own MAC address, and that of the primary once that has come up',
    requirements: ['MAC-OF-SECONDARY', 'MAC-PRIMARY-RETURNS', 'AS-BOOTS-ALONE'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan'],
    before: [
      noted('show version', 'primary', 'what is burned into the primary unit'),
      noted('show version', 'secondary', 'what is burned into the secondary unit'),
    ],
    fault: 'unit-power-loss',
    target: 'primary',
    watch: 'failover',
    next: [{ fault: 'unit-reload', target: 'secondary', watch: 'nothing' }],
    during: [
      shows(
        'show failover',
        'This host: Secondary - Active',
        'the secondary unit is active by itself',
        ['AS-BOOTS-ALONE'],
        {
          on: 'secondary',
          within: 60_000,
        },
      ),
      same(
        data,
        'secondary',
        'what is burned into the secondary unit',
        burnedInOrUsed,
        'it could not ask for the addresses of the primary, and uses its own',
        ['MAC-OF-SECONDARY'],
        { within: 10_000 },
      ),
      same(
        data,
        'secondary',
        'what is burned into the secondary unit',
        burnedInOrUsed,
        'it goes on doing so',
        [],
      ),
    ],
    after: [
      same(
        data,
        'secondary',
        'what is burned into the primary unit',
        burnedInOrUsed,
        'beside the primary unit it changed its MAC address to that of the primary',
        ['MAC-PRIMARY-RETURNS'],
        { within: 10_000 },
      ),
    ],
  });

  certify({
    name: 'virtual-addresses',
    title:
      'virtual MAC addresses go with the active and the standby IP address, and mac-address goes before failover mac address',
    requirements: ['MAC-VIRTUAL', 'MAC-ORDER', 'MAC-FORMAT', 'MAC-NOT-ON-LINKS'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan', 'own-state-link'],
    setup: [
      refuses(
        'failover mac address {data.1.interface} 02-00-5E-00-0A-01 02-00-5E-00-0A-02',
        [],
        'only the H.H.H format is taken',
        ['MAC-FORMAT'],
      ),
      refuses(
        `failover mac address {failover-link.interface} ${virtual.active} ${virtual.standby}`,
        [],
        'the failover link cannot have one',
        ['MAC-NOT-ON-LINKS'],
      ),
      refuses(
        `failover mac address {state-link.interface} ${virtual.active} ${virtual.standby}`,
        [],
        'nor can the state link',
        ['MAC-NOT-ON-LINKS'],
      ),
      takes(setVirtual, 'an interface that is named by its physical port can', ['MAC-FORMAT']),
    ],
    before: [
      shows(
        data,
        `MAC address ${virtual.active}`,
        'the active unit uses the active virtual address',
        ['MAC-VIRTUAL', 'MAC-ORDER'],
        { within: 5000 },
      ),
      shows(data, `MAC address ${virtual.standby}`, 'the standby unit the standby one', ['MAC-VIRTUAL'], {
        on: 'standby',
        within: 5000,
      }),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    after: [
      shows(
        data,
        [`MAC address ${virtual.active}`, 'IP address {data.1.active}'],
        'after a failover the active one is with the active IP address on the unit that took over',
        ['MAC-VIRTUAL'],
        { on: 'secondary' },
      ),
      shows(
        data,
        [`MAC address ${virtual.standby}`, 'IP address {data.1.standby}'],
        'and the standby one on its mate',
        ['MAC-VIRTUAL'],
        { on: 'primary' },
      ),
      takes(
        ['interface {data.1.interface}', `mac-address ${byInterface.active} standby ${byInterface.standby}`],
        'mac-address is taken at the interface',
        [],
      ),
      shows(data, `MAC address ${byInterface.active}`, 'it goes before failover mac address', ['MAC-ORDER'], {
        within: 5000,
      }),
      shows(data, `MAC address ${byInterface.standby}`, 'on the standby unit as well', ['MAC-ORDER'], {
        on: 'standby',
        within: 5000,
      }),
    ],
  });

  certify({
    name: 'virtual-addresses-of-a-secondary-alone',
    title:
      'with virtual MAC addresses a secondary unit that boots alone uses the right ones, and they stay when the primary joins',
    requirements: ['MAC-VIRTUAL-STAYS'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan'],
    setup: [
      { ...takes(setVirtual, 'a virtual address is set', []), undo: [`no ${setVirtual}`, 'write memory'] },
      shows('write memory', '\\[OK\\]', 'and saved on both units', []),
    ],
    fault: 'unit-power-loss',
    target: 'primary',
    watch: 'failover',
    next: [{ fault: 'unit-reload', target: 'secondary', watch: 'nothing' }],
    during: [
      shows(
        data,
        `MAC address ${virtual.active}`,
        'the secondary unit alone uses the active virtual address',
        ['MAC-VIRTUAL-STAYS'],
        {
          on: 'secondary',
          within: 60_000,
        },
      ),
    ],
    after: [
      shows(
        data,
        `MAC address ${virtual.active}`,
        'and goes on doing so when the primary has joined',
        ['MAC-VIRTUAL-STAYS'],
        { on: 'secondary' },
      ),
    ],
  });

  certify({
    name: 'addresses-of-groups',
    title: 'in Active/Active each group has virtual MAC addresses, which go with it to the other unit',
    requirements: ['MAC-AA-VIRTUAL', 'MAC-AA-DEFAULT', 'MAC-AA-TAKEOVER', 'MAC-AA-STANDBY-ADDRESSES'],
    begin: { 1: 'primary', 2: 'primary' },
    needs: ['asa', 'active-active'],
    before: [
      shows(
        'show interface',
        '"{context.2.data.1.nameif}"[^]*?MAC address 00a0\\.c9[\\da-f]{2}\\.0101',
        'the active unit of group 1 uses the default address of the group',
        ['MAC-AA-VIRTUAL', 'MAC-AA-DEFAULT'],
        { in: '{context.2}', as: 'the active pairing of group 1' },
      ),
      shows(
        'show interface',
        '"{context.2.data.1.nameif}"[^]*?MAC address 00a0\\.c9[\\da-f]{2}\\.0102',
        'the standby unit the standby one',
        ['MAC-AA-DEFAULT'],
        { on: 'secondary', in: '{context.2}', as: 'the standby pairing of group 1' },
      ),
      shows(
        'show interface',
        'MAC address 00a0\\.c9[\\da-f]{2}\\.0201',
        'group 2 has its own',
        ['MAC-AA-VIRTUAL', 'MAC-AA-DEFAULT'],
        { in: '{context.3}' },
      ),
    ],
    fault: 'told-standby',
    target: 'active',
    group: 1,
    watch: 'failover',
    during: [
      same(
        'show interface',
        'secondary',
        'the active pairing of group 1',
        mac,
        'the interfaces of the group that became active took over the MAC addresses',
        ['MAC-AA-TAKEOVER'],
        { in: '{context.2}' },
      ),
      same(
        'show interface',
        'secondary',
        'the active pairing of group 1',
        address,
        'and the IP addresses',
        ['MAC-AA-TAKEOVER'],
        { in: '{context.2}' },
      ),
      same(
        'show interface',
        'primary',
        'the standby pairing of group 1',
        mac,
        'those of the group that stands by have the standby MAC addresses',
        ['MAC-AA-STANDBY-ADDRESSES'],
        { in: '{context.2}' },
      ),
      same(
        'show interface',
        'primary',
        'the standby pairing of group 1',
        address,
        'and the standby IP addresses',
        ['MAC-AA-STANDBY-ADDRESSES'],
        { in: '{context.2}' },
      ),
    ],
  });

  certify({
    name: 'assigned-addresses-of-groups',
    title:
      'addresses that are assigned in a failover group, and at an interface before those, take the place of the default ones',
    requirements: ['MAC-AA-ORDER', 'MAC-AA-DUPLICATES'],
    begin: { 1: 'primary', 2: 'primary' },
    needs: ['asa', 'active-active'],
    before: [
      takes(
        ['failover group 1', `mac address {context.2.data.1.interface} ${virtual.active} ${virtual.standby}`],
        'a group takes an address for an interface',
        [],
      ),
      shows(
        'show interface',
        `"{context.2.data.1.nameif}"[^]*?MAC address ${virtual.active}`,
        'it is used in place of the default one',
        ['MAC-AA-ORDER', 'MAC-AA-DUPLICATES'],
        { in: '{context.2}', within: 5000 },
      ),
      takes(
        [
          'interface {context.2.data.1.interface}',
          `mac-address ${byInterface.active} standby ${byInterface.standby}`,
        ],
        'the interface takes one within its context',
        [],
        { in: '{context.2}' },
      ),
      shows(
        'show interface',
        `"{context.2.data.1.nameif}"[^]*?MAC address ${byInterface.active}`,
        'it goes before that of the group',
        ['MAC-AA-ORDER'],
        {
          in: '{context.2}',
          within: 5000,
        },
      ),
    ],
  });
});
