/**
 * The procedures of the guides as a person would follow them: failover disabled and enabled again, a failed unit
 * restored, a unit replaced, cards exchanged, an interface that stays waiting traced to its port. Where the guides have
 * somebody go to the rack, a unit is without power, or without its cables, for as long. Played by name:
 * `fover run operations`.
 */
import { certify, compares, expect, hides, seesAt, shows, takes } from 'fover';
import type { Ask, Enter } from 'fover';

const plain = ['active-standby', 'single-context'] as const;
const facts = 'show failover | begin Failover';
const runs = 'show running-config';
const anyList = (name: string): string => `access-list ${name} extended permit ip any any`;
const hasList = (name: string): string => `^access-list ${name} `;

/** A list that somebody enters; what it is for is the scenario's. */
const lists = (name: string, means: string, where: Partial<Enter> = {}): Enter =>
  takes(anyList(name), means, [], where);

/** Saves on the active unit, and so on both. */
const saves = (means: string, proves: readonly string[] = []): Ask =>
  shows('write memory', '\\[OK\\]', means, proves);

describe('Failover disabled and enabled', () => {
  certify({
    name: 'enabled-on-both',
    title:
      'the secondary unit obtains the configuration and becomes standby as soon as failover is enabled on it, and the pair is saved then',
    requirements: ['REP-AT-ENABLE', 'OPS-SAVE-AT-LAST', 'OPS-REPLACE-NOT-DETECTED'],
    begin: 'primary',
    needs: plain,
    fault: 'told-off',
    target: 'active',
    watch: 'nothing',
    during: [
      shows(
        'show failover state',
        '^Other host\\s+-\\s+Primary\\s*\\n\\s+Not Detected|^Primary \\| Not Detected',
        'the secondary unit shows its mate as not detected',
        ['OPS-REPLACE-NOT-DETECTED'],
        { on: 'secondary', within: 20_000 },
      ),
      {
        ...lists('while-off', 'the primary unit takes a command', { on: 'primary' }),
        undo: [`no ${anyList('while-off')}`, 'write memory'],
      },
      hides(runs, hasList('while-off'), 'it does not reach the secondary unit while failover is off', [], {
        on: 'secondary',
      }),
    ],
    after: [
      shows(
        runs,
        hasList('while-off'),
        'the secondary unit has it since failover is on there',
        ['REP-AT-ENABLE'],
        { on: 'secondary', within: 10_000 },
      ),
      seesAt(
        'console-messages',
        '^secondary Beginning configuration replication from mate',
        'its console says that it obtained the configuration',
        ['REP-AT-ENABLE'],
      ),
      shows(
        facts,
        ['^Failover On', '^\\s*This host: Secondary - Standby Ready'],
        'and it is the standby unit',
        ['REP-AT-ENABLE'],
        { on: 'secondary', within: 20_000 },
      ),
      hides('show startup-config', hasList('while-off'), 'nothing of this is in its flash yet', [], {
        on: 'secondary',
      }),
      saves('the configuration is saved on the active unit'),
      shows('show startup-config', hasList('while-off'), 'it is in the flash of the primary unit', [
        'OPS-SAVE-AT-LAST',
      ]),
      shows(
        'show startup-config',
        [hasList('while-off'), '^failover$'],
        'and in that of the secondary unit',
        ['OPS-SAVE-AT-LAST'],
        { on: 'secondary', within: 10_000 },
      ),
    ],
  });

  certify(
    {
      name: 'primary-enabled-first',
      title:
        'the primary unit is active when failover is enabled there first, and the standby unit takes over from then on',
      requirements: ['OPS-PRIMARY-FIRST', 'AS-INTERFACE-FAILED-ACTIVE'],
      begin: 'primary',
      needs: ['active-standby'],
      fault: 'told-off',
      target: 'active',
      watch: 'nothing',
      next: [
        { mend: 0, watch: 'nothing' },
        { fault: 'interface-down', target: 'active', interface: 'inside', watch: 'failover' },
      ],
      during: [
        shows(
          facts,
          ['^Failover On', '^\\s*This host: Secondary - Active', '^\\s*Other host: Primary - Failed'],
          'the secondary unit became standby when failover was enabled, and active when the primary failed',
          ['OPS-PRIMARY-FIRST'],
          { on: 'secondary' },
        ),
        seesAt(
          'console-messages',
          '^primary No Active mate detected[^]*^secondary Detected an Active mate',
          'the primary unit was active before the secondary one came to it',
          ['OPS-PRIMARY-FIRST'],
        ),
      ],
    },
    (played) => expect(played).to.failOver(),
  );

  certify({
    name: 'secondary-powered-on-last',
    title:
      'in a cable-based pair the secondary unit is off until the primary is configured, and joins it without being told of the link',
    requirements: ['OPS-CABLE-SECONDARY-OFF', 'CFG-CABLE-NO-BOOTSTRAP'],
    begin: 'primary',
    needs: ['cable'],
    fault: 'unit-power-loss',
    target: 'standby',
    watch: 'mate-failed',
    during: [
      seesAt('outlets', ' off secondary$', 'the secondary unit has no power', []),
      lists('before-the-mate', 'the primary unit is configured meanwhile'),
      shows('show running-config failover', '^failover$', 'and has failover on', []),
    ],
    after: [
      shows(
        facts,
        ['^Failover On', '^\\s*This host: Secondary - Standby Ready'],
        'once it has power the secondary unit is the standby unit',
        ['OPS-CABLE-SECONDARY-OFF'],
        { on: 'secondary', within: 20_000 },
      ),
      shows(
        runs,
        hasList('before-the-mate'),
        'and has the configuration that was made without it',
        ['OPS-CABLE-SECONDARY-OFF'],
        { on: 'secondary', within: 10_000 },
      ),
      hides(
        'show running-config failover',
        '^failover lan ',
        'there are no commands that tell it of the failover link',
        ['OPS-CABLE-SECONDARY-OFF'],
        { on: 'secondary' },
      ),
    ],
  });
});

