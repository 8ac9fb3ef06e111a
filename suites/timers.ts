/**
 * The same unit lost with one pair of timers after the other: the shortest and the longest that the guides allow, the
 * defaults, and some between. When the mate must have taken over is computed from the timers that the box reports.
 * Played by name: `fover run timers`.
 */
import { certify, expect, shows, takes } from 'fover';
import type { Act } from 'fover';

/** Poll and hold time of units, as they are entered, with what `show failover` makes of them. */
const unitTimers = [
  {
    called: 'shortest',
    enter: 'msec 200 holdtime msec 800',
    shown: '200 milliseconds, holdtime 800 milliseconds',
  },
  { called: 'fast', enter: 'msec 300 holdtime 1', shown: '300 milliseconds, holdtime 1 seconds?' },
  { called: 'quick', enter: 'msec 999 holdtime 3', shown: '999 milliseconds, holdtime 3 seconds' },
  { called: 'tight', enter: '2 holdtime 6', shown: '2 seconds, holdtime 6 seconds' },
  { called: 'default', enter: '1 holdtime 15', shown: '1 seconds?, holdtime 15 seconds' },
  { called: 'slow', enter: '5 holdtime 20', shown: '5 seconds, holdtime 20 seconds' },
  { called: 'longest', enter: '15 holdtime 45', shown: '15 seconds, holdtime 45 seconds' },
] as const;

/** The same of interfaces. */
const interfaceTimers = [
  { called: 'shortest', enter: 'msec 500 holdtime 5', shown: '500 milliseconds, holdtime 5 seconds' },
  { called: 'default', enter: '5 holdtime 25', shown: '5 seconds, holdtime 25 seconds' },
  { called: 'longest', enter: '15 holdtime 75', shown: '15 seconds, holdtime 75 seconds' },
] as const;

const isSet = (shown: string, proves: readonly string[]): readonly Act[] =>
  (['active', 'standby'] as const).map((on) =>
    shows('show failover', shown, `the ${on} unit runs with these timers`, proves, { on, within: 10_000 }),
  );

/** Passes when the active unit has been active for about nine seconds more than at that answer. */
const nineSecondsLater = (than: string, as: string): Act => ({
  ask: 'show failover',
  on: 'active',
  within: 20_000,
  expects: [{ take: 'This host: \\w+ - Active[^]*?Active time: (\\d+)', grows: [0.8, 1.2], than }],
  means: 'no role moves meanwhile',
  proves: [],
  as,
});

/** A hello of the longest poll time has to be over before the hold time becomes short again. */
const shorten = (line: string): readonly Act[] => [
  takes(line, 'the poll time is shortened first, while the hold time is long still', []),
  shows('show failover', 'Active time', 'the active unit tells how long it has been active', [], {
    as: 'at first',
  }),
  nineSecondsLater('at first', 'later'),
  nineSecondsLater('later', 'much later'),
];

/** Hellos come by the new poll time before the hold time is shortened to it. */
const beginToPoll = (enter: string): readonly Act[] =>
  shorten(`failover polltime unit ${enter.replace(/holdtime .*/, 'holdtime 45')}`).slice(0, 3);

/** A hold time counts from the next hello on. */
const untilHeard: readonly Act[] = [
  shows('show failover', 'Active time', 'the active unit tells how long it has been active', [], {
    as: 'set',
  }),
  nineSecondsLater('set', 'heard'),
];

