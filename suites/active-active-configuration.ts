/**
 * What two failover groups make of the configuration and of the traffic: which unit each command has to be entered on,
 * what booting and `write standby` do to commands that were entered on the other, and which unit passes what. The
 * flows and contexts meant are those of `topologies/simulated-active-active.yaml`: the second context is in group 1,
 * the third in group 2, and the first and the third flow go through them. Played by name:
 * `fover run active-active-configuration`.
 */
import { certify, compares, expect, hides, seesAt, shows, takes } from 'fover';
import type { Ask, Enter, UnitName } from 'fover';

const needs = ['active-active'] as const;
/** Each group where the topology prefers it to be: both units pass traffic. */
const apart = { 1: 'primary', 2: 'secondary' } as const;

const admin = { in: '{context.1}' } as const;
const one = { in: '{context.2}' } as const;
const two = { in: '{context.3}' } as const;

const runs = 'show running-config';
const anyList = (name: string): string => `access-list ${name} extended permit ip any any`;
const hasList = (name: string): string => `^access-list ${name} `;

/** A list that somebody enters; what it is for is the scenario's. */
const lists = (name: string, means: string, where: Partial<Enter>, proves: readonly string[] = []): Enter =>
  takes(anyList(name), means, proves, where);

/** The running configuration has the list, within ten seconds. */
const has = (name: string, where: Partial<Ask>, means: string, proves: readonly string[]): Ask =>
  shows(runs, hasList(name), means, proves, { within: 10_000, ...where });

/** The running configuration has it not; by default it must be so at once. */
const hasNot = (name: string, where: Partial<Ask>, means: string, proves: readonly string[]): Ask =>
  hides(runs, hasList(name), means, proves, where);

const bytes = '^TCP .*, bytes (\\d+)';

/** The bytes of the open sessions go on being counted where the context is active, and on its mate they do not. */
function passedBy(
  unit: UnitName,
  where: typeof one | typeof two,
  mate: UnitName,
  proves: readonly string[],
): readonly Ask[] {
  const before = (on: UnitName): string => `sessions in ${where.in} on ${on}`;
  return [
    shows('show conn', bytes, 'the active unit shows the session', [], {
      ...where,
      on: unit,
      as: before(unit),
    }),
    shows('show conn', bytes, 'and so does its mate, which could take it over', [], {
      ...where,
      on: mate,
      as: before(mate),
    }),
    compares('show conn', bytes, ['more', before(unit)], `the ${unit} unit passes its packets`, proves, {
      ...where,
      on: unit,
      within: 5000,
    }),
    compares('show conn', bytes, ['same', before(mate)], `the ${mate} unit passes none of them`, proves, {
      ...where,
      on: mate,
    }),
  ];
}

describe('Active/Active, commands', () => {
  certify({
    name: 'commands-follow-the-group',
    title:
      'a command is replicated from the unit on which the group of its context is active, those of the system execution space and of the admin context from that of group 1',
    requirements: ['REP-AA-CONTEXT', 'REP-AA-SYSTEM', 'REP-AA-ADMIN', 'REP-AA-WRONG-UNIT'],
    needs,
    begin: apart,
    before: [
      lists('of-one', 'the primary unit, where group 1 is active, takes a command in a context of it', {
        ...one,
        on: 'primary',
      }),
      has('of-one', { ...one, on: 'secondary' }, 'it is replicated to the secondary unit', [
        'REP-AA-CONTEXT',
      ]),
      lists('of-two', 'the secondary unit, where group 2 is active, takes a command in a context of it', {
        ...two,
        on: 'secondary',
      }),
      has('of-two', { ...two, on: 'primary' }, 'it is replicated to the primary unit', ['REP-AA-CONTEXT']),
      lists('of-admin', 'the primary unit takes a command in the admin context', { ...admin, on: 'primary' }),
      has(
        'of-admin',
        { ...admin, on: 'secondary' },
        'it is replicated from the unit on which group 1 is active',
        ['REP-AA-ADMIN'],
      ),
      takes(
        ['failover group 2', 'replication http'],
        'the primary unit takes commands of the system execution space, for a group that is active on the other',
        [],
        { on: 'primary' },
      ),
      shows(
        'show running-config failover',
        '^failover group 2\\n(?: +.*\\n)*? +replication http',
        'they are replicated to the secondary unit, though its own group 2 is the active one',
        ['REP-AA-SYSTEM'],
        { on: 'secondary', within: 10_000 },
      ),
      lists('astray-in-two', 'the primary unit takes a command in a context that is not active on it', {
        ...two,
        on: 'primary',
      }),
      lists('astray-in-one', 'and so does the secondary unit', { ...one, on: 'secondary' }),
      takes(
        ['failover group 1', 'replication http'],
        'and in the system execution space, where group 1 is not active',
        [],
        { on: 'secondary' },
      ),
      has('astray-in-two', { ...two, on: 'primary' }, 'the command stays where it was entered', [
        'REP-AA-WRONG-UNIT',
      ]),
      hasNot('astray-in-two', { ...two, on: 'secondary' }, 'and the configurations are out of step', [
        'REP-AA-WRONG-UNIT',
        'REP-AA-CONTEXT',
      ]),
      hasNot('astray-in-one', { ...one, on: 'primary' }, 'nothing comes from the secondary unit to group 1', [
        'REP-AA-WRONG-UNIT',
        'REP-AA-CONTEXT',
      ]),
      hides(
        'show running-config failover',
        '^failover group 1\\n(?: +.*\\n)*? +replication http',
        'nor into the system execution space of the primary unit',
        ['REP-AA-WRONG-UNIT', 'REP-AA-SYSTEM'],
        { on: 'primary' },
      ),
    ],
  });
});