describe('Restoration of a failed unit', () => {
  certify({
    name: 'reset-of-a-failed-unit',
    title: 'failover reset restores a failed unit, which is on standby until it is found to fail again',
    requirements: ['OPS-RESET', 'OPS-RESET-FAILS-AGAIN'],
    begin: 'primary',
    needs: plain,
    fault: 'interface-cut-off',
    target: 'standby',
    interface: 'inside',
    watch: 'mate-failed',
    next: [{ fault: 'told-reset', target: 'standby', watch: 'none' }],
    during: [
      shows(
        facts,
        '^\\s*This host: Secondary - Standby Ready',
        'the unit is not failed any more, though its interface is cut off as before',
        ['OPS-RESET'],
        { on: 'secondary', within: 2000 },
      ),
      shows(
        facts,
        '^\\s*This host: Secondary - Failed',
        'and it fails again when the tests of the interface have found that it hears nothing',
        ['OPS-RESET-FAILS-AGAIN'],
        { on: 'secondary', within: 60_000 },
      ),
    ],
  });

  certify({
    name: 'reset-of-a-failed-group',
    title:
      'failover reset group restores a failed group, which is on standby until it is found to fail again',
    requirements: ['OPS-RESET-GROUP', 'OPS-RESET-FAILS-AGAIN'],
    begin: { 1: 'primary', 2: 'secondary' },
    needs: ['active-active'],
    fault: 'interface-down',
    group: 1,
    target: 'standby',
    interface: 'one/inside-one',
    watch: 'mate-failed',
    next: [{ fault: 'told-reset', group: 1, target: 'standby', watch: 'nothing' }],
    during: [
      shows(
        'show failover history',
        '^\\s*1\\s+Failed\\s+Standby Ready\\s',
        'the group went from failed to standby, though its interface is down as before',
        ['OPS-RESET-GROUP'],
        { on: 'secondary' },
      ),
      shows(
        'show failover group 1',
        'This host:\\s+Secondary\\s+State:\\s+Failed',
        'and it has failed again since',
        ['OPS-RESET-FAILS-AGAIN'],
        { on: 'secondary' },
      ),
    ],
  });

  certify({
    name: 'restored-group-goes-home',
    title:
      'a group that failed on the unit that it prefers becomes active there again when it is restored, by preempt',
    requirements: ['OPS-RESTORED-PREEMPTS', 'AA-PREEMPT'],
    begin: { 1: 'primary', 2: 'secondary' },
    needs: ['active-active'],
    setup: [
      takes(['failover group 1', 'preempt'], 'the group is taken back without delay', [], { on: 'primary' }),
    ],
    fault: 'interface-down',
    group: 1,
    target: 'active',
    interface: 'one/outside-one',
    watch: 'failover',
    during: [
      shows(
        'show failover group 1',
        ['This host:\\s+Primary\\s+State:\\s+Failed', 'Other host:\\s+Secondary\\s+State:\\s+Active'],
        'the group has failed on the primary unit and is active on the secondary one',
        [],
        { on: 'primary', within: 10_000 },
      ),
    ],
    after: [
      shows(
        'show failover group 1',
        ['This host:\\s+Primary\\s+State:\\s+Active', 'Other host:\\s+Secondary\\s+State:\\s+Standby'],
        'it is active on the primary unit again, and nobody has told it to',
        ['OPS-RESTORED-PREEMPTS'],
        { on: 'primary', within: 30_000 },
      ),
    ],
  });
});

