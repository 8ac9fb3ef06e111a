import { expect } from 'chai';
import { endure } from './endure.ts';
import { ordealLaws } from './law/index.ts';
import type { Ordeal, OrdealPair, Trouble } from './ordeal.ts';

const pair: OrdealPair = {
  make: 'asa',
  kind: 'active-active',
  unmonitored: [],
  hasModules: false,
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  bootMs: 30_000,
  syncMs: 2000,
  groups: {
    1: { prefers: 'primary', preemptSeconds: 10, policy: { count: 1 } },
    2: { prefers: 'secondary', policy: { count: 1 } },
  },
  stateLink: 'dedicated',
  replicateHttp: false,
};
const dark: Trouble = {
  woe: 'power-loss',
  unit: 'primary',
  at: 0,
  group: 1,
  after: { tenths: 20, of: 'unit-hold' },
  lasts: { tenths: 20, of: 'unit-hold' },
};
/** Of the first data interface, for long enough to be noticed. */
const portShut: Trouble = {
  ...dark,
  woe: 'port-shut',
  after: { tenths: 1, of: 'unit-hold' },
  lasts: { tenths: 25, of: 'interface-hold' },
};
/** Of the second group, on the unit where it is at home. */
const inSecond: Trouble = { ...portShut, unit: 'secondary', at: 2 };
const typed: Trouble = { ...dark, woe: 'typed' };
const onCable = { make: 'pix-cable', kind: 'active-standby' } as const;
const linkPulled: Trouble = { ...dark, woe: 'cable-pulled', at: 4 };

function ordeal(change: Partial<OrdealPair> = {}, troubles: readonly Trouble[] = [dark]): Ordeal {
  return { pair: { ...pair, ...change }, luck: 5, troubles };
}

type Policy = OrdealPair['groups'][1]['policy'];

/** An interface is lost for long in a pair whose groups have these policies. */
function withPolicies(first: Policy, second: Policy, lost = portShut): Ordeal {
  const { groups } = pair;
  return ordeal({ groups: { 1: { ...groups[1], policy: first }, 2: { ...groups[2], policy: second } } }, [
    lost,
  ]);
}

async function broken(what: Ordeal, defects: readonly string[] = []): Promise<readonly string[]> {
  const endured = await endure(what, defects);
  return ordealLaws.flatMap((law) => (law.broken(endured).length > 0 ? [law.name] : []));
}