describe('Active/Active, write standby', () => {
  certify({
    name: 'write-standby-of-all-contexts',
    title:
      'write standby in the system execution space writes all contexts to the mate, those that are active there too, and ends the sessions through these',
    requirements: ['REP-AA-WRITE-STANDBY', 'REP-AA-WRITE-STANDBY-ENDS', 'REP-AA-WRONG-UNIT'],
    needs: [...needs, 'lan'],
    begin: apart,
    before: [
      lists('late-in-one', 'the secondary unit takes a command where group 1 is not active', {
        ...one,
        on: 'secondary',
      }),
      lists('late-in-two', 'and the primary unit one where group 2 is not active', { ...two, on: 'primary' }),
      seesAt(
        'new-sessions',
        ['^{flow.1}/tcp open since', '^{flow.3}/tcp open since'],
        'sessions are open through contexts of both groups, each through another unit',
        [],
      ),
    ],
    fault: 'write-standby',
    target: 'active',
    watch: 'nothing',
    during: [
      hasNot(
        'late-in-one',
        { ...one, on: 'secondary', within: 10_000 },
        'what was entered on the wrong unit is lost when the context is written to it',
        ['REP-AA-WRITE-STANDBY', 'REP-AA-WRONG-UNIT'],
      ),
      has(
        'late-in-two',
        { ...two, on: 'secondary' },
        'the context that is active on the unit that was written to has what the other had of it on standby',
        ['REP-AA-WRITE-STANDBY'],
      ),
      seesAt(
        'sessions',
        '^{flow.3}/tcp (?!open)\\S+ since',
        'the session through the context that is active on the unit that was written to has ended',
        ['REP-AA-WRITE-STANDBY-ENDS'],
      ),
      seesAt(
        'sessions',
        '^{flow.1}/tcp open since',
        'the session through the unit that gave the configuration goes on',
        ['REP-AA-WRITE-STANDBY-ENDS'],
      ),
    ],
  });

  certify({
    name: 'write-standby-with-all-active-here',
    title:
      'no session ends with write standby when failover active has made all contexts active on the unit that gives the configuration',
    requirements: ['OPS-AA-WRITE-STANDBY-ALL-ACTIVE', 'AA-TRIGGER-SYSTEM-COMMAND'],
    needs: [...needs, 'lan', 'state-link'],
    begin: apart,
    setup: [
      takes(
        ['failover group 2', 'no preempt'],
        'no group goes back by itself while the configuration is written',
        [],
      ),
    ],
    before: [
      seesAt(
        'new-sessions',
        ['^{flow.1}/tcp open since', '^{flow.3}/tcp open since'],
        'sessions are open through contexts of both groups, each through another unit',
        [],
      ),
    ],
    fault: 'told-active',
    target: 'primary',
    watch: 'failover',
    next: [
      { fault: 'write-standby', target: 'primary', watch: 'nothing' },
      { fault: 'told-active', group: 2, target: 'secondary', watch: 'failover' },
    ],
    during: [
      seesAt(
        'console-messages',
        '^primary End Configuration Replication to mate',
        'the configuration has been written',
        [],
      ),
      seesAt(
        'sessions',
        ['^{flow.1}/tcp open since', '^{flow.3}/tcp open since'],
        'all sessions go on, those too through contexts that were active on the unit that was written to',
        ['OPS-AA-WRITE-STANDBY-ALL-ACTIVE'],
      ),
    ],
  });
});