describe('Replacement of a unit', () => {
  certify({
    name: 'replacement-joins',
    title:
      'a unit that is given its role and the failover link, and nothing else, joins the pair when failover is enabled on it',
    requirements: ['OPS-REPLACE-JOINS', 'OPS-REPLACE-SOFTWARE'],
    begin: 'primary',
    needs: ['asa', ...plain, 'lan'],
    before: [
      shows('show version', 'Software Version \\S+', 'what the unit in place runs', [], { as: 'software' }),
      compares(
        'show version',
        '(?:Software|Device Manager) Version (\\S+)',
        ['same', 'software'],
        'the other unit runs the same software and the same ASDM',
        ['OPS-REPLACE-SOFTWARE'],
        { on: 'standby' },
      ),
    ],
    fault: 'told-off',
    target: 'active',
    watch: 'nothing',
    during: [
      takes(
        [
          'no failover interface ip {failover-link.nameif}',
          'no failover lan interface',
          anyList('of-another-site'),
        ],
        'the secondary unit stands for one that came from elsewhere: it knows no failover link',
        [],
        { on: 'secondary' },
      ),
      hides('show running-config failover', '^failover lan interface', 'it does not know the link', [], {
        on: 'secondary',
      }),
      takes(
        [
          'failover lan unit secondary',
          'failover lan interface {failover-link.nameif} {failover-link.interface}',
          'failover interface ip {failover-link.nameif} {failover-link.active} {failover-link.mask} standby {failover-link.standby}',
          'interface {failover-link.interface}',
          'no shutdown',
        ],
        'it is given its role and the failover link',
        [],
        { on: 'secondary' },
      ),
    ],
    after: [
      shows(
        facts,
        ['^Failover On', '^\\s*This host: Secondary - Standby Ready', '^\\s*Other host: Primary - Active'],
        'it is the standby unit of the pair once failover is enabled',
        ['OPS-REPLACE-JOINS'],
        { on: 'secondary', within: 20_000 },
      ),
      hides(
        runs,
        hasList('of-another-site'),
        'it has nothing any more of what it came with',
        ['OPS-REPLACE-JOINS'],
        {
          on: 'secondary',
        },
      ),
      shows(runs, '^hostname {hostname}$', 'what the active unit runs with', [], { as: 'active runs' }),
      compares(
        runs,
        '^(?![:!]|failover lan unit |failover interface ip |Cryptochecksum)(.+)$',
        ['same', 'active runs'],
        'line by line it runs with what the active unit does, its role and the order of the links apart',
        ['OPS-REPLACE-JOINS'],
        { on: 'standby' },
      ),
    ],
  });
});