describe('Timers, a unit that loses its power', () => {
  for (const { called, enter, shown } of unitTimers)
    certify(
      {
        name: `unit-power-loss-with-${called}-timers`,
        title: `the standby unit takes over in time when the active unit loses its power, with polltime ${enter}`,
        requirements: ['TIME-UNIT-LOSS', 'UH-HOLD', 'CFG-UNIT-POLL-RANGE', 'CFG-UNIT-HOLD-RANGE'],
        begin: 'primary',
        needs: ['active-standby', 'asa'],
        setup: [
          ...beginToPoll(enter),
          takes(`failover polltime unit ${enter}`, `«${enter}» is taken`, ['CFG-UNIT-POLL-RANGE']),
          ...isSet(`^Unit Poll frequency ${shown}`, ['CFG-UNIT-HOLD-RANGE']),
        ],
        before: untilHeard,
        fault: 'unit-power-loss',
        target: 'active',
        watch: 'failover',
        // Its mate boots with the timers of its flash, and would not wait for a hello of the longest poll time.
        during:
          called === 'slow' || called === 'longest' ? shorten('failover polltime unit 1 holdtime 45') : [],
      },
      (played) => expect(played).to.failOver(),
    );
});

describe('Timers, an interface that loses its link', () => {
  for (const { called, enter, shown } of interfaceTimers)
    certify(
      {
        name: `interface-down-with-${called}-timers`,
        title: `the standby unit takes over in time when an interface loses its link, with polltime interface ${enter}`,
        requirements: ['TIME-LINK-DOWN', 'IH-LINK-DOWN'],
        begin: 'primary',
        needs: ['active-standby', 'asa', 'single-context'],
        setup: [
          takes(
            ['failover polltime unit msec 500 holdtime 3', `failover polltime interface ${enter}`],
            `«${enter}» is taken`,
            ['CFG-INTERFACE-POLL-RANGE'],
          ),
          ...isSet(`^Interface Poll frequency ${shown}`, ['CFG-INTERFACE-HOLD-RANGE']),
        ],
        fault: 'interface-down',
        target: 'active',
        interface: 'inside',
        watch: 'failover',
        after: called === 'shortest' ? [] : shorten('failover polltime interface 1 holdtime 75'),
      },
      (played) => expect(played).to.failOver(),
    );
});

describe('Timers, what a moment makes of them', () => {
  certify(
    {
      name: 'unit-missed-within-a-second',
      title:
        'with the shortest timers the standby unit is active a second after the active unit has lost its power',
      requirements: ['TIME-SUB-SECOND', 'UH-FASTER-POLL'],
      begin: 'primary',
      needs: ['active-standby', 'asa'],
      setup: [
        ...beginToPoll('msec 200 holdtime msec 800'),
        takes('failover polltime unit msec 200 holdtime msec 800', 'the timers are the shortest', []),
      ],
      before: untilHeard,
      fault: 'unit-power-loss',
      target: 'active',
      watch: 1000,
      during: [
        shows(
          'show failover',
          ['This host: Secondary - (?:Active|Just Active)', 'Other host: Primary - Failed'],
          'the unit has taken over, and its mate is failed',
          ['TIME-SUB-SECOND', 'UH-FASTER-POLL'],
          { on: 'secondary' },
        ),
      ],
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'unit-not-missed-within-a-second',
      title: 'with slower timers the same loss is not yet noticed after a second, and then later',
      requirements: ['UH-FASTER-POLL'],
      begin: 'primary',
      needs: ['active-standby', 'asa'],
      setup: [
        ...beginToPoll('1 holdtime 9'),
        takes('failover polltime unit 1 holdtime 9', 'the hold time is nine seconds', []),
      ],
      before: untilHeard,
      fault: 'unit-power-loss',
      target: 'active',
      watch: 1000,
      during: [
        shows(
          'show failover',
          'This host: Secondary - Standby Ready',
          'the unit has not taken over yet',
          ['UH-FASTER-POLL'],
          { on: 'secondary' },
        ),
        shows(
          'show failover',
          ['This host: Secondary - Active', 'Other host: Primary - Failed'],
          'it takes over when the hold time is over',
          ['UH-FASTER-POLL'],
          { on: 'secondary', within: 15_000, as: 'taken over' },
        ),
        { ...nineSecondsLater('taken over', 'later'), on: 'secondary' },
      ],
    },
    (played) => expect(played).to.failOver(),
  );
});
