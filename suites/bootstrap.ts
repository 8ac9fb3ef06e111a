/**
 * What makes two units a pair: the bootstrap of the secondary unit over the LAN and over the failover cable of a PIX,
 * which of its ends makes a unit the primary one, and the failover key. What is typed is put back. Played by name:
 * `fover run bootstrap`.
 */
import { certify, hides, seesAt, shows, takes } from 'fover';

const facts = 'show failover | begin Failover';
const running = 'show running-config failover';

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