describe('Exchange of cards', () => {
  certify(
    {
      name: 'card-in-the-standby-unit',
      title:
        'the standby unit is off for its new card, and is booted without any cable while the primary passes traffic',
      requirements: ['OPS-EXCHANGE-STANDBY-FIRST', 'OPS-EXCHANGE-TESTED-ALONE'],
      begin: 'primary',
      needs: [...plain, 'lan', 'traffic'],
      fault: 'unit-power-loss',
      target: 'secondary',
      watch: 'mate-failed',
      next: [
        // Its failover cable is pulled at the other end, where the primary unit can see that the link is down.
        { fault: 'failover-link-down', target: 'primary', watch: 'none' },
        { fault: 'interface-down', target: 'secondary', interface: 'inside', watch: 'none' },
        { fault: 'interface-down', target: 'secondary', interface: 'outside', watch: 'none' },
        { mend: 0, watch: 'nothing' },
      ],
      during: [
        seesAt(
          'ports',
          ['link down .* secondary outside', 'link down .* secondary inside'],
          'the unit is without its cables',
          ['OPS-EXCHANGE-TESTED-ALONE'],
        ),
        shows(
          'show version',
          'Ext: (?:{data.1.interface}|Ethernet)',
          'it has booted, and shows the interfaces that it has',
          ['OPS-EXCHANGE-TESTED-ALONE'],
          { on: 'secondary' },
        ),
        shows(
          facts,
          '^\\s*This host: Primary - Active',
          'the primary unit is active as before',
          ['OPS-EXCHANGE-STANDBY-FIRST'],
          { on: 'primary' },
        ),
        seesAt('new-sessions', '/tcp open since', 'and passes traffic', ['OPS-EXCHANGE-STANDBY-FIRST']),
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'card-in-the-primary-unit',
      title:
        'the primary unit is off for its new card only when the secondary is up and active, and is made active with failover active when it is back',
      requirements: [
        'OPS-EXCHANGE-STANDBY-FIRST',
        'OPS-EXCHANGE-NEVER-BOTH-ACTIVE',
        'OPS-EXCHANGE-BACK',
        'AS-TRIGGER-FORCED',
      ],
      begin: 'primary',
      needs: [...plain, 'traffic'],
      fault: 'unit-power-loss',
      target: 'secondary',
      watch: 'mate-failed',
      next: [
        { mend: 0, watch: 'nothing' },
        { fault: 'unit-power-loss', target: 'primary', watch: 'failover' },
      ],
      during: [
        seesAt('outlets', [' off primary$', ' on secondary$'], 'the primary unit is off', [
          'OPS-EXCHANGE-STANDBY-FIRST',
        ]),
        shows(
          facts,
          '^\\s*This host: Secondary - Active',
          'the secondary unit is up and active',
          ['OPS-EXCHANGE-STANDBY-FIRST', 'OPS-EXCHANGE-NEVER-BOTH-ACTIVE'],
          { on: 'secondary' },
        ),
        seesAt('new-sessions', '/tcp open since', 'and passes traffic', ['OPS-EXCHANGE-STANDBY-FIRST']),
      ],
      after: [
        shows(
          facts,
          '^\\s*This host: Primary - Standby Ready',
          'the primary unit is on standby when it is back',
          ['OPS-EXCHANGE-NEVER-BOTH-ACTIVE'],
          { on: 'primary' },
        ),
        hides(
          'show failover history',
          'Just Active',
          'and has not been active since it booted',
          ['OPS-EXCHANGE-NEVER-BOTH-ACTIVE'],
          { on: 'primary' },
        ),
        {
          ask: 'failover active',
          on: 'primary',
          causes: 'told-active',
          expects: [{ answer: 'accepted' }],
          means: 'the primary unit is told to become active',
          proves: [],
        },
        shows(
          facts,
          ['^\\s*This host: Primary - Active', '^\\s*Other host: Secondary - Standby Ready'],
          'and is active again, with the secondary on standby',
          ['OPS-EXCHANGE-BACK', 'OPS-EXCHANGE-NEVER-BOTH-ACTIVE'],
          { on: 'primary', within: 20_000 },
        ),
        takes(
          ['interface {data.1.interface}', 'description of the new card'],
          'an interface is configured there',
          [],
          { on: 'primary' },
        ),
        shows(
          runs,
          '^interface {data.1.interface}\\n(?: .*\\n)*? description of the new card$',
          'and replicated to the standby unit',
          ['OPS-EXCHANGE-BACK'],
          { on: 'secondary', within: 10_000 },
        ),
      ],
    },
    (played) => expect(played).to.failOver(),
  );
});

describe('Troubles', () => {
  certify({
    name: 'waiting-interface-traced-to-its-port',
    title: 'an interface that is failed or waiting is traced to the switch port that it is cabled to',
    requirements: ['OPS-WAITING-CABLE-OR-PORT', 'IH-SHOWS-WAITING'],
    begin: 'primary',
    needs: plain,
    fault: 'interface-down',
    target: 'standby',
    interface: 'inside',
    watch: 'mate-failed',
    during: [
      shows(
        facts,
        'Other host: Secondary(?:[^]*)Interface inside \\({inside.standby}\\): (?!Normal(?: \\(Monitored\\))?\\s*$)',
        'one interface of the other unit is not well',
        ['OPS-WAITING-CABLE-OR-PORT'],
      ),
      shows(
        facts,
        'Other host: Secondary(?:[^]*)Interface outside \\({outside.standby}\\): Normal',
        'and another one is',
        ['OPS-WAITING-CABLE-OR-PORT'],
      ),
      seesAt(
        'ports',
        [' link down .* secondary inside$', ' link up .* secondary outside$', ' link up .* primary inside$'],
        'it is its switch port, and no other, that is without link',
        ['OPS-WAITING-CABLE-OR-PORT'],
      ),
    ],
    after: [
      shows(
        facts,
        'Other host: Secondary(?:[^]*)Interface inside \\({inside.standby}\\): Normal(?: \\(Monitored\\))?\\s*$',
        'with the port the interface is well again',
        ['OPS-WAITING-CABLE-OR-PORT'],
        { within: 20_000 },
      ),
    ],
  });

  certify({
    name: 'nat-exemption-by-a-list-of-ports',
    title:
      'a nat 0 whose list is not valid for NAT exemption is gone after a power cycle though it was saved, and one with plain IP entries stays',
    requirements: ['OPS-NAT-EXEMPTION'],
    begin: 'primary',
    needs: ['pix', 'active-standby', 'single-context'],
    before: [
      {
        ...takes(
          [
            'access-list by-port extended permit tcp any any',
            'nat ({data.1.nameif}) 0 access-list by-port',
            'access-list by-ip extended permit ip any any',
            'nat ({data.2.nameif}) 0 access-list by-ip',
          ],
          'both are taken',
          [],
        ),
        undo: [
          'no nat ({data.1.nameif}) 0 access-list by-port',
          'no nat ({data.2.nameif}) 0 access-list by-ip',
          'no access-list by-port extended permit tcp any any',
          'no access-list by-ip extended permit ip any any',
          'write memory',
        ],
      },
      saves('and saved'),
      shows(
        'show startup-config',
        [
          '^nat \\({data.1.nameif}\\) 0 access-list by-port$',
          '^nat \\({data.2.nameif}\\) 0 access-list by-ip$',
        ],
        'both are in the flash',
        ['OPS-NAT-EXEMPTION'],
      ),
    ],
    fault: 'both-units-booting',
    target: 'active',
    watch: 'none',
    after: [
      hides(runs, '^nat \\({data.1.nameif}\\) 0 ', 'the one by ports is gone', ['OPS-NAT-EXEMPTION'], {
        on: 'primary',
      }),
      shows(
        runs,
        ['^access-list by-port ', '^nat \\({data.2.nameif}\\) 0 access-list by-ip$'],
        'its list stays, and so does the one by IP',
        ['OPS-NAT-EXEMPTION'],
        { on: 'primary' },
      ),
    ],
  });
});

describe('Replication, what stays where it is', () => {
  certify({
    name: 'erased-on-one-unit-only',
    title: 'write erase on the active unit leaves the flash of the standby unit as it is',
    requirements: ['REP-NOT-WRITE'],
    begin: 'primary',
    needs: plain,
    before: [
      shows('show startup-config', '^hostname {hostname}$', 'the active unit has a saved configuration', []),
      {
        ...shows('write erase', '\\[OK\\]', 'it is erased', []),
        answers: [{ question: 'Erase configuration', answer: '' }],
        undo: ['write memory'],
      },
      hides('show startup-config', '^hostname {hostname}$', 'the active unit has none any more', []),
      shows(
        'show startup-config',
        '^hostname {hostname}$',
        'the standby unit still has its own',
        ['REP-NOT-WRITE'],
        { on: 'standby' },
      ),
      saves('the configuration is saved again'),
      shows('show startup-config', '^hostname {hostname}$', 'the active unit has one again', []),
    ],
  });

  certify({
    name: 'certificate-authority-stays',
    title: 'crypto ca server and its subcommands are neither replicated nor synchronized',
    requirements: ['REP-NOT-CA-SERVER'],
    begin: 'primary',
    needs: ['asa', ...plain],
    before: [
      takes(['crypto ca server', 'lifetime crl 12'], 'the active unit takes them', []),
      takes(anyList('after-it'), 'and another command after them', []),
      shows(runs, ['^crypto ca server$', '^ lifetime crl 12$'], 'it runs with them', ['REP-NOT-CA-SERVER']),
      shows(runs, hasList('after-it'), 'the standby unit has what was entered after them', [], {
        on: 'standby',
        within: 10_000,
      }),
      hides(runs, ['^crypto ca server$', '^ lifetime crl 12$'], 'but not them', ['REP-NOT-CA-SERVER'], {
        on: 'standby',
      }),
    ],
    fault: 'write-standby',
    target: 'active',
    watch: 'nothing',
    during: [
      seesAt(
        'console-messages',
        '^secondary End configuration replication from mate',
        'the whole configuration has been sent',
        [],
      ),
      hides(runs, ['^crypto ca server$', '^ lifetime crl 12$'], 'they are not in it', ['REP-NOT-CA-SERVER'], {
        on: 'standby',
      }),
    ],
  });

  certify({
    name: 'entered-while-it-is-received',
    title:
      'a command that is entered on the standby unit while it receives the configuration is overwritten by it',
    requirements: ['REP-COMMANDS-MEANWHILE-STANDBY', 'REP-WRITE-STANDBY'],
    begin: 'primary',
    needs: [...plain, 'lan'],
    fault: 'write-standby',
    target: 'active',
    watch: 'none',
    during: [
      lists('meanwhile', 'the standby unit takes a command before the configuration has arrived', {
        on: 'standby',
      }),
      seesAt(
        'console-messages',
        '^secondary End configuration replication from mate',
        'the configuration has arrived',
        [],
        { within: 60_000 },
      ),
      hides(runs, hasList('meanwhile'), 'the command is gone', ['REP-COMMANDS-MEANWHILE-STANDBY'], {
        on: 'standby',
      }),
    ],
  });
});
