/**
 * Return packets that come to the unit that has no connection for them, with and without ASR groups. No bench has a
 * router that would send them there, so for as long as a scenario lasts an interface of the second context stands
 * beside that of the first, at the address that the hosts there know as their gateway. Played by name:
 * `fover run asymmetric-routing`.
 */
import { certify, compares, seesAt, shows, takes } from 'fover';
import type { Act, Ask, Look } from 'fover';

const outside = '{context.2.data.1.interface}';
const first = { in: '{context.2}' } as const;
const second = { in: '{context.3}' } as const;
/** The interface by which packets are redirected: that of the session, on the unit where it is on standby. */
const redirecting = { ...first, on: 'standby' } as const;
const runs = 'show running-config interface';
/** At the interface outside, which both contexts share. */
const counters = `show interface ${outside} detail`;

/** The way out leads through the first context, the way back to the second one. */
const detour: readonly Act[] = [
  takes(
    ['context {context.3}', `allocate-interface ${outside}`],
    'both contexts share the interface outside',
    [],
  ),
  takes(
    [
      `interface ${outside}`,
      'ip address {context.2.data.1.spare-1} {context.2.data.1.mask} standby {context.2.data.1.spare-2}',
    ],
    'the first context leaves its addresses outside',
    [],
    first,
  ),
  takes(
    [
      `interface ${outside}`,
      'nameif way-back',
      'security-level 0',
      'ip address {context.2.data.1.active} {context.2.data.1.mask} standby {context.2.data.1.standby}',
    ],
    'and the second context takes them',
    [],
    second,
  ),
];

const asrGroup = (number: number, where: typeof first | typeof second, proves: readonly string[] = []): Act =>
  takes(
    [`interface ${outside}`, `asr-group ${number}`],
    `ASR group ${number} is taken in the ${where === first ? 'first' : 'second'} context`,
    proves,
    where,
  );

/** What becomes of sessions that begin now and come back by the detour: a plain one, and one over HTTP. */
const sessions = (tcp: string, http: string, means: string, proves: readonly string[]): Look =>
  seesAt('new-sessions', [`^{flow.1}/tcp ${tcp} since`, `^{flow.1}/http ${http} since`], means, proves);

const noted = (as: string, where: Partial<Ask>): Act =>
  shows(counters, 'Asymmetrical Routing Statistics', `${as} is noted`, [], { ...where, as });

describe('Asymmetric routing', () => {
  certify({
    name: 'asr-to-mate',
    title:
      'return packets that come to the unit where the session is not active are dropped, or redirected to the mate within an ASR group',
    requirements: [
      'AA-ASR-DROPPED-WITHOUT',
      'AA-ASR-LOOKS-IN-GROUP',
      'AA-ASR-TO-MATE',
      'AA-ASR-NEEDS-STATEFUL',
      'AA-ASR-NEEDS-HTTP-REPLICATION',
      'AA-ASR-ONE-PER-INTERFACE',
      'AA-ASR-ENTERED-WHERE-ACTIVE',
      'AA-ASR-COUNTED',
    ],
    begin: { 1: 'primary', 2: 'secondary' },
    needs: ['active-active', 'own-state-link', 'traffic'],
    before: [
      ...detour,
      sessions('stalled', 'stalled', 'without an ASR group what comes back is dropped', [
        'AA-ASR-DROPPED-WITHOUT',
      ]),
      asrGroup(1, first),
      asrGroup(2, second),
      noted('what was dropped before', second),
      sessions('stalled', 'stalled', 'no session is found where the interfaces are in different groups', [
        'AA-ASR-LOOKS-IN-GROUP',
      ]),
      compares(
        counters,
        'Dropped (\\d+) packets$',
        ['more', 'what was dropped before'],
        'the interface counts the packets that it has dropped',
        ['AA-ASR-COUNTED'],
        second,
      ),
      asrGroup(1, second, ['AA-ASR-ONE-PER-INTERFACE']),
      takes(
        ['interface {context.3.data.1.interface}', 'asr-group 2'],
        'another interface of the unit is in another group',
        ['AA-ASR-ONE-PER-INTERFACE'],
        second,
      ),
      shows(
        runs,
        ['^ asr-group 1$', '^ asr-group 2$'],
        'the unit has two ASR groups, and the second one of an interface takes the place of the first',
        ['AA-ASR-ONE-PER-INTERFACE'],
        { ...second, expects: [{ count: '^ asr-group ', is: [2, 2] }] },
      ),
      shows(
        runs,
        ['^ asr-group 1$', '^ asr-group 2$'],
        'they are replicated to where the context is on standby',
        ['AA-ASR-ENTERED-WHERE-ACTIVE'],
        { ...second, on: 'standby', within: 10_000 },
      ),
      noted('what was redirected before', redirecting),
      sessions(
        'open',
        'stalled',
        'what comes back is redirected to the mate, but for HTTP, which is not replicated',
        ['AA-ASR-TO-MATE', 'AA-ASR-LOOKS-IN-GROUP', 'AA-ASR-NEEDS-HTTP-REPLICATION'],
      ),
      seesAt('sessions', '^{flow.1}/tcp open since', 'and it is so as long as the session lasts', [
        'AA-ASR-TO-MATE',
      ]),
      compares(
        counters,
        '(?:Received|Transmitted) (\\d+) packets$',
        ['different', 'what was redirected before'],
        'the interface that they leave by for the mate counts them',
        ['AA-ASR-COUNTED', 'AA-ASR-TO-MATE'],
        redirecting,
      ),
      takes(
        ['failover group 1', 'replication http'],
        'HTTP is to be replicated for the group of the first context',
        [],
      ),
      sessions('open', 'open', 'HTTP is redirected too once it is replicated', [
        'AA-ASR-NEEDS-HTTP-REPLICATION',
      ]),
      takes('no failover link', 'failover is stateless now', []),
      asrGroup(1, second, ['AA-ASR-NEEDS-STATEFUL']),
      sessions('stalled', 'stalled', 'ASR groups are of no effect without Stateful Failover', [
        'AA-ASR-NEEDS-STATEFUL',
      ]),
      takes('failover link {state-link.nameif} {state-link.interface}', 'failover is stateful again', []),
      sessions('open', 'open', 'ASR groups are of effect again', ['AA-ASR-NEEDS-STATEFUL', 'AA-ASR-TO-MATE']),
    ],
  });

  certify({
    name: 'asr-on-one-unit',
    title: 'return packets that come to another interface of the same unit are put back within an ASR group',
    requirements: ['AA-ASR-SAME-UNIT', 'AA-ASR-LOOKS-IN-GROUP'],
    begin: 'primary',
    needs: ['active-active', 'traffic'],
    before: [
      ...detour,
      sessions('stalled', 'stalled', 'without an ASR group what comes back is dropped', [
        'AA-ASR-DROPPED-WITHOUT',
      ]),
      asrGroup(1, first),
      asrGroup(1, second),
      sessions('open', 'open', 'what comes back is put back into the stream, HTTP as well', [
        'AA-ASR-SAME-UNIT',
      ]),
      seesAt(
        'sessions',
        ['^{flow.1}/tcp open since', '^{flow.1}/http open since'],
        'and the sessions go on',
        ['AA-ASR-SAME-UNIT'],
      ),
    ],
  });
});
