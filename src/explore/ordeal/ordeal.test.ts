import { expect } from 'chai';
import { endure } from './endure.ts';
import { ordealLaws } from './law/index.ts';
import type { Ordeal, OrdealPair, Trouble } from './ordeal.ts';

const pair: OrdealPair = {
  kind: 'active-active',
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  bootMs: 30_000,
  syncMs: 2000,
  groups: { 1: { prefers: 'primary', preemptSeconds: 10 }, 2: { prefers: 'secondary' } },
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
const linkPulled: Trouble = { ...dark, woe: 'cable-pulled', at: 4 };

function ordeal(change: Partial<OrdealPair> = {}, troubles: readonly Trouble[] = [dark]): Ordeal {
  return { pair: { ...pair, ...change }, luck: 5, troubles };
}

async function broken(what: Ordeal, defects: readonly string[] = []): Promise<readonly string[]> {
  const endured = await endure(what, defects);
  return ordealLaws.flatMap((law) => (law.broken(endured).length > 0 ? [law.name] : []));
}

describe('the laws of ordeals', function () {
  this.timeout(120_000);

  for (const kind of ['active-standby', 'contexts', 'active-active', 'transparent'] as const)
    it(`are kept by a pair that is in order: ${kind}`, async () => {
      expect(await broken(ordeal({ kind }))).to.deep.equal([]);
      expect(await broken(ordeal({ kind }, [linkPulled, dark]))).to.deep.equal([]);
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
    ['ignores-preempt', 'comes-home', ordeal()],
    ['drops-tcp', 'sessions-live', ordeal({ kind: 'active-standby' })],
    ['replicates-http-unasked', 'sessions-live', ordeal({ kind: 'active-standby' })],
    ['never-replicates-http', 'sessions-live', ordeal({ kind: 'active-standby', replicateHttp: true })],
    ['never-recovers', 'comes-to-rest', ordeal({}, [{ ...dark, woe: 'port-shut' }])],
  ];
  for (const [defect, law, what] of cases)
    it(`find ${defect}, which breaks ${law}`, async () => {
      expect(await broken(what, [defect])).to.include(law);
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
