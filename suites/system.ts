/**
 * What a pair needs of its units, its links and its switches: two units that are alike, licensed for failover, with
 * links that are fast enough and that nobody else is on. Nothing is broken. Played by name: `fover run system`.
 */
import { certify, compares, hides, refuses, seesAt, shows } from 'fover';
import type { Act } from 'fover';

/** Asked of the primary unit first and then of the secondary, which has to show the same. */
function alike(ask: string, take: string, what: string, requirement: string): readonly Act[] {
  const first = `${ask} on the primary`;
  return [
    shows(ask, take, `the primary unit shows its ${what}`, [], { on: 'primary', as: first }),
    compares(ask, take, ['same', first], `the secondary unit shows the same ${what}`, [requirement], {
      on: 'secondary',
    }),
  ];
}

/** What one port of the units must not be like; `ports` has one port a line. */
function everyPort(unlike: string, means: string, requirement: string): Act {
  return {
    ...seesAt('ports', [], means, [requirement]),
    expects: [{ says: ' (?:primary|secondary) ' }, { lacks: unlike }],
  };
}

/**
 * In the table of hardware addresses, one on the VLAN of a link that no unit has there. A unit is known by its port, and
 * its address may be seen at other ports as well, those between switches.
 */
function strangerOn(nameif: string): string {
  const unit = `(?:primary|secondary) ${nameif}$`;
  const isUnits = `vlan \\1 \\2 ${unit}`;
  const isLinks = `vlan \\1 [0-9a-f.]{14} ${unit}`;
  const address = `vlan (\\d+) ([0-9a-f.]{14})(?! ${unit})`;
  const isUnknown = `(?![^]*${isUnits})(?<!${isUnits}[^]*)`;
  return `${address}${isUnknown}(?:(?=[^]*${isLinks})|(?<=${isLinks}[^]*))`;
}

/** On the segment of a link there are both units, and nobody else. */
function alone(nameif: string, what: string): Act {
  const means = `both units are on the segment of the ${what}, and nobody else is`;
  return {
    ...seesAt('mac-table', [`primary ${nameif}$`, `secondary ${nameif}$`], means, ['SYS-LINK-ALONE'], {
      within: 10_000,
    }),
    expects: [
      { says: `primary ${nameif}$` },
      { says: `secondary ${nameif}$` },
      { lacks: strangerOn(nameif) },
    ],
  };
}

const bandwidth = 'BW (\\d+) Mbps';

/** A link has at least the capacity of the first two interfaces that pass traffic. */
function asFast(link: string, what: string, requirement: string): readonly Act[] {
  const ask = `show interface ${link}`;
  return (['data.1', 'data.2'] as const).flatMap((data) => [
    shows(`show interface {${data}.interface}`, bandwidth, `the capacity of ${data} is shown`, [], {
      as: data,
    }),
    compares(ask, bandwidth, ['at-least', data], `the ${what} has at least the capacity of ${data}`, [
      requirement,
    ]),
  ]);
}

const version = 'show version';
const facts = 'show failover | begin Failover';
const running = 'show running-config failover';
const ofManagement = '^failover (?:lan interface|link) \\S+ Management';

const twins: readonly Act[] = [
  ...alike(version, '^Hardware:\\s+([^,\\s]+),', 'model', 'SYS-SAME-MODEL'),
  ...alike(version, '(\\d+) MB RAM', 'amount of RAM', 'SYS-SAME-RAM'),
  ...alike(version, '^\\s*\\d+: (\\w+: \\S+)\\s*: ', 'number and types of interfaces', 'SYS-SAME-INTERFACES'),
  ...alike('show interface', 'Hardware is (.*BW \\d+ Mbps)', 'hardware of interfaces', 'SYS-SAME-INTERFACES'),
  ...alike(version, 'Software Version (\\d+\\.\\d+)\\(', 'major and minor version', 'SYS-SAME-VERSION'),
  ...alike(version, '^(\\S.*\\S\\s* : \\S+)', 'licensed features', 'SYS-SAME-LICENSED-FEATURES'),
  ...alike('show mode', 'mode: (\\w+)', 'context mode', 'SYS-SAME-MODE'),
  ...alike('show firewall', 'mode: (\\w+)', 'firewall mode', 'SYS-SAME-MODE'),
  ...alike('show module', '^\\s*\\d+ (.*?)\\s+\\S+\\s*$', 'modules by hardware', 'SYS-SAME-MODULES'),
];

const licensed: readonly Act[] = (['primary', 'secondary'] as const).map((on) =>
  shows(
    version,
    '^Failover\\s+: (?:Active/Active|Active/Standby|Enabled)',
    `the ${on} unit is licensed for failover`,
    ['SYS-LICENCE'],
    { on },
  ),
);

const switched: readonly Act[] = [
  everyPort('portfast (?!on)', 'PortFast is on at every port of the units', 'SYS-PORTFAST'),
  everyPort(
    'spanning-tree (?!forwarding)',
    'no port of the units waits for the spanning tree',
    'SYS-PORTFAST',
  ),
  everyPort('channel (?!off)', 'no port of the units belongs to a channel', 'SYS-NO-CHANNEL-NO-TRUNK'),
];