describe('Active/Active, boots', () => {
  certify({
    name: 'configuration-when-both-boot',
    title: 'the secondary unit obtains the configuration from the primary when both boot at the same time',
    requirements: ['REP-AA-BOTH-BOOT', 'AA-BOTH-BOOT'],
    needs,
    begin: apart,
    before: [
      {
        ...lists('saved-astray', 'the secondary unit takes a command where group 1 is not active', {
          ...one,
          on: 'secondary',
        }),
        undo: [`no ${anyList('saved-astray')}`, 'write memory'],
      },
      shows('write memory', '\\[OK\\]', 'and saves it', [], { ...one, on: 'secondary' }),
      shows('show startup-config', hasList('saved-astray'), 'so that it would boot with it', [], {
        ...one,
        on: 'secondary',
      }),
    ],
    fault: 'both-units-booting',
    target: 'active',
    watch: 'none',
    after: [
      hasNot(
        'saved-astray',
        { ...one, on: 'secondary', within: 10_000 },
        'the secondary unit runs with what the primary has, and not with what it has saved itself',
        ['REP-AA-BOTH-BOOT', 'REP-AA-WRONG-UNIT'],
      ),
      seesAt(
        'console-messages',
        [
          '^primary Beginning configuration replication: Sending to mate',
          '^secondary Beginning configuration replication from mate',
        ],
        'both consoles say so',
        ['REP-AA-BOTH-BOOT'],
      ),
    ],
  });

  certify({
    name: 'configuration-beside-an-active-mate',
    title:
      'the primary unit obtains the configuration from the secondary when it boots while both groups are active there',
    requirements: ['REP-AA-BOOTS-BESIDE-ACTIVE', 'AA-BOOTS-BESIDE-ACTIVE'],
    needs,
    begin: 'secondary',
    before: [
      lists('unsaved-in-one', 'the secondary unit takes a command that nobody saves', {
        ...one,
        on: 'secondary',
      }),
    ],
    fault: 'unit-power-loss',
    target: 'standby',
    watch: 'mate-failed',
    during: [
      lists('meanwhile-in-two', 'it takes another one while its mate has no power', {
        ...two,
        on: 'secondary',
      }),
    ],
    after: [
      has('unsaved-in-one', { ...one, on: 'primary' }, 'the primary unit runs with what was never saved', [
        'REP-AA-BOOTS-BESIDE-ACTIVE',
      ]),
      has('meanwhile-in-two', { ...two, on: 'primary' }, 'and with what it was not there to hear', [
        'REP-AA-BOOTS-BESIDE-ACTIVE',
      ]),
      seesAt(
        'console-messages',
        [
          '^secondary Beginning configuration replication: Sending to mate',
          '^primary Beginning configuration replication from mate',
        ],
        'both consoles say that the secondary unit sent it and the primary received it',
        ['REP-AA-BOOTS-BESIDE-ACTIVE'],
      ),
    ],
  });
});

describe('Active/Active, traffic', () => {
  certify({
    name: 'each-unit-passes-its-group',
    title:
      'both units pass traffic at the same time, each that of the group that is active on it and nothing of the other',
    requirements: ['AA-BOTH-PASS', 'AA-NO-LOAD-BALANCING'],
    needs: [...needs, 'traffic'],
    begin: apart,
    before: [
      seesAt(
        'new-sessions',
        ['^{flow.1}/tcp open since', '^{flow.3}/tcp open since'],
        'sessions are opened through contexts of both groups',
        ['AA-BOTH-PASS'],
      ),
      ...passedBy('primary', one, 'secondary', ['AA-BOTH-PASS', 'AA-NO-LOAD-BALANCING']),
      ...passedBy('secondary', two, 'primary', ['AA-BOTH-PASS', 'AA-NO-LOAD-BALANCING']),
    ],
  });

  certify({
    name: 'one-unit-carries-both-groups',
    title: 'one unit passes the traffic of both groups, and its mate takes nothing off it',
    requirements: ['AA-CAPACITY', 'AA-NO-LOAD-BALANCING'],
    needs: [...needs, 'traffic'],
    begin: 'primary',
    before: [
      seesAt(
        'new-sessions',
        ['^{flow.1}/tcp open since', '^{flow.3}/tcp open since'],
        'sessions are opened through contexts of both groups',
        ['AA-CAPACITY'],
      ),
      ...passedBy('primary', one, 'secondary', ['AA-NO-LOAD-BALANCING']),
      ...passedBy('primary', two, 'secondary', ['AA-CAPACITY', 'AA-NO-LOAD-BALANCING']),
    ],
  });
});

describe('Active/Active, no failover', () => {
  certify(
    {
      name: 'group-stays-without-failover-link',
      title: 'no group fails over while the failover link is down, though an interface of it fails',
      requirements: ['AA-NO-FAILOVER-WITHOUT-LINK', 'AA-FAILOVER-LINK-FAILED'],
      needs: [...needs, 'lan'],
      begin: apart,
      fault: 'failover-link-down',
      target: 'active',
      watch: 'nothing',
      // The interface is back before the link: with the link alone back, the mate would have to take over.
      next: [
        {
          fault: 'interface-down',
          group: 1,
          target: 'active',
          interface: 'one/outside-one',
          watch: 'nothing',
        },
        { mend: 1, watch: 'nothing' },
      ],
      during: [
        shows(
          'show failover group 1',
          'This host:\\s+Primary\\s+State:\\s+Active',
          'group 1 is active where it was',
          ['AA-NO-FAILOVER-WITHOUT-LINK'],
          { on: 'primary' },
        ),
        shows(
          'show failover group 1',
          'This host:\\s+Secondary\\s+State:\\s+Standby',
          'and on standby on the other unit, by what that says itself',
          ['AA-NO-FAILOVER-WITHOUT-LINK'],
          { on: 'secondary' },
        ),
      ],
    },
    (played) => expect(played).group(1).not.to.failOver(),
  );
});
