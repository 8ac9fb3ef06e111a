/**
 * Settings of failover: on which unit they are entered, what is in force unless they were configured otherwise, and which
 * interfaces are monitored, in single context mode and within a context. What is typed is put back. Played by name:
 * `fover run settings`.
 */
import { certify, compares, hides, refuses, shows, takes } from 'fover';

const facts = 'show failover | begin Failover';
const running = 'show running-config failover';

/** An interface that is normal and monitored; one that is not monitored is shown with a word more. */
const monitored = (nameif: string): string => `Interface ${nameif} .*: Normal(?: \\(Monitored\\))?\\s*$`;

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
