/**
 * An Active/Standby pair in multiple context mode: what is configured where, what is saved and written with which
 * command, and that it fails over as a whole. Played by name: `fover run contexts`.
 */
import { certify, hides, refuses, shows, takes } from 'fover';
import type { Ask } from 'fover';

const needs = ['active-standby', 'multiple-contexts'] as const;
const running = 'show running-config';
const contexts = ['{context.1}', '{context.2}', '{context.3}'] as const;
const stray = 'access-list stray extended permit ip any any';
const kept = 'access-list kept extended permit ip any any';

/** Every context says that it is active, or standby, on this unit. */
const everyContext = (
  state: 'Active' | 'Standby Ready',
  on: Ask['on'],
  proves: readonly string[],
): readonly Ask[] =>
  contexts.map((context) =>
    shows(
      'show failover',
      `This context: ${state}`,
      `context ${context} is ${state} on the ${on} unit`,
      proves,
      {
        on,
        in: context,
        within: 10_000,
      },
    ),
  );

const within = (context: string, on: Ask['on']) => ({ in: context, on, within: 10_000 }) as const;

describe('Active/Standby with contexts', () => {
  certify({
    name: 'contexts-fail-over-whole',
    title: 'a failed interface of one context makes the whole unit fail over, with all its contexts',
    requirements: ['AS-FAILS-OVER-WHOLE', 'AS-INTERFACE-FAILED-ACTIVE', 'SYS-ACTIVE-STANDBY-ANY-MODE'],
    begin: 'primary',
    needs,
    before: [
      shows('show mode', 'mode: multiple', 'the pair is in multiple context mode', []),
      shows(
        'show failover',
        ['^\\s*This host: Primary - Active', '^\\s*Other host: Secondary - Standby Ready'],
        'and it is Active/Standby',
        ['SYS-ACTIVE-STANDBY-ANY-MODE'],
      ),
      hides('show failover', 'Group [12]', 'it has no failover groups', ['AS-FAILS-OVER-WHOLE']),
      ...everyContext('Active', 'primary', ['AS-FAILS-OVER-WHOLE']),
      ...everyContext('Standby Ready', 'secondary', ['AS-FAILS-OVER-WHOLE']),
    ],
    fault: 'interface-down',
    target: 'active',
    interface: 'two/inside-two',
    watch: 'failover',
    during: everyContext('Active', 'secondary', ['AS-FAILS-OVER-WHOLE']),
    after: everyContext('Standby Ready', 'primary', ['AS-FAILS-OVER-WHOLE']),
  });

  certify({
    name: 'contexts-configured-in-their-place',
    title: 'addresses are configured within contexts, failover and its links in the system execution space',
    requirements: ['CFG-ADDRESS-IN-CONTEXT', 'CFG-SYSTEM-SPACE', 'CFG-LINKS-IN-SYSTEM'],
    begin: 'primary',
    needs: [...needs, 'lan', 'own-state-link'],
    before: [
      shows(
        running,
        '^ ip address {context.2.data.1.active} {context.2.data.1.mask} standby {context.2.data.1.standby}$',
        'the addresses of an interface stand in the configuration of its context',
        ['CFG-ADDRESS-IN-CONTEXT'],
        { in: '{context.2}' },
      ),
      hides(running, '^ ip address ', 'and none in that of the system execution space', [
        'CFG-ADDRESS-IN-CONTEXT',
      ]),
      refuses(
        [
          'interface {context.2.data.1.interface}',
          'ip address {context.2.data.1.active} {context.2.data.1.mask}',
        ],
        [],
        'where no address is taken',
        ['CFG-ADDRESS-IN-CONTEXT'],
      ),
      shows(
        'show running-config failover',
        ['^failover$', '^failover lan unit primary$', '^failover lan interface {failover-link.nameif} '],
        'the failover commands stand in the system execution space',
        ['CFG-SYSTEM-SPACE'],
      ),
      hides(running, '^failover', 'and not in a context', ['CFG-SYSTEM-SPACE'], { in: '{context.2}' }),
      ...['failover polltime unit 2 holdtime 6', 'no failover', 'failover lan unit secondary'].map((line) =>
        refuses(line, [], `a context does not take «${line}»`, ['CFG-SYSTEM-SPACE'], { in: '{context.2}' }),
      ),
      refuses('failover active', [], 'nor can one context be told to fail over', ['AS-FAILS-OVER-WHOLE'], {
        in: '{context.2}',
        on: 'standby',
      }),
      {
        ...shows(
          'show interface',
          [],
          'the links are the only interfaces that the system execution space names',
          ['CFG-LINKS-IN-SYSTEM'],
        ),
        expects: [
          { says: '^Interface {failover-link.interface} "{failover-link.nameif}"' },
          { says: '^Interface {state-link.interface} "{state-link.nameif}"' },
          { count: '^Interface \\S+ "[^"]+"', is: [2, 2] },
        ],
      },
      refuses(
        'failover link {context.2.data.1.nameif}',
        [],
        'a data interface of a context cannot be the state link',
        ['CFG-STATE-LINK-ON-DATA'],
      ),
      shows(
        'show context',
        ['{context.1.data.1.interface}', '{context.2.data.1.interface}', '{context.2.data.2.interface}'],
        'the interfaces of the contexts are allocated to them',
        ['CFG-LINKS-IN-SYSTEM'],
      ),
      hides(
        'show context',
        ['{failover-link.interface}', '{state-link.interface}'],
        'and the links to none',
        ['CFG-LINKS-IN-SYSTEM'],
      ),
    ],
  });

  certify({
    name: 'contexts-saved-and-written',
    title:
      'write memory all saves every context on both units, and write standby replicates one context, or all of them from the system execution space',
    requirements: ['REP-SAVED-WITH-CONTEXTS', 'REP-WRITE-STANDBY-CONTEXT', 'REP-WRITE-STANDBY-SYSTEM'],
    begin: 'primary',
    needs,
    before: [
      {
        ...takes(kept, 'a context on the active unit takes a command', [], { in: '{context.2}' }),
        undo: [`no ${kept}`, 'write memory'],
      },
      shows(
        running,
        '^access-list kept ',
        'the same context of the standby unit runs with it',
        [],
        within('{context.2}', 'standby'),
      ),
      hides('show startup-config', '^access-list kept ', 'it is not saved yet', [], { in: '{context.2}' }),
      shows('write memory all', '\\[OK\\]', 'all is saved from the system execution space', [
        'REP-SAVED-WITH-CONTEXTS',
      ]),
      ...(['active', 'standby'] as const).map((on) =>
        shows(
          'show startup-config',
          '^access-list kept ',
          `the ${on} unit has saved the configuration of the context`,
          ['REP-SAVED-WITH-CONTEXTS'],
          within('{context.2}', on),
        ),
      ),
      ...['{context.2}', '{context.3}'].map((context) =>
        takes(stray, `${context} on the standby unit is put out of step`, [], { in: context, on: 'standby' }),
      ),
      shows('write standby', [], 'one context is written to the standby unit', [], {
        in: '{context.2}',
        expects: [{ answer: 'accepted' }],
      }),
      hides(
        running,
        '^access-list stray ',
        'that context of the standby unit is as that of the active one',
        ['REP-WRITE-STANDBY-CONTEXT'],
        within('{context.2}', 'standby'),
      ),
      shows(
        running,
        '^access-list stray ',
        'and no other context was written',
        ['REP-WRITE-STANDBY-CONTEXT'],
        { in: '{context.3}', on: 'standby' },
      ),
      takes(stray, 'the context is put out of step again', [], { in: '{context.2}', on: 'standby' }),
    ],
    fault: 'write-standby',
    target: 'active',
    watch: 'nothing',
    during: ['{context.2}', '{context.3}'].map((context) =>
      hides(
        running,
        '^access-list stray ',
        `from the system execution space ${context} was written as well`,
        ['REP-WRITE-STANDBY-SYSTEM'],
        within(context, 'standby'),
      ),
    ),
  });

  certify({
    name: 'shared-interface-monitored-once',
    title:
      'an interface that two contexts share and one of them monitors makes the unit fail over, for the benefit of both',
    requirements: ['IH-SHARED'],
    begin: 'primary',
    needs: [...needs, 'shared-interface'],
    before: [
      shows(
        'show monitor-interface',
        'Interface shared-one \\(\\S+\\): Normal \\(Monitored\\)',
        'one context monitors the interface',
        ['IH-SHARED'],
        { in: 'one' },
      ),
      hides(
        'show monitor-interface',
        'Interface shared-two \\(\\S+\\): \\S+ \\(Monitored\\)',
        'the other does not',
        ['IH-SHARED'],
        { in: 'two' },
      ),
    ],
    fault: 'interface-down',
    target: 'active',
    interface: 'one/shared-one',
    watch: 'failover',
    during: ['one', 'two'].map((context) =>
      shows(
        'show failover',
        'This context: Active',
        `context ${context} goes on where the link is`,
        ['IH-SHARED'],
        { in: context, on: 'secondary', within: 10_000 },
      ),
    ),
  });
});
