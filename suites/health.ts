/**
 * How a pair watches itself: the hellos on the failover link and on the interfaces, what is asked when they are missed,
 * the tests of an interface that hears nothing, and what is shown of it meanwhile. Played by name: `fover run health`.
 */
import { certify, expect, seesAt, shows, takes } from 'fover';
import type { Act, Ask, Look, Scenario } from 'fover';

const facts = 'show failover | begin Last Failover';

/** Frames that came from a unit, at the switch port of its failover link or of a data interface. */
const from = (unit: string, called: string): string =>
  `received frames (\\d+) .* ${unit} (?:\\S+ )*(?:\\S+/)?${called}(?: |$)`;

/** So many frames came from there in each second since the counters were read under this label. */
function counts(
  take: string,
  grows: readonly [least: number, most: number],
  means: string,
  proves: readonly string[],
  more: { readonly than?: string; readonly within?: number } = {},
): Look {
  const { than = 'counted', within = 30_000 } = more;
  return { look: 'port-counters', within, means, proves, expects: [{ take, grows, than }] };
}

const readCounters: Look = seesAt('port-counters', 'frames', 'the switch counts what goes by', [], {
  as: 'counted',
});

const slowInterfaces = 'failover polltime interface 2 holdtime 10';

/** Passes when the active unit has been active for about nine seconds more than at that answer. */
const nineSecondsLater = (than: string, means: string, proves: readonly string[], as?: string): Act => ({
  ask: 'show failover',
  on: 'active',
  within: 20_000,
  expects: [{ take: 'This host: \\w+ - Active[^]*?Active time: (\\d+)', grows: [0.8, 1.2], than }],
  means,
  proves,
  ...(as === undefined ? {} : { as }),
});

describe('Hellos', () => {
  certify({
    name: 'hellos-are-sent',
    title:
      'each unit sends a hello in every poll time, over the failover link and out of every data interface',
    requirements: ['UH-HELLO', 'IH-HELLO'],
    begin: 'primary',
    needs: ['active-standby', 'lan', 'switched'],
    setup: [
      takes(
        ['failover polltime 1 holdtime 15', 'failover polltime interface 1 holdtime 5'],
        'both poll times are one second',
        ['CFG-BOTH-POLLTIMES'],
      ),
    ],
    before: [
      readCounters,
      ...(['primary', 'secondary'] as const).map((unit) =>
        counts(
          from(unit, '{failover-link.nameif}'),
          [0.8, 2],
          `${unit} is heard on the failover link about once in a second`,
          ['UH-HELLO'],
        ),
      ),
      // The standby unit passes no traffic, so that what comes from it are its hellos.
      ...[1, 2].map((at) =>
        counts(
          from('secondary', `{data.${at}.nameif}`),
          [0.8, 2],
          `a hello comes out of {data.${at}.nameif} of the standby unit about once in a second`,
          ['IH-HELLO'],
        ),
      ),
    ],
  });

  certify({
    name: 'hellos-are-sent-as-polled',
    title: 'a unit that is told to poll more seldom sends its hellos more seldom',
    requirements: ['UH-HELLO', 'IH-HELLO'],
    begin: 'primary',
    needs: ['active-standby', 'own-state-link', 'lan', 'switched'],
    setup: [
      takes(
        ['failover polltime 3 holdtime 9', 'failover polltime interface 3 holdtime 15'],
        'both poll times are three seconds',
        ['CFG-BOTH-POLLTIMES'],
      ),
    ],
    before: [
      readCounters,
      counts(
        from('secondary', '{failover-link.nameif}'),
        [0.25, 0.6],
        'the standby unit is heard on the failover link about once in three seconds',
        ['UH-HELLO'],
      ),
      counts(from('secondary', '{data.1.nameif}'), [0.25, 0.6], 'and out of its data interface as well', [
        'IH-HELLO',
      ]),
    ],
  });

  certify(
    {
      name: 'missed-hellos-are-asked-for-everywhere',
      title:
        'a unit that misses hellos on the failover link sends them on its interfaces before it decides anything',
      requirements: ['UH-MISSED-HELLOS', 'UH-ANSWERS-ELSEWHERE'],
      begin: 'primary',
      needs: ['active-standby', 'lan'],
      setup: [
        takes(
          ['failover polltime 1 holdtime 9', slowInterfaces],
          'the interfaces send a hello in two seconds of themselves',
          [],
        ),
      ],
      fault: 'failover-link-cut-off',
      target: 'standby',
      watch: 4000,
      before: [
        readCounters,
        counts(
          from('secondary', '{data.1.nameif}'),
          [0.2, 0.7],
          'while hellos are heard on the failover link, they are as seldom on the interfaces as they are set',
          ['UH-MISSED-HELLOS'],
          { within: 60_000 },
        ),
      ],
      during: [
        seesAt('port-counters', 'frames', 'the switch counts what goes by', [], { as: 'missed' }),
        shows(
          'show failover',
          '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
          'nothing is decided yet: the failover link is not marked as failed',
          ['UH-MISSED-HELLOS'],
        ),
        ...[1, 2].map((at) =>
          counts(
            from('secondary', `{data.${at}.nameif}`),
            [1.2, 8],
            `hellos come out of {data.${at}.nameif} far more often than it is polled`,
            ['UH-MISSED-HELLOS'],
            { than: 'missed' },
          ),
        ),
        shows(
          'show failover',
          '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(Failed',
          'the mate answers on the interfaces and not on the failover link, which is marked as failed',
          ['UH-ANSWERS-ELSEWHERE', 'AS-FAILOVER-LINK-FAILED'],
          { within: 30_000, as: 'marked' },
        ),
        nineSecondsLater('marked', 'the active unit goes on being active', ['UH-ANSWERS-ELSEWHERE']),
      ],
    },
    (played) => expect(played).not.to.failOver(),
  );

  certify(
    {
      name: 'mate-answers-on-failover-link',
      title:
        'nobody takes over when hellos are missed and the mate answers on the failover link within the hold time',
      requirements: ['UH-ANSWERS-ON-LINK', 'UH-HOLD'],
      begin: 'primary',
      needs: ['active-standby', 'lan'],
      setup: [takes('failover polltime 1 holdtime 15', 'the hold time is fifteen polls', [])],
      fault: 'failover-link-cut-off',
      target: 'active',
      watch: 6000,
      next: [{ mend: 0, watch: 'nothing' }],
      during: (['primary', 'secondary'] as const).map((on) =>
        shows(
          'show failover',
          [
            '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
            on === 'primary'
              ? '^\\s*This host: Primary - Active'
              : '^\\s*This host: Secondary - Standby Ready',
          ],
          `${on} is what it was, and the failover link is up`,
          ['UH-ANSWERS-ON-LINK'],
          { on },
        ),
      ),
    },
    (played) => expect(played).not.to.failOver(),
  );
});