describe('What a pair needs', () => {
  certify({
    name: 'units-are-alike',
    title:
      'both units are the same model with the same interfaces, memory, version, mode, licences and modules, and are licensed for failover',
    requirements: [
      'SYS-SAME-MODEL',
      'SYS-SAME-INTERFACES',
      'SYS-SAME-RAM',
      'SYS-SAME-VERSION',
      'SYS-SAME-MODE',
      'SYS-LICENCE',
      'SYS-SAME-LICENSED-FEATURES',
      'SYS-SAME-MODULES',
    ],
    begin: 'primary',
    before: [...twins, ...licensed],
  });

  certify({
    name: 'ports-of-the-units',
    title: 'the switch ports of the units have PortFast on, and are neither channels nor trunks',
    requirements: ['SYS-PORTFAST', 'SYS-NO-CHANNEL-NO-TRUNK'],
    begin: 'primary',
    needs: ['untagged', 'portfast'],
    before: [
      ...switched,
      everyPort('trunk (?!off)', 'no port of the units is a trunk', 'SYS-NO-CHANNEL-NO-TRUNK'),
    ],
  });

  certify({
    name: 'failover-link-of-its-own',
    title:
      'nobody but the units is on the failover link, which is no management port and as fast as those that pass traffic',
    requirements: ['SYS-LINK-ALONE', 'SYS-NO-MANAGEMENT-PORT', 'SYS-STATE-LINK-CAPACITY'],
    begin: 'primary',
    needs: ['switched', 'single-context'],
    before: [
      alone('{failover-link.nameif}', 'failover link'),
      hides(
        running,
        ofManagement,
        'neither the failover link nor the state link is a management port',
        ['SYS-NO-MANAGEMENT-PORT'],
        { expects: [{ says: '^failover lan interface' }] },
      ),
      ...asFast('{failover-link.interface}', 'failover link', 'SYS-STATE-LINK-CAPACITY'),
    ],
  });

  certify({
    name: 'state-link-of-its-own',
    title: 'nobody but the units is on a state link that has an interface of its own',
    requirements: ['SYS-LINK-ALONE'],
    begin: 'primary',
    needs: ['own-state-link'],
    before: [alone('{state-link.nameif}', 'state link')],
  });

  certify({
    name: 'failover-link-with-state',
    title: 'a failover link that carries the state as well is as fast as any interface that passes traffic',
    requirements: ['SYS-STATE-LINK-FASTEST'],
    begin: 'primary',
    needs: ['shared-state-link', 'single-context'],
    before: asFast(
      '{failover-link.interface}',
      'link for hellos and for the state',
      'SYS-STATE-LINK-FASTEST',
    ),
  });

  certify({
    name: 'failover-by-mode',
    title: 'a pair in single context mode is Active/Standby, and takes no failover groups',
    requirements: ['SYS-ACTIVE-ACTIVE-MULTIPLE', 'SYS-ACTIVE-STANDBY-ANY-MODE'],
    begin: 'primary',
    needs: ['single-context'],
    before: [
      shows('show mode', 'mode: single', 'the pair is in single context mode', []),
      shows(
        facts,
        ['This host: Primary - Active', 'Other host: Secondary - Standby Ready'],
        'it is Active/Standby',
        ['SYS-ACTIVE-STANDBY-ANY-MODE'],
      ),
      refuses('failover group 1', [], 'a failover group is refused', ['SYS-ACTIVE-ACTIVE-MULTIPLE']),
      hides(running, '^failover group', 'no failover group is in the configuration', [
        'SYS-ACTIVE-ACTIVE-MULTIPLE',
      ]),
    ],
  });

  certify({
    name: 'failover-by-mode-of-groups',
    title: 'a pair that is Active/Active is in multiple context mode',
    requirements: ['SYS-ACTIVE-ACTIVE-MULTIPLE'],
    begin: 'primary',
    needs: ['active-active'],
    before: [
      shows(facts, 'Group 1\\s+State:\\s+Active', 'failover groups have states', []),
      ...(['primary', 'secondary'] as const).map((on) =>
        shows(
          'show mode',
          'mode: multiple',
          `the ${on} unit is in multiple context mode`,
          ['SYS-ACTIVE-ACTIVE-MULTIPLE'],
          { on },
        ),
      ),
    ],
  });

  certify({
    name: 'no-cable-on-an-asa',
    title: 'an ASA fails over over the LAN, and knows of no failover cable',
    requirements: ['SYS-CABLE-PIX-ONLY'],
    begin: 'primary',
    needs: ['asa'],
    before: [
      hides(
        facts,
        ['^Cable status', 'Serial-based'],
        'no failover cable is spoken of',
        ['SYS-CABLE-PIX-ONLY'],
        {
          expects: [{ says: '^Failover LAN Interface: \\S+ \\S+ \\(up\\)' }],
        },
      ),
    ],
  });

  certify({
    name: 'cable-of-a-pix',
    title: 'a PIX fails over over its cable',
    requirements: ['SYS-CABLE-PIX-ONLY'],
    begin: 'primary',
    needs: ['cable'],
    before: [
      shows(version, '^Hardware:\\s+PIX', 'the unit is a PIX', ['SYS-CABLE-PIX-ONLY']),
      shows(facts, ['^Cable status: Normal', 'Serial-based failover enabled'], 'its failover cable works', [
        'SYS-CABLE-PIX-ONLY',
      ]),
    ],
  });
});
