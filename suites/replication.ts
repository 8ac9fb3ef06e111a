/**
 * What of the configuration reaches the standby unit, when, and what does not; and what the consoles say of it. Played by
 * name: `fover run replication`.
 */
import { certify, compares, hides, seesAt, shows, takes } from 'fover';
import type { Ask } from 'fover';

const anyList = (name: string): string => `access-list ${name} extended permit ip any any`;
const onStandby = { on: 'standby', within: 10_000 } as const;

/** A command of the file system on the active unit, which has to be accepted. */
const files = (ask: string, means: string): Ask => ({
  ask,
  on: 'active',
  expects: [{ answer: 'accepted' }, { lacks: '^%Error' }],
  means,
  proves: [],
});

describe('Replication', () => {
  certify({
    name: 'replicated-as-entered',
    title:
      'configuration commands reach the standby unit as they are entered on the active one, and are in its memory until they are saved',
    requirements: [
      'REP-AS-ENTERED',
      'REP-COMMAND-CONFIGURATION',
      'REP-MEMORY-ONLY',
      'REP-SAVED-ON-BOTH',
      'REP-ONLY-UNIT-DIFFERS',
    ],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    before: [
      {
        ...takes(
          [anyList('kept'), 'interface {data.1.interface}', 'description kept'],
          'the active unit takes commands',
          [],
        ),
        undo: [`no ${anyList('kept')}`, 'interface {data.1.interface}', 'no description', 'write memory'],
      },
      shows(
        'show running-config',
        ['^access-list kept extended permit ip any any', '^ description kept$'],
        'the standby unit runs with them at once',
        ['REP-AS-ENTERED', 'REP-COMMAND-CONFIGURATION'],
        onStandby,
      ),
      hides('show startup-config', '^access-list kept ', 'they are not in its flash', ['REP-MEMORY-ONLY'], {
        on: 'standby',
      }),
      hides('show startup-config', '^access-list kept ', 'nor in that of the active unit', [
        'REP-AS-ENTERED',
      ]),
      {
        ...files('write memory', 'the configuration is saved on the active unit'),
        expects: [{ says: '\\[OK\\]' }],
      },
      shows(
        'show startup-config',
        '^access-list kept ',
        'the standby unit has saved it to its flash as well',
        ['REP-SAVED-ON-BOTH'],
        onStandby,
      ),
      shows('show running-config', '^hostname {hostname}$', 'what the active unit runs with', [], {
        as: 'active runs',
      }),
      compares(
        'show running-config',
        '^(?![:!]|failover lan unit |Cryptochecksum)(.+)$',
        ['same', 'active runs'],
        'line by line the standby unit runs with the same, failover lan unit apart',
        ['REP-ONLY-UNIT-DIFFERS', 'REP-NOT-LAN-UNIT', 'REP-WHOLE'],
        { on: 'standby' },
      ),
      takes('failover lan unit primary', 'the primary unit is told once more that it is the primary', [], {
        on: 'primary',
      }),
      shows(
        'show running-config failover',
        '^failover lan unit secondary$',
        'failover lan unit is that of each unit',
        ['REP-ONLY-UNIT-DIFFERS', 'REP-NOT-LAN-UNIT', 'CFG-UNIT-SECONDARY-BY-DEFAULT'],
        { on: 'secondary' },
      ),
      shows(
        'show running-config failover',
        '^failover lan unit primary$',
        'and the primary is told to be the primary',
        ['REP-NOT-LAN-UNIT', 'CFG-UNIT-PRIMARY'],
        { on: 'primary' },
      ),
      shows('show running-config', '^failover key \\*+$', 'a failover key is shown as asterisks', [
        'CFG-KEY-HIDDEN',
      ]),
    ],
  });

  certify({
    name: 'not-replicated-from-standby',
    title:
      'what is entered on the standby unit stays there, with a warning, and write standby on the active unit clears it away',
    requirements: [
      'REP-NOT-FROM-STANDBY',
      'LOG-STANDBY-WARNING',
      'REP-WRITE-STANDBY',
      'REP-STANDBY-CLEARS',
      'REP-FROM-ACTIVE',
    ],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    before: [
      takes(anyList('stray'), 'the standby unit warns, and takes the command', ['LOG-STANDBY-WARNING'], {
        on: 'standby',
        expects: [
          { says: 'NOT performed from Standby unit to Active unit' },
          { says: 'no longer synchronized' },
        ],
      }),
      takes('show clock', 'it warns even where the command changes nothing', ['LOG-STANDBY-WARNING-ALWAYS'], {
        on: 'standby',
        expects: [{ says: 'NOT performed from Standby unit to Active unit' }],
      }),
      shows(
        'show running-config',
        '^access-list stray ',
        'the standby unit runs with it',
        ['REP-NOT-FROM-STANDBY'],
        { on: 'standby' },
      ),
      hides('show running-config', '^access-list stray ', 'the active unit does not', [
        'REP-NOT-FROM-STANDBY',
      ]),
    ],
    fault: 'write-standby',
    target: 'active',
    watch: 'nothing',
    during: [
      hides(
        'show running-config',
        '^access-list stray ',
        'the standby unit cleared its configuration and has that of the active one',
        ['REP-WRITE-STANDBY', 'REP-STANDBY-CLEARS', 'REP-FROM-ACTIVE'],
        onStandby,
      ),
      shows(
        'show running-config failover',
        '^failover lan unit secondary$',
        'the commands that it needs to reach the active unit were kept',
        ['REP-STANDBY-CLEARS'],
        { on: 'standby' },
      ),
    ],
  });

  certify({
    name: 'synchronized-at-boot',
    title:
      'a standby unit that boots obtains the running configuration of the active one, and both consoles say so',
    requirements: [
      'REP-AT-BOOT',
      'REP-WHOLE',
      'AS-BOOTS-BESIDE-ACTIVE',
      'LOG-REPLICATION-BEGINS',
      'LOG-REPLICATION-ENDS',
      'LOG-REPLICATION-RECEIVED',
    ],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    before: [takes(anyList('unsaved'), 'the active unit takes a command that nobody saves', [])],
    fault: 'unit-power-loss',
    target: 'standby',
    watch: 'mate-failed',
    after: [
      shows(
        'show running-config',
        '^access-list unsaved ',
        'the unit that booted runs with what was never saved',
        ['REP-AT-BOOT', 'REP-WHOLE', 'REP-FROM-ACTIVE'],
        onStandby,
      ),
      seesAt(
        'console-messages',
        '^primary Beginning configuration replication: Sending to mate',
        'the console of the sending unit says that replication begins',
        ['LOG-REPLICATION-BEGINS'],
      ),
      seesAt('console-messages', '^primary End Configuration Replication to mate', 'and that it has ended', [
        'LOG-REPLICATION-ENDS',
      ]),
      seesAt(
        'console-messages',
        [
          '^secondary Detected an Active mate',
          '^secondary Beginning configuration replication from mate',
          '^secondary End configuration replication from mate',
        ],
        'the console of the receiving unit says that it detected an active mate, and that replication begins and ends',
        ['LOG-REPLICATION-RECEIVED', 'TIME-REPLICATION'],
      ),
    ],
  });

  certify({
    name: 'replicated-over-the-link',
    title: 'commands do not reach the standby unit while the failover link is down',
    requirements: ['REP-OVER-LINK', 'AS-FAILOVER-LINK-FAILED'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    fault: 'failover-link-down',
    target: 'active',
    watch: 'nothing',
    during: [
      takes(anyList('unheard'), 'the active unit takes a command', []),
      shows('show running-config', '^access-list unheard ', 'it runs with it', []),
      hides(
        'show running-config',
        '^access-list unheard ',
        'the standby unit does not, though all its other interfaces are up',
        ['REP-OVER-LINK'],
        { on: 'standby' },
      ),
    ],
  });

  certify({
    name: 'replicated-files-and-not',
    title: 'mkdir, rename, delete and rmdir are replicated; copy, pager and debug are not',
    requirements: ['REP-COMMAND-FILES', 'REP-NOT-COPY', 'REP-NOT-PAGER', 'REP-NOT-SHOW'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan'],
    before: [
      files('mkdir /noconfirm flash:/fover-a', 'a folder is made on the active unit'),
      shows(
        'dir flash:',
        '\\sfover-a$',
        'it is made on the standby unit too',
        ['REP-COMMAND-FILES'],
        onStandby,
      ),
      files('copy /noconfirm running-config flash:/fover-old', 'a file is made on the active unit'),
      {
        ...files('copy /noconfirm running-config flash:/fover-old', 'and one on the standby unit'),
        on: 'standby',
      },
      files('rename /noconfirm flash:/fover-old flash:/fover-new', 'it is renamed on the active unit'),
      shows(
        'dir flash:',
        '\\sfover-new$',
        'and on the standby unit as well',
        ['REP-COMMAND-FILES'],
        onStandby,
      ),
      files('copy /noconfirm running-config flash:/fover-copy', 'the configuration is copied to a file'),
      shows('dir flash:', '\\sfover-copy$', 'the file is there', []),
      hides('dir flash:', '\\sfover-copy$', 'the copy is not made on the standby unit', ['REP-NOT-COPY'], {
        on: 'standby',
      }),
      files('delete /noconfirm flash:/fover-copy', 'the file is deleted'),
      files('delete /noconfirm flash:/fover-new', 'and the other one'),
      hides(
        'dir flash:',
        '\\sfover-new$',
        'it is deleted on the standby unit too',
        ['REP-COMMAND-FILES'],
        onStandby,
      ),
      files('rmdir /noconfirm flash:/fover-a', 'the folder is removed'),
      hides(
        'dir flash:',
        '\\sfover-a$',
        'it is gone from the standby unit',
        ['REP-COMMAND-FILES'],
        onStandby,
      ),
      takes('pager lines 31', 'the pager is set on the active unit', []),
      shows('show running-config', '^pager lines 31$', 'it is set there', []),
      hides('show running-config', '^pager lines 31$', 'and not on the standby unit', ['REP-NOT-PAGER'], {
        on: 'standby',
      }),
      files('debug fover cable', 'debugging is turned on on the active unit'),
      shows('show debug', 'fover', 'it is on there', []),
      hides('show debug', 'fover', 'and not on the standby unit', ['REP-NOT-SHOW'], { on: 'standby' }),
      files('undebug all', 'debugging is turned off'),
    ],
  });
});