describe('What is shown of an interface', () => {
  certify(
    {
      name: 'interface-without-link-is-shown',
      title: 'an interface of the standby unit without link is shown as such, and no test of it is run',
      requirements: ['IH-SHOWS-NO-LINK', 'IH-TEST-LINK'],
      begin: 'primary',
      needs: ['active-standby', 'single-context'],
      fault: 'interface-down',
      target: 'standby',
      interface: 'outside',
      watch: 'nothing',
      during: [
        ...(['active', 'standby'] as const).map((on) =>
          shows(
            facts,
            'Interface outside \\({data.1.standby}\\): No Link',
            `the ${on} unit shows that it has no link`,
            ['IH-SHOWS-NO-LINK'],
            { on, within: 10_000 },
          ),
        ),
        shows(
          facts,
          'Interface outside \\({data.1.active}\\): Normal',
          'the same interface of the active unit works',
          ['IH-SHOWS-NORMAL'],
        ),
        {
          look: 'syslog',
          expects: [
            { says: '^secondary .*-105007: .* Link status .?Down.? on interface outside' },
            { lacks: '^secondary .*-105008: .* Testing Interface outside' },
          ],
          means: 'the unit logs that the link is down, and not that it tests the interface',
          proves: ['IH-TEST-LINK'],
        },
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify({
    name: 'interface-shut-down-is-shown',
    title:
      'an interface that was shut down by configuration is shown as Link Down on both units, and nobody takes over',
    requirements: ['IH-SHOWS-LINK-DOWN'],
    begin: 'primary',
    needs: ['active-standby', 'single-context'],
    before: [
      takes(
        ['interface {data.1.interface}', 'shutdown'],
        'an interface is shut down on the active unit',
        [],
        {
          on: 'primary',
        },
      ),
      ...(['primary', 'secondary'] as const).map((on) =>
        shows(
          facts,
          [
            'This host(?:[^]*)Interface {data.1.nameif} \\([\\d.]+\\): Link Down(?:[^]*)Other host',
            'Other host(?:[^]*)Interface {data.1.nameif} \\([\\d.]+\\): Link Down',
          ],
          `the ${on} unit shows it as shut down, on both units`,
          ['IH-SHOWS-LINK-DOWN'],
          { on, within: 10_000 },
        ),
      ),
      takes(['interface {data.1.interface}', 'no shutdown'], 'the interface is brought up again', [], {
        on: 'primary',
      }),
    ],
  });

  certify(
    {
      name: 'interface-that-fails-its-tests-is-shown',
      title:
        'an interface that hears nothing while that of its mate hears traffic is tested, fails, and is shown as failed',
      requirements: [
        'IH-SHOWS-FAILED',
        'IH-TEST-TRAFFIC-SUFFICES',
        'IH-TEST-ACTIVITY',
        'IH-TEST-ONE-SIDED',
        'IH-TEST-ALL-FAIL',
        'IH-OPERATIONAL-AGAIN',
      ],
      begin: 'primary',
      needs: ['active-standby', 'single-context'],
      setup: [
        takes(
          ['failover polltime 1 holdtime 3', 'failover polltime interface 1 holdtime 12'],
          'an interface is failed after twelve seconds',
          [],
        ),
      ],
      fault: 'interface-cut-off',
      target: 'standby',
      interface: 'outside',
      watch: 'none',
      during: [
        seesAt(
          'syslog',
          '^primary .*-105008: \\(Primary\\) Testing Interface outside',
          'the unit that hears no hello tests its interface',
          ['IH-TESTS-AFTER-HALF-HOLD'],
          { within: 60_000 },
        ),
        seesAt(
          'syslog',
          '^primary .*-105009: \\(Primary\\) Testing on interface outside Passed',
          'where there is traffic it is found within the five seconds of the network activity test',
          ['IH-TEST-ACTIVITY', 'IH-TEST-TRAFFIC-SUFFICES'],
          { within: 5000 },
        ),
        ...(['active', 'standby'] as const).map((on) =>
          shows(
            facts,
            [
              'Interface outside \\({data.1.standby}\\): Failed',
              'Interface outside \\({data.1.active}\\): Normal',
            ],
            `the ${on} unit shows it as failed, and that of the active unit as working`,
            ['IH-SHOWS-FAILED', 'IH-TEST-ONE-SIDED'],
            { on, within: 20_000 },
          ),
        ),
        seesAt(
          'syslog',
          [
            '^secondary .*-105008: \\(Secondary\\) Testing Interface outside',
            '^secondary .*-105009: \\(Secondary\\) Testing on interface outside Failed',
          ],
          'the unit that hears nothing tests its interface, which fails',
          ['IH-TEST-LINK', 'IH-TEST-ONE-SIDED'],
        ),
        {
          look: 'syslog',
          expects: [
            { says: '^primary .*-105008: \\(Primary\\) Testing Interface outside' },
            { count: '^primary .*-105009: \\(Primary\\) Testing on interface outside Passed', is: [1, 1] },
            { lacks: '^primary .*-105009: \\(Primary\\) Testing on interface outside (?!Passed)' },
          ],
          means:
            'the unit that hears traffic tests its interface as well, which passes, and the tests are over',
          proves: ['IH-TEST-TRAFFIC-SUFFICES'],
        },
        shows('show failover', 'Active time', 'the active unit is active still', [], { as: 'failed' }),
        nineSecondsLater('failed', 'the active unit goes on being active', ['AS-INTERFACE-FAILED-STANDBY']),
      ],
      after: [
        shows(
          facts,
          'Interface outside \\({data.1.standby}\\): Normal',
          'the interface is operational again when it hears its network again',
          ['IH-OPERATIONAL-AGAIN'],
          { within: 10_000 },
        ),
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'interface-that-nobody-hears-is-shown',
      title:
        'an interface on whose network neither unit hears anything is tested on both, and shown as unknown',
      requirements: ['IH-SHOWS-UNKNOWN', 'IH-BOTH-UNKNOWN'],
      begin: 'primary',
      needs: ['active-standby', 'single-context'],
      fault: 'segment-silent',
      target: 'active',
      interface: 'outside',
      watch: 'nothing',
      during: [
        ...(['active', 'standby'] as const).map((on) =>
          shows(
            facts,
            '(?:Interface outside \\([\\d.]+\\): Unknown(?:[^]*)){2}',
            `the ${on} unit cannot tell how it is`,
            ['IH-SHOWS-UNKNOWN', 'IH-BOTH-UNKNOWN'],
            {
              on,
              within: 60_000,
            },
          ),
        ),
        seesAt(
          'syslog',
          [
            '^primary .*-105009: \\(Primary\\) Testing on interface outside Status Undetermined',
            '^secondary .*-105009: \\(Secondary\\) Testing on interface outside Status Undetermined',
          ],
          'both units have tested it, and neither test tells anything',
          ['IH-BOTH-UNKNOWN'],
        ),
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );
});

const isWaiting = 'Interface {data.1.nameif} \\([\\d.]+\\): Normal \\(Waiting\\)';
const isMonitored = 'Interface {data.1.nameif} \\([\\d.]+\\): Normal(?: \\(Monitored\\))?$';

/** A poll time is shortened while hold times are long still, so that no unit misses what its mate sends at the old one. */
const shorten = (holdMs: string, polls: number): readonly Act[] => [
  takes(`failover polltime interface 1 holdtime ${holdMs}`, 'the interfaces are polled every second', [], {
    as: 'shortened-0',
  }),
  shows('show failover', 'Active time', 'the active unit tells how long it has been active', [], {
    as: 'after-0',
  }),
  ...Array.from({ length: polls }, (_, at) =>
    nineSecondsLater(`after-${at}`, 'no role moves meanwhile', ['CFG-BOTH-POLLTIMES'], `after-${at + 1}`),
  ),
];

describe('Interfaces that wait', () => {
  certify({
    name: 'interface-without-standby-address-waits',
    title: 'an interface without standby address is shown with 0.0.0.0 and waits, and no unit fails over it',
    requirements: ['IH-NO-STANDBY-ADDRESS', 'IH-SHOWS-WAITING', 'IH-WAITING-CAUSES-NO-FAILURE'],
    begin: 'primary',
    needs: ['active-standby', 'single-context'],
    setup: [takes('failover polltime interface 1 holdtime 5', 'the interface hold time is five seconds', [])],
    before: [
      takes(
        ['interface {data.1.interface}', 'ip address {data.1.active} {data.1.mask}'],
        'the interface has no standby address any more',
        [],
      ),
      ...(['active', 'standby'] as const).map((on) =>
        shows(
          facts,
          [
            'Interface {data.1.nameif} \\({data.1.active}\\): Normal \\(Waiting\\)',
            'Interface {data.1.nameif} \\(0\\.0\\.0\\.0\\): Normal \\(Waiting\\)',
          ],
          `the ${on} unit shows no address on the standby unit, and that the interface waits`,
          ['IH-NO-STANDBY-ADDRESS', 'IH-SHOWS-WAITING'],
          { on, within: 10_000 },
        ),
      ),
      shows('show failover', 'Active time', 'the active unit tells how long it has been active', [], {
        as: 'waiting',
      }),
      nineSecondsLater('waiting', 'the unit stays active for longer than the hold time', [
        'IH-WAITING-CAUSES-NO-FAILURE',
      ]),
      shows(
        facts,
        [
          'Interface {data.1.nameif} \\(0\\.0\\.0\\.0\\): Normal \\(Waiting\\)',
          'Other host: Secondary - Standby Ready',
        ],
        'the interface waits still, and the mate stands by, ready',
        ['IH-WAITING-CAUSES-NO-FAILURE', 'IH-NO-STANDBY-ADDRESS'],
      ),
      takes(
        ['interface {data.1.interface}', 'ip address {data.1.active} {data.1.mask} standby {data.1.standby}'],
        'the interface has its standby address again',
        [],
      ),
    ],
  });

  certify(
    {
      name: 'interfaces-wait-for-two-hellos',
      title:
        'after a failover the interfaces wait for two hellos of the mate, about thirty seconds with the longest poll',
      requirements: ['TIME-WAITING', 'IH-SECOND-HELLO', 'IH-SHOWS-WAITING'],
      begin: 'primary',
      needs: ['active-standby', 'single-context'],
      setup: [
        takes(
          'failover polltime interface 15 holdtime 75',
          'the interfaces are polled every fifteen seconds',
          [],
        ),
      ],
      fault: 'told-standby',
      target: 'active',
      watch: 'failover',
      during: [
        shows('show failover', isWaiting, 'the interfaces wait at first', ['IH-SHOWS-WAITING'], {
          as: 'waits',
        }),
        nineSecondsLater('waits', 'time goes by', []),
        shows(facts, isWaiting, 'they wait still, nine seconds later', ['TIME-WAITING']),
        shows(facts, isMonitored, 'they are monitored when about thirty seconds are over', ['TIME-WAITING'], {
          within: 36_000,
        }),
      ],
      after: shorten('75', 2),
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'unit-lost-while-interfaces-wait',
      title: 'a unit that loses its power while the interfaces wait is missed all the same',
      requirements: ['UH-WATCHED-WHILE-WAITING', 'IH-WAITING-CAUSES-NO-FAILURE'],
      begin: 'primary',
      needs: ['active-standby', 'single-context'],
      setup: [
        takes(
          ['failover polltime 1 holdtime 3', 'failover polltime interface 10 holdtime 50'],
          'the interfaces wait for up to twenty seconds',
          [],
        ),
      ],
      fault: 'told-standby',
      target: 'active',
      watch: 1000,
      next: [{ fault: 'unit-power-loss', target: 'secondary', watch: 'failover' }],
      during: [
        {
          look: 'syslog',
          expects: [
            {
              says: '^primary .*-105003: .*Monitoring on interface {data.1.nameif} waiting(?![^]*-105004: \\(Primary\\) Monitoring on interface {data.1.nameif} normal)',
            },
          ],
          means: 'the interface was waiting and not yet monitored',
          proves: ['UH-WATCHED-WHILE-WAITING'],
        },
        shows(
          'show failover',
          ['This host: Primary - Active', 'Other host: Secondary - Failed'],
          'the unit has taken over, and its mate is failed',
          ['UH-WATCHED-WHILE-WAITING'],
          { on: 'primary' },
        ),
      ],
      after: shorten('50', 2),
    },
    (played) => expect(played).unit('primary').to.become('active'),
  );

  certify(
    {
      name: 'shared-interface-down',
      title:
        'an interface shared by contexts and monitored in one of them fails, and all contexts move to the mate',
      requirements: ['IH-SHARED'],
      begin: 'primary',
      needs: ['active-standby', 'multiple-contexts'],
      fault: 'interface-down',
      target: 'active',
      interface: 'one/shared-one',
      watch: 'failover',
      during: ['{context.2}', '{context.3}'].map((context) =>
        shows(
          'show failover',
          '^\\s*This context: Active',
          `${context} is active where the interface works, whether it monitors the interface or not`,
          ['IH-SHARED'],
          { on: 'secondary', in: context },
        ),
      ),
    },
    (played) => expect(played).to.failOver(),
  );
});

const sentSoFar = '(\\d+) packets output';

/** What the standby unit has sent out of the interface that is tested, by its own count: a switch may count late. */
const countsSent = (
  means: string,
  proves: readonly string[],
  more: Pick<Ask, 'expects' | 'as' | 'within'>,
): Ask => ({
  ask: 'show interface {data.1.interface}',
  on: 'secondary',
  means,
  proves,
  ...more,
});

/**
 * The standby unit sends so many frames in the twelve seconds from the begin of the tests, in which two hellos are due: five
 * seconds of network activity go by before the first question is sent, and five more before the second. Syslog would not
 * tell the begin, as a unit that asks nobody does not find the server.
 */
const asks = (frames: number, means: string, proves: readonly string[]): readonly Act[] => [
  shows(
    'show monitor-interface',
    'Interface {data.1.nameif} \\({data.1.standby}\\): Testing',
    'the standby unit, which hears nothing, tests its interface',
    ['IH-TESTS-AFTER-HALF-HOLD'],
    { on: 'secondary', within: 30_000 },
  ),
  countsSent('it counts what it sends', [], { expects: [{ says: sentSoFar }], as: 'tested' }),
  countsSent(means, proves, {
    // More than one frame less in that time; that ten could be there is what lets it be told after twelve seconds.
    expects: [{ take: sentSoFar, grows: [(frames - 0.5) / 12, 10 / 12], than: 'tested' }],
    within: 12_300,
  }),
  shows('show failover', 'Active time', 'the active unit tells how long it has been active', [], {
    as: 'asked-0',
  }),
  nineSecondsLater('asked-0', 'the active unit goes on being active', [], 'asked-1'),
  nineSecondsLater('asked-1', 'and when both have found nobody it does so, too', ['IH-BOTH-UNKNOWN']),
];

describe('What a unit asks that hears nothing', () => {
  const silent = {
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'routed'],
    setup: [
      takes(
        'failover polltime interface 6 holdtime 30',
        'an interface sends a hello in six seconds, and is tested after fifteen without one of the mate',
        [],
      ),
    ],
    fault: 'segment-silent',
    target: 'active',
    interface: 'outside',
    watch: 'none',
    after: shorten('30', 4),
  } satisfies Partial<Scenario>;

  certify(
    {
      ...silent,
      name: 'silent-interface-asks-its-neighbours',
      title:
        'an interface that hears nothing asks the machines in the ARP cache, and all with a broadcast ping',
      requirements: ['IH-TEST-ARP'],
      before: [
        shows(
          'ping outside {outside.active}',
          'Success rate is 100 percent',
          'its mate answers it there',
          [],
          {
            on: 'secondary',
          },
        ),
      ],
      during: [
        shows(
          'show arp',
          '^\\s*outside [\\d.]+ ',
          'the standby unit knows a machine there that it can ask',
          [],
          {
            on: 'secondary',
          },
        ),
        ...asks(
          4,
          'beside its two hellos it sends two questions: to a machine that it knows, and to another or to all',
          ['IH-TEST-ARP'],
        ),
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      ...silent,
      name: 'silent-interface-pings-all',
      title: 'an interface that hears nothing, and knows nobody whom it could ask, sends a broadcast ping',
      requirements: ['IH-TEST-PING'],
      during: [
        shows('clear arp', '^$', 'the standby unit forgets who is where', [], { on: 'secondary' }),
        ...asks(3, 'beside its two hellos it sends a ping', ['IH-TEST-PING']),
        {
          ask: 'show arp',
          on: 'secondary',
          expects: [{ lacks: '^\\s*outside ' }],
          means: 'there was nobody whom it could have asked instead',
          proves: [],
        },
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );
});

describe('A failover link that is down at startup', () => {
  certify(
    {
      name: 'standby-unit-boots-without-failover-link',
      title:
        'a unit that boots without the failover link becomes active beside its mate, which marks the link as failed',
      requirements: ['AS-FAILOVER-LINK-FAILED-AT-STARTUP', 'AS-FAILOVER-LINK-MARKED-AT-STARTUP'],
      begin: 'primary',
      needs: ['active-standby', 'lan'],
      fault: 'unit-power-loss',
      target: 'standby',
      watch: 'mate-failed',
      next: [
        { fault: 'failover-link-down', target: 'primary', watch: 'none' },
        { mend: 0, watch: 'nothing' },
      ],
      during: [
        shows(
          'show failover',
          [
            'This host: Primary - Active',
            '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\((?:Failed|down)',
          ],
          'the unit that was active first marks the failover link as failed',
          ['AS-FAILOVER-LINK-MARKED-AT-STARTUP'],
          { on: 'primary', within: 60_000 },
        ),
        shows(
          'show failover',
          'This host: Secondary - Active',
          'the other has become active as well',
          ['AS-FAILOVER-LINK-FAILED-AT-STARTUP'],
          { on: 'secondary', within: 60_000 },
        ),
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );
});

describe('Failover enabled', () => {
  certify(
    {
      name: 'secondary-joins',
      title:
        'failover is enabled on the secondary unit: the primary stays active and passes traffic as before',
      requirements: ['AS-JOIN-KEEPS-TRAFFIC'],
      begin: 'primary',
      needs: ['active-standby', 'traffic'],
      before: [
        {
          ...takes('no failover', 'failover is disabled on the secondary unit', [], { on: 'secondary' }),
          causes: 'told-off',
        },
        shows('show failover', '^Failover Off', 'the secondary unit has no failover', [], {
          on: 'secondary',
          within: 10_000,
        }),
        shows(
          'show failover',
          ['^Failover On', 'This host: Primary - Active'],
          'the primary unit is active, with failover on',
          [],
          { on: 'primary' },
        ),
        seesAt('new-sessions', ' open since ', 'sessions go through the primary unit', [
          'AS-JOIN-KEEPS-TRAFFIC',
        ]),
        {
          ...takes('failover', 'failover is enabled on the secondary unit', [], { on: 'secondary' }),
          causes: 'told-on',
        },
        shows(
          'show failover',
          ['This host: Primary - Active', 'Other host: Secondary - Standby Ready'],
          'the secondary unit has joined, and the primary unit is active',
          ['AS-JOIN-KEEPS-TRAFFIC'],
          { on: 'primary', within: 60_000 },
        ),
        {
          look: 'sessions',
          expects: [{ says: ' open since ' }, { lacks: ' (?:stalled|reset|closed) since ' }],
          means: 'the sessions go on',
          proves: ['AS-JOIN-KEEPS-TRAFFIC'],
        },
      ],
    },
    (played) => expect(played).not.to.failOver(),
  );
});
