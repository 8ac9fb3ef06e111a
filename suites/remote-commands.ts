/**
 * `failover exec`: where a command that is sent is executed, where its output appears, in which command mode it runs, and
 * what cannot be sent. Played by name: `fover run remote-commands`.
 */
import { certify, hides, refuses, shows, takes } from 'fover';
import type { Ask } from 'fover';

/** A command that is sent from the enabled prompt and answered with an error. */
const refusedAtPrompt = (
  ask: string,
  means: string,
  proves: readonly string[],
  more: Partial<Ask> = {},
): Ask => ({
  ask,
  on: 'active',
  expects: [{ answer: 'refused' }],
  means,
  proves,
  ...more,
});

const anyList = 'extended permit ip any any';

describe('failover exec', () => {
  certify({
    name: 'exec-reaches-the-unit-meant',
    title:
      'failover exec runs a command on the active unit, the standby unit or the mate, and its output appears where it was sent from',
    requirements: ['EXEC-ACTIVE-OR-STANDBY', 'EXEC-MATE', 'EXEC-OUTPUT'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    before: [
      shows(
        'failover exec mate show failover',
        'This host: Secondary',
        'the mate of the primary unit answers',
        ['EXEC-MATE', 'EXEC-OUTPUT'],
      ),
      shows(
        'failover exec mate show failover',
        'This host: Primary',
        'the mate of the secondary unit answers',
        ['EXEC-MATE', 'EXEC-OUTPUT'],
        { on: 'secondary' },
      ),
      shows('failover exec active show failover', 'This host: Primary', 'the active unit answers to itself', [
        'EXEC-ACTIVE-OR-STANDBY',
      ]),
      shows(
        'failover exec standby show failover',
        'This host: Secondary',
        'the standby unit answers to the active one',
        ['EXEC-ACTIVE-OR-STANDBY'],
      ),
      shows(
        'failover exec active show failover',
        'This host: Primary',
        'the active unit answers to the standby one',
        ['EXEC-ACTIVE-OR-STANDBY'],
        { on: 'secondary' },
      ),
      shows(
        'failover exec standby show failover',
        'This host: Secondary',
        'the standby unit answers to itself',
        ['EXEC-ACTIVE-OR-STANDBY'],
        { on: 'secondary' },
      ),
    ],
  });

  certify({
    name: 'exec-mode-is-its-own',
    title:
      'the command mode of failover exec begins as global configuration mode, is changed by what is sent, is kept for each unit, and is not that of the session',
    requirements: [
      'EXEC-STARTS-GLOBAL',
      'EXEC-SHOWN',
      'EXEC-MODE-CHANGES',
      'EXEC-MODE-PER-UNIT',
      'EXEC-OWN-MODE',
    ],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    before: [
      shows(
        'show failover exec active',
        '^Active unit Failover EXEC is at config mode',
        'it begins as global configuration mode',
        ['EXEC-STARTS-GLOBAL', 'EXEC-SHOWN'],
      ),
      shows(
        'show failover exec mate',
        '^Standby unit Failover EXEC is at config mode',
        'and so for the mate',
        ['EXEC-STARTS-GLOBAL', 'EXEC-SHOWN'],
      ),
      takes(
        ['interface {data.1.interface}', 'show failover exec active'],
        'the mode of the session does not become that of failover exec',
        ['EXEC-OWN-MODE'],
        { expects: [{ says: '^Active unit Failover EXEC is at config mode' }] },
      ),
      refuses(
        ['failover exec active interface {data.1.interface}', 'security-level 33'],
        [],
        'after an interface was sent the session is still in global configuration mode, where there is no security-level',
        ['EXEC-PROMPT-STAYS'],
      ),
      shows(
        'show failover exec active',
        '^Active unit Failover EXEC is at interface sub-command mode',
        'failover exec itself is in the mode of the interface that was sent',
        ['EXEC-MODE-CHANGES', 'EXEC-SHOWN'],
      ),
      shows(
        'show failover exec standby',
        '^Standby unit Failover EXEC is at config mode',
        'for the other unit its mode is as it was',
        ['EXEC-MODE-PER-UNIT'],
      ),
      takes(
        [
          'failover exec active interface {data.1.interface}',
          'failover exec active description entered from afar',
        ],
        'what is sent next is executed in that mode',
        [],
      ),
      shows(
        'show running-config interface {data.1.interface}',
        '^ description entered from afar$',
        'the description stands at the interface that was sent before it',
        ['EXEC-MODE-CHANGES'],
      ),
      takes(
        'failover exec active hostname {hostname}',
        'a command of global configuration mode leads back there',
        [],
      ),
    ],
  });

  certify({
    name: 'exec-replicates-from-the-active-unit',
    title:
      'configuration sent to the active unit is replicated, and configuration sent to the standby unit is not',
    requirements: ['EXEC-REPLICATED', 'EXEC-STANDBY-NOT-REPLICATED'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    before: [
      takes(
        `failover exec active access-list sent-to-active ${anyList}`,
        'the standby unit sends the command to the active one',
        [],
        { on: 'standby' },
      ),
      shows('show running-config', '^access-list sent-to-active ', 'the active unit has it', [
        'EXEC-REPLICATED',
      ]),
      shows(
        'show running-config',
        '^access-list sent-to-active ',
        'it was replicated to the standby unit',
        ['EXEC-REPLICATED', 'REP-AS-ENTERED'],
        { on: 'standby', within: 5000 },
      ),
      takes(
        `failover exec standby access-list sent-to-standby ${anyList}`,
        'the active unit sends the command to the standby one',
        [],
      ),
      shows(
        'show running-config',
        '^access-list sent-to-standby ',
        'the standby unit has it',
        ['EXEC-STANDBY-NOT-REPLICATED'],
        { on: 'standby' },
      ),
      hides(
        'show running-config',
        '^access-list sent-to-standby ',
        'the active unit has it not, and the configurations are not synchronized any more',
        ['EXEC-STANDBY-NOT-REPLICATED', 'REP-NOT-FROM-STANDBY'],
      ),
    ],
  });

  certify({
    name: 'exec-cannot-send-everything',
    title:
      'debug, recursive failover exec and commands that ask back cannot be sent, and configuration only from configuration mode',
    requirements: [
      'EXEC-NO-DEBUG',
      'EXEC-NO-RECURSION',
      'EXEC-NO-CONFIRMATION',
      'EXEC-LOCAL-CONFIG-MODE',
      'EXEC-NO-COMPLETION',
    ],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    before: [
      refusedAtPrompt('failover exec mate debug fover cable', 'debug cannot be sent', ['EXEC-NO-DEBUG']),
      refusedAtPrompt('failover exec mate undebug all', 'undebug cannot be sent', ['EXEC-NO-DEBUG']),
      refusedAtPrompt('failover exec mate failover exec mate show clock', 'failover exec cannot be sent', [
        'EXEC-NO-RECURSION',
      ]),
      refusedAtPrompt(
        'failover exec mate delete flash:/fover-none',
        'a command that would ask for confirmation is not run',
        ['EXEC-NO-CONFIRMATION'],
      ),
      shows(
        'failover exec mate delete /noconfirm flash:/fover-none',
        'No such file',
        'with its option that forgoes the question it is run',
        ['EXEC-NO-CONFIRMATION'],
      ),
      refusedAtPrompt(
        'failover exec mate sho?',
        'no help is given for the command that is sent',
        ['EXEC-NO-COMPLETION'],
        { expects: [{ lacks: '^\\s*show\\s' }, { answer: 'refused' }] },
      ),
      {
        ...shows('failover exec mate configure terminal', [], 'configure terminal can be sent', []),
        expects: [{ answer: 'accepted' }],
      },
      shows(
        'show failover exec mate',
        'at config mode',
        'failover exec says that it is in global configuration mode',
        ['EXEC-LOCAL-CONFIG-MODE'],
      ),
      refusedAtPrompt(
        `failover exec mate access-list sent-too-early ${anyList}`,
        'configuration fails all the same until the session itself is in global configuration mode',
        ['EXEC-LOCAL-CONFIG-MODE'],
      ),
      hides(
        'show running-config',
        'sent-too-early',
        'and leaves no trace on the mate',
        ['EXEC-LOCAL-CONFIG-MODE'],
        { on: 'standby' },
      ),
    ],
  });

  certify({
    name: 'exec-to-a-failed-standby',
    title: 'a command for a standby unit that is failed by an interface fails',
    requirements: ['AS-INTERFACE-FAILED-STANDBY', 'EXEC-FAILED-STANDBY'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    before: [
      shows(
        'failover exec standby show clock',
        '\\d\\d:\\d\\d:\\d\\d',
        'before, the standby unit answers',
        [],
      ),
    ],
    fault: 'interface-down',
    target: 'standby',
    interface: 'inside',
    watch: 'mate-failed',
    during: [
      refusedAtPrompt('failover exec standby show clock', 'the failed standby unit executes nothing', [
        'EXEC-FAILED-STANDBY',
      ]),
    ],
    after: [
      shows(
        'failover exec standby show clock',
        '\\d\\d:\\d\\d:\\d\\d',
        'once it has recovered it answers again',
        ['EXEC-FAILED-STANDBY'],
      ),
    ],
  });

  certify({
    name: 'exec-goes-over-the-failover-link',
    title: 'no command reaches the mate while the failover link is down',
    requirements: ['AS-FAILOVER-LINK-FAILED', 'EXEC-OVER-LINK'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan'],
    before: [shows('failover exec mate show clock', '\\d\\d:\\d\\d:\\d\\d', 'before, the mate answers', [])],
    fault: 'failover-link-down',
    target: 'active',
    watch: 'nothing',
    during: [
      refusedAtPrompt(
        'failover exec mate show clock',
        'the command does not reach the mate, though its other interfaces are up',
        ['EXEC-OVER-LINK'],
        { within: 10_000 },
      ),
    ],
    after: [
      shows('failover exec mate show clock', '\\d\\d:\\d\\d:\\d\\d', 'over the link it answers again', [
        'EXEC-OVER-LINK',
      ]),
    ],
  });

  certify({
    name: 'exec-stays-in-its-context',
    title:
      'in multiple context mode a command reaches the same context on the mate, and changeto cannot be sent',
    requirements: ['EXEC-SAME-CONTEXT', 'EXEC-NO-CHANGETO'],
    begin: 'primary',
    needs: ['asa', 'multiple-contexts'],
    before: [
      refusedAtPrompt('failover exec mate changeto context {context.2}', 'changeto cannot be sent', [
        'EXEC-NO-CHANGETO',
      ]),
      shows(
        'failover exec mate show failover',
        ['This context: Standby Ready', 'Interface {context.2.data.1.nameif} '],
        'the same context of the mate answers',
        ['EXEC-SAME-CONTEXT'],
        { in: '{context.2}' },
      ),
      hides(
        'failover exec mate show failover',
        ['This host:', 'Interface {context.1.data.1.nameif} '],
        'and neither its system execution space nor another context',
        ['EXEC-SAME-CONTEXT'],
        { in: '{context.2}' },
      ),
    ],
  });
});