describe('the laws of ordeals', function () {
  this.timeout(120_000);

  for (const kind of ['active-standby', 'contexts', 'active-active', 'transparent'] as const)
    for (const make of ['asa', 'pix', 'pix-cable'] as const)
      it(`are kept by a pair that is in order: ${make}, ${kind}`, async () => {
        expect(await broken(ordeal({ make, kind }))).to.deep.equal([]);
        const link = {
          ...linkPulled,
          woe: make === 'pix-cable' ? 'serial-cable-pulled' : 'cable-pulled',
        } as const;
        expect(await broken(ordeal({ make, kind }, [link, dark]))).to.deep.equal([]);
      });

  const cases: readonly (readonly [string, string, Ordeal])[] = [
    ['never-takes-over', 'takes-over', ordeal()],
    ['double-hold-time', 'takes-over', ordeal()],
    ['early-takeover', 'takes-over', ordeal()],
    [
      'never-yields',
      'one-active',
      ordeal({}, [linkPulled, { ...dark, after: { tenths: 1, of: 'unit-hold' } }]),
    ],
    ['never-takes-over', 'takes-over', ordeal(onCable)],
    ['slow-takeover', 'takes-over', ordeal({ make: 'pix', kind: 'active-standby' })],
    ['both-active', 'one-active', ordeal(onCable, [{ ...typed, woe: 'serial-cable-pulled' }])],
    ['both-active', 'one-active', ordeal(onCable, [{ ...typed, woe: 'serial-cable-mute' }])],
    ['both-active', 'one-active', ordeal({ kind: 'active-standby' }, [{ ...linkPulled, at: 2 }])],
    ['ignores-preempt', 'comes-home', ordeal()],
    ['ignores-preempt-delay', 'waits-to-preempt', ordeal()],
    ['preempts-unasked', 'waits-to-preempt', ordeal()],
    ['failed-unit-takes-over', 'interface-policy', ordeal({ kind: 'active-standby' }, [portShut])],
    [
      'fails-over-with-state-link',
      'interface-policy',
      ordeal({ kind: 'active-standby' }, [{ ...portShut, at: 3 }]),
    ],
    ['slow-interface-poll', 'comes-to-rest', ordeal({ kind: 'active-standby' }, [portShut])],
    ['ignores-link-loss', 'interface-policy', ordeal({ kind: 'active-standby' }, [portShut])],
    ['needs-one-more', 'interface-policy', ordeal({ kind: 'active-standby' }, [portShut])],
    ['monitors-nothing', 'interface-policy', ordeal({}, [portShut])],
    ['ignores-policy', 'interface-policy', withPolicies({ count: 2 }, { count: 1 })],
    ['takes-percentage-for-count', 'interface-policy', withPolicies({ percent: 50 }, { count: 1 })],
    ['counts-unmonitored', 'interface-policy', ordeal({ unmonitored: [0] }, [portShut])],
    ['policy-of-first-group', 'interface-policy', withPolicies({ count: 1 }, { count: 2 }, inSecond)],
    ['omits-access-lists', 'keeps-typed', ordeal({ kind: 'active-standby' }, [typed])],
    ['ignores-replicated-commands', 'keeps-typed', ordeal({ kind: 'contexts' }, [typed])],
    ['omits-interface-commands', 'one-configuration', ordeal({ kind: 'active-standby' }, [typed])],
    ['synchronizes-half', 'one-configuration', ordeal({ kind: 'active-standby' }, [typed, dark])],
    ['drops-tcp', 'sessions-live', ordeal({ kind: 'active-standby' })],
    ['replicates-http-unasked', 'sessions-live', ordeal({ kind: 'active-standby' })],
    ['never-replicates-http', 'sessions-live', ordeal({ kind: 'active-standby', replicateHttp: true })],
    ['never-recovers', 'comes-to-rest', ordeal({}, [{ ...dark, woe: 'port-shut' }])],
  ];
  for (const [defect, law, what] of cases)
    it(`find ${defect}, which breaks ${law}`, async () => {
      expect(await broken(what, [defect])).to.include(law);
    });

  it('see a unit with a dead service module replaced, and failover off and on', async () => {
    const deadModule = ordeal({ hasModules: true }, [{ ...portShut, woe: 'module-dead' }]);
    const { stands } = await endure(deadModule);
    expect(stands.some(({ primary }) => primary?.groups[1] === 'failed')).to.equal(true);
    expect(await broken(deadModule)).to.deep.equal([]);
    const off = ordeal({}, [{ ...dark, woe: 'failover-off' }]);
    expect((await endure(off)).stands.some(({ primary }) => primary && !primary.groups[1])).to.equal(true);
    expect(await broken(off)).to.deep.equal([]);
  });

  it('are kept by a bridge that is replaced before it hears of it over the slow cable', async () => {
    const told: Trouble = {
      ...dark,
      woe: 'told-active',
      unit: 'secondary',
      lasts: { tenths: 3, of: 'unit-hold' },
    };
    for (const luck of [1, 2, 3]) {
      const what = ordeal({ make: 'pix-cable', kind: 'transparent', unmonitored: [0] }, [told]);
      expect(await broken({ ...what, luck })).to.deep.equal([]);
    }
  });

  it('find a group that moves from a pair at rest', async () => {
    const endured = await endure(ordeal());
    const last = endured.stands.at(-1);
    const moved = {
      ...last,
      unread: [],
      atMs: endured.endedMs,
      primary: last!.secondary!,
      secondary: last!.primary!,
    };
    const names = ordealLaws.flatMap((law) =>
      law.broken({ ...endured, stands: [...endured.stands, moved] }).length > 0 ? [law.name] : [],
    );
    expect(names).to.include('stays');
  });

  it('see the same in the same ordeal, byte for byte', async () => {
    const [once, again] = [await endure(ordeal()), await endure(ordeal())];
    expect(JSON.stringify(again)).to.equal(JSON.stringify(once));
  });
});
