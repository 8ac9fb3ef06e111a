/**
 * What a pair has to show of itself: every fact that the guides say `show failover` and its kin display, on both units
 * and within contexts. Played by name: `fover run verification`.
 */
import { certify, compares, hides, shows, takes } from 'fover';

const facts = 'show failover | begin Failover';

describe('What failover shows', () => {
  certify({
    name: 'what-is-set-is-shown',
    title: 'show failover tells the poll times and the policy that are set, and not those of a new pair',
    requirements: ['OPS-SHOWS-TIMERS', 'OPS-SHOWS-POLICY'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    before: [
      takes(
        [
          'failover polltime unit 3 holdtime 12',
          'failover polltime interface 4 holdtime 20',
          'failover interface-policy 2',
        ],
        'the active unit takes other poll times and another policy',
        ['CFG-ON-ACTIVE'],
      ),
      ...(['primary', 'secondary'] as const).map((on) =>
        shows(
          facts,
          [
            '^Unit Poll frequency 3 seconds, holdtime 12 seconds',
            '^Interface Poll frequency 4 seconds, holdtime 20 seconds',
          ],
          `the ${on} unit shows the poll and hold times that were entered`,
          ['OPS-SHOWS-TIMERS'],
          { on },
        ),
      ),
      ...(['primary', 'secondary'] as const).map((on) =>
        shows(
          facts,
          '^Interface Policy 2$',
          `the ${on} unit shows the policy that was entered`,
          ['OPS-SHOWS-POLICY'],
          {
            on,
          },
        ),
      ),
    ],
  });

  certify({
    name: 'show-failover-on-a-lan',
    title:
      'show failover tells all that the guides say of it, on both units of a pair whose failover link is a LAN',
    requirements: ['OPS-FAILOVER-ON', 'OPS-SHOWS-BOTH-STATES'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan', 'state-link'],
    before: [
      shows(facts, '^Failover On', 'show failover says that failover is on', ['OPS-FAILOVER-ON']),
      shows(
        facts,
        '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
        'the failover link is named by its logical and its physical name, and is up',
        ['OPS-SHOWS-LAN-INTERFACE'],
      ),
      hides(facts, '^Cable status: (?!N/A)', 'no cable is spoken of where there is none', [
        'OPS-SHOWS-CABLE',
      ]),
      shows(
        facts,
        [
          '^Unit Poll frequency \\d+ (?:milli)?seconds, holdtime \\d+ (?:milli)?seconds',
          '^Interface Poll frequency \\d+ (?:milli)?seconds',
        ],
        'the unit poll time, the unit hold time and the interface poll time are shown',
        ['OPS-SHOWS-TIMERS'],
      ),
      shows(
        facts,
        ['^Interface Policy \\d+%?', '^Monitored Interfaces \\d+ of \\d+ maximum'],
        'the interface policy, the number of monitored interfaces, and how many can be, are shown',
        ['OPS-SHOWS-POLICY', 'CFG-MONITOR-MAX'],
      ),
      hides(facts, '\\(Not-Monitored\\)', 'no physical interface is left unmonitored', [
        'CFG-MONITOR-PHYSICAL',
      ]),
      shows(
        facts,
        '^Last Failover at: \\d\\d:\\d\\d:\\d\\d \\S+ [A-Z][a-z]{2} \\d+ \\d{4}',
        'date and time of the last failover are shown',
        ['OPS-SHOWS-LAST-FAILOVER'],
      ),
      shows(
        facts,
        ['^\\s*This host: Primary - Active', '^\\s*Other host: Secondary - Standby Ready'],
        'the active unit tells role and state of itself and of its mate',
        ['OPS-SHOWS-BOTH-STATES', 'UH-STATE-EXCHANGED'],
      ),
      shows(
        facts,
        ['^\\s*This host: Secondary - Standby Ready', '^\\s*Other host: Primary - Active'],
        'the standby unit tells role and state of itself and of its mate',
        ['OPS-SHOWS-BOTH-STATES', 'UH-STATE-EXCHANGED'],
        { on: 'secondary' },
      ),
      shows(
        facts,
        [
          'Interface {data.1.nameif} \\({data.1.active}\\): Normal(?:[^]*)Interface {data.1.nameif} \\({data.1.standby}\\): Normal',
          'Interface {data.2.nameif} \\({data.2.active}\\): Normal(?:[^]*)Interface {data.2.nameif} \\({data.2.standby}\\): Normal',
        ],
        'each interface of both units is shown with the address that it uses now, and as Normal',
        ['OPS-SHOWS-INTERFACE-ADDRESS', 'IH-SHOWS-NORMAL', 'IH-LINK-STATUS-EXCHANGED', 'CFG-STANDBY-ADDRESS'],
      ),
      {
        ...shows(
          facts,
          ['slot 0: \\S+ .*status \\(Up Sys\\)'],
          'the module in each slot of both units is told, or that the slot is empty',
          ['OPS-SHOWS-SLOTS'],
        ),
        expects: [
          { count: 'slot 0: \\S+ .*status \\(Up Sys\\)', is: [2, 2] },
          { count: 'slot 1: \\S+', is: [2, 2] },
        ],
      },
      shows(
        facts,
        [
          '^Stateful Failover Logical Update Statistics',
          '^\\s*Link : {state-link.nameif} {state-link.interface} \\(up\\)',
        ],
        'logical updates are counted, and the state link is shown by its interface and as up',
        ['OPS-SHOWS-STATISTICS', 'OPS-SHOWS-STATE-LINK'],
      ),
      shows(
        'show failover | begin Stateful',
        [
          '^\\s*Stateful Obj\\s+xmit\\s+xerr\\s+rcv\\s+rerr',
          '^\\s*TCP conn\\s+\\d+\\s+\\d+\\s+\\d+\\s+\\d+',
          '^\\s*Cur\\s+Max\\s+Total',
          '^\\s*Recv Q:\\s+\\d+\\s+\\d+\\s+\\d+',
          '^\\s*Xmit Q:\\s+\\d+\\s+\\d+\\s+\\d+',
        ],
        'each stateful object has its packets and errors counted, and each queue its current, maximum and total number',
        ['OPS-SHOWS-COUNTERS'],
        { as: 'counted' },
      ),
      compares(
        'show failover | begin Stateful',
        '^\\s*General\\s+(\\d+)',
        ['more', 'counted'],
        'the counters go on while the units tell each other of their state',
        ['OPS-SHOWS-COUNTERS'],
        { within: 30_000 },
      ),
      hides(
        'show failover | begin Stateful',
        ['L2BRIDGE Tbl', 'GTP PDP'],
        'neither the bridge table nor GTP has a row where there is no bridge and GTP is not inspected',
        ['OPS-SHOWS-CONDITIONAL-ROWS'],
      ),
      shows(
        'show failover state',
        [
          '^This host\\s+-\\s+Primary\\s*\\n\\s+Active\\s+None',
          '^Other host\\s+-\\s+Secondary\\s*\\n\\s+Standby Ready\\s+\\S',
          '^====Configuration State===',
          '^====Communication State===',
        ],
        'the states of both units, of configuration and communication, and the reasons of failure are shown',
        ['OPS-SHOWS-STATE'],
      ),
      shows(
        'show failover interface',
        [
          '^\\s*interface {failover-link.nameif} {failover-link.interface}(?:[^]*)My IP Address\\s*: {failover-link.active}(?:[^]*)Other IP Address\\s*: {failover-link.standby}',
          '^\\s*interface {state-link.nameif} {state-link.interface}(?:[^]*)My IP Address\\s*: {state-link.active}(?:[^]*)Other IP Address\\s*: {state-link.standby}',
        ],
        'the addresses of both links are shown, its own and that of the mate',
        ['OPS-SHOWS-LINK-ADDRESSES'],
      ),
      shows(
        'show failover interface',
        'My IP Address\\s*: {failover-link.standby}(?:[^]*)Other IP Address\\s*: {failover-link.active}',
        'on the secondary unit its own address of the failover link is the standby one',
        ['OPS-SHOWS-LINK-ADDRESSES', 'CFG-LINK-SAME-ON-BOTH'],
        { on: 'secondary' },
      ),
      shows(
        'show monitor-interface',
        [
          '^\\s*This host: Primary - Active',
          'Interface {data.1.nameif} \\({data.1.active}\\): Normal',
          '^\\s*Other host: Secondary - Standby Ready',
          'Interface {data.1.nameif} \\({data.1.standby}\\): Normal',
        ],
        'the status of the monitored interfaces of both units is shown',
        ['OPS-SHOWS-MONITOR-INTERFACE', 'CFG-MONITOR-PHYSICAL'],
      ),
      shows(
        'show running-config failover',
        [
          '^failover$',
          '^failover lan unit primary$',
          '^failover lan interface {failover-link.nameif} {failover-link.interface}$',
          '^failover interface ip {failover-link.nameif} {failover-link.active} {failover-link.mask} standby {failover-link.standby}$',
          '^failover link {state-link.nameif} {state-link.interface}$',
        ],
        'all failover commands are displayed',
        ['OPS-SHOWS-RUNNING'],
      ),
      hides(
        'show running-config failover',
        '^no failover replication http$',
        'commands that have their default values are not displayed',
        ['OPS-SHOWS-RUNNING'],
      ),
      shows(
        'show running-config all failover',
        ['^failover$', '^no failover replication http$'],
        'the failover commands are displayed with those that have their default values',
        ['OPS-SHOWS-RUNNING-ALL'],
      ),
    ],
  });

  certify({
    name: 'show-failover-after-a-failover',
    title: 'after a failover the addresses shown have moved, and both units show how long they were active',
    requirements: ['AS-TRIGGER-FORCED', 'OPS-SHOWS-ACTIVE-TIME', 'OPS-SHOWS-LAST-FAILOVER', 'AS-ROLE-FIXED'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'lan'],
    before: [
      shows('show failover | include Last Failover', 'Last Failover at', 'the last failover is told', [], {
        on: 'secondary',
        as: 'last failover before',
      }),
    ],
    fault: 'told-standby',
    target: 'active',
    watch: 'failover',
    after: [
      compares(
        'show failover | include Last Failover',
        'Last Failover at: (.*)',
        ['different', 'last failover before'],
        'the date and time of the last failover are those of this one',
        ['OPS-SHOWS-LAST-FAILOVER'],
        { on: 'secondary' },
      ),
      shows(
        facts,
        '^\\s*This host: Primary - Standby Ready\\s*\\n\\s*Active time: [1-9]\\d* \\(sec\\)',
        'the active time is cumulative: a standby unit that was active before shows it too',
        ['OPS-SHOWS-ACTIVE-TIME'],
        { on: 'primary' },
      ),
      shows(
        facts,
        ['^\\s*This host: Secondary - Active', '^\\s*Other host: Primary - Standby Ready'],
        'states have moved, and roles have not',
        ['AS-ROLE-FIXED'],
        { on: 'secondary' },
      ),
      shows(
        'show running-config failover',
        '^failover lan unit secondary$',
        'the unit that is active now is configured as the secondary one as before',
        ['AS-ROLE-FIXED'],
        { on: 'secondary' },
      ),
      shows(
        facts,
        'This host: Secondary(?:[^]*?)Interface {data.1.nameif} \\({data.1.active}\\)(?:[^]*)Other host: Primary(?:[^]*?)Interface {data.1.nameif} \\({data.1.standby}\\)',
        'the addresses shown are those that are used now: the active ones on the unit that took over',
        ['OPS-SHOWS-INTERFACE-ADDRESS', 'MAC-STANDBY-ADDRESSES'],
        { on: 'secondary' },
      ),
    ],
  });

  certify({
    name: 'show-failover-with-http',
    title:
      'show failover says that HTTP state is replicated once it is configured, and says nothing of it before',
    requirements: ['OPS-SHOWS-HTTP'],
    begin: 'primary',
    needs: ['active-standby', 'state-link', 'single-context', 'lan'],
    before: [
      hides(facts, '^failover replication http$', 'HTTP is not spoken of before', ['OPS-SHOWS-HTTP']),
      takes('failover replication http', 'the command is taken', []),
      shows(
        facts,
        '^failover replication http$',
        'show failover says that HTTP state is replicated',
        ['OPS-SHOWS-HTTP'],
        {
          within: 5000,
        },
      ),
    ],
  });

  certify({
    name: 'show-failover-over-a-cable',
    title: 'show failover tells the state of the failover cable',
    requirements: ['OPS-SHOWS-CABLE'],
    begin: 'primary',
    needs: ['cable'],
    before: [
      shows(facts, ['^Failover On', '^Cable status: Normal'], 'the status of the cable is told', [
        'OPS-SHOWS-CABLE',
      ]),
      hides(facts, '^Failover LAN Interface: (?!N/A)', 'no LAN interface is named where there is none', [
        'OPS-SHOWS-LAN-INTERFACE',
      ]),
    ],
  });

  certify({
    name: 'show-failover-of-groups',
    title:
      'in Active/Active the state of each group is shown, by itself with show failover group, and that of a context within it',
    requirements: [
      'OPS-SHOWS-GROUP',
      'OPS-SHOWS-CONTEXT',
      'OPS-SHOWS-BOTH-STATES',
      'OPS-SHOWS-LAST-FAILOVER',
    ],
    begin: 'primary',
    needs: ['active-active'],
    before: [
      {
        ...shows(
          facts,
          [],
          'the state of each group on both units is shown, and when each failed over last',
          ['OPS-SHOWS-BOTH-STATES', 'OPS-SHOWS-LAST-FAILOVER'],
        ),
        expects: [
          { count: 'Group 1\\s+State:\\s+\\S+', is: [2, 2] },
          { count: 'Group 2\\s+State:\\s+\\S+', is: [2, 2] },
          { says: '^\\s*Group 1 last failover at: \\d\\d:\\d\\d:\\d\\d' },
          { says: '^\\s*Group 2 last failover at: \\d\\d:\\d\\d:\\d\\d' },
        ],
      },
      shows(
        'show failover group 1',
        ['State:\\s+Active', 'State:\\s+Standby'],
        'show failover group shows the group',
        ['OPS-SHOWS-GROUP'],
      ),
      hides('show failover group 1', 'Group 2', 'and no other group', ['OPS-SHOWS-GROUP']),
      shows(
        'show failover',
        ['This context: Active', 'Peer context: Standby Ready'],
        'within a context its own state is shown',
        ['OPS-SHOWS-CONTEXT'],
        { in: '{context.2}' },
      ),
      hides('show failover', 'This host:', 'and not that of the unit', ['OPS-SHOWS-CONTEXT'], {
        in: '{context.2}',
      }),
      shows(
        'show monitor-interface',
        [
          'Interface {context.2.data.1.nameif} \\({context.2.data.1.active}\\): Normal',
          '\\({context.2.data.1.standby}\\): Normal',
        ],
        'the monitored interfaces of a context are shown within it',
        ['OPS-SHOWS-MONITOR-INTERFACE'],
        { in: '{context.2}' },
      ),
      shows(
        'show running-config failover',
        ['^failover$', '^failover group 1$', '^failover lan unit primary$'],
        'all failover commands are displayed in the system execution space',
        ['OPS-SHOWS-RUNNING', 'CFG-SYSTEM-SPACE'],
      ),
    ],
  });
});
