/**
 * How failover groups are configured: created, joined by contexts, and with a unit that they prefer and poll times of
 * their own. What is typed is put back. Played by name: `fover run failover-groups`.
 */
import { certify, hides, refuses, shows, takes } from 'fover';

const running = 'show running-config failover';

describe('Failover groups', () => {
  certify({
    name: 'failover-groups-configured',
    title:
      'failover groups are created, prefer a unit and have poll times of their own; contexts join them, and the admin context is in group 1',
    requirements: ['CFG-GROUP-JOIN', 'CFG-GROUP-ADMIN', 'CFG-GROUP-PREFERENCE', 'CFG-GROUP-POLLTIME'],
    begin: 'primary',
    needs: ['active-active'],
    before: [
      refuses(
        ['context {context.1}', 'join-failover-group 2'],
        [],
        'the admin context in failover group 2 is refused',
        ['CFG-GROUP-ADMIN'],
      ),
      hides(
        'show running-config',
        '^context {context.1}$(?:\\n +.*)*\\n +join-failover-group 2',
        'the admin context in failover group 2 is not in the configuration',
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
