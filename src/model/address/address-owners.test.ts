import { expect } from 'chai';
import type { FailoverSettings, Stimulus } from '../../pair/index.ts';
import type { GroupView, PairState } from '../pair-state.ts';
import { viewsOf } from '../pair-state.ts';
import { stateAfter } from '../state-after.ts';
import { addressOwners, linkOwners, ownersSay } from './address-owners.ts';
import type { Owners } from './address-owners.ts';
import type { MacSetting } from './interface-addresses.ts';
import { exchanged, macHistoryAfter } from './mac-history.ts';
import { defaultGroupMac, virtualMac } from './virtual-mac.ts';

const settings: FailoverSettings = {
  unitPollMs: 1000,
  unitHoldMs: 15_000,
  interfacePollMs: 5000,
  interfaceHoldMs: 25_000,
  interfacePolicy: { count: 1 },
};
const pair: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  monitored: ['inside'],
  down: { primary: [], secondary: [] },
};
const burnedIn = { primary: '0011.2233.0001', secondary: '0011.2233.0002' };
const plain: MacSetting = { burnedIn };
const virtual: MacSetting = { burnedIn, byFailover: { active: '0011.2233.00aa', standby: '0011.2233.00bb' } };

/** Who answers after these, each followed until it has played out. */
function after(setting: MacSetting, ...course: readonly Stimulus[]): Owners {
  let state = pair;
  let history = exchanged;
  for (const stimulus of course) {
    state = stateAfter(state, stimulus, settings);
    history = macHistoryAfter(history, stimulus, state);
  }
  return addressOwners(state, setting, history);
}
const told = ({ active, standby }: Owners): string =>
  [active, standby]
    .map((answers) => answers.map(({ unit, mac = '?' }) => `${unit} ${mac}`).join(' and ') || 'nobody')
    .join(', ');

const lost: Stimulus = { stimulus: 'unit-silent', unit: 'primary' };
const mateLost: Stimulus = { stimulus: 'unit-silent', unit: 'secondary' };
const booting: Stimulus = { stimulus: 'unit-booting', unit: 'primary' };
const mateBooting: Stimulus = { stimulus: 'unit-booting', unit: 'secondary' };
const cut: Stimulus = { stimulus: 'failover-link-down' };

describe('who answers for an address', () => {
  it('is the active unit, with the address of the primary, whoever is active', () => {
    expect(told(after(plain))).to.equal('primary 0011.2233.0001, secondary 0011.2233.0002');
    expect(told(after(plain, { stimulus: 'told-standby', unit: 'primary' }))).to.equal(
      'secondary 0011.2233.0001, primary 0011.2233.0002',
    );
    expect(told(after(plain, lost))).to.equal('secondary 0011.2233.0001, nobody');
    expect(told(after(plain, lost, booting))).to.equal('secondary 0011.2233.0001, primary 0011.2233.0002');
  });

  it('is a secondary that booted alone with its own address, until the primary is back', () => {
    const alone = after(plain, lost, mateLost, mateBooting);
    expect(told(alone)).to.equal('secondary 0011.2233.0002, nobody');
    expect(alone.requirements).to.include('MAC-OF-SECONDARY');
    const joined = after(plain, lost, mateLost, mateBooting, booting);
    expect(told(joined)).to.equal('secondary 0011.2233.0001, primary 0011.2233.0002');
    expect(joined.requirements).to.include('MAC-PRIMARY-RETURNS');
  });

  it('does not change with virtual addresses', () => {
    expect(told(after(virtual, lost, mateLost, mateBooting))).to.equal('secondary 0011.2233.00aa, nobody');
    expect(told(after(virtual, lost, mateLost, mateBooting, booting))).to.equal(
      'secondary 0011.2233.00aa, primary 0011.2233.00bb',
    );
  });

  it('is both where both are active, each with its own address, or both with the virtual one', () => {
    expect(told(after(plain, cut, mateLost, mateBooting))).to.equal(
      'primary 0011.2233.0001 and secondary 0011.2233.0002, nobody',
    );
    expect(told(after(virtual, cut, mateLost, mateBooting))).to.equal(
      'primary 0011.2233.00aa and secondary 0011.2233.00aa, nobody',
    );
  });

  it('is never named twice with different addresses on a pair that hears itself', () => {
    for (const course of [[], [lost], [lost, booting], [mateLost], [mateLost, mateBooting]])
      for (const setting of [plain, virtual])
        expect(new Set(after(setting, ...course).active.map(({ mac }) => mac)).size).to.equal(1);
  });

  it('in Active/Active has the addresses that failover generates, for each group its own', () => {
    const views = viewsOf({
      ...pair,
      group2: { ...pair, units: { primary: 'standby-ready', secondary: 'active' } },
    });
    const setting: MacSetting = { burnedIn, portNumber: 3 };
    expect(views.map((view: GroupView) => told(addressOwners(view, setting, exchanged)))).to.deep.equal([
      'primary 00a0.c903.0101, secondary 00a0.c903.0102',
      'secondary 00a0.c903.0201, primary 00a0.c903.0202',
    ]);
    expect(told(addressOwners(views[1]!, plain, exchanged))).to.equal('secondary ?, primary ?');
  });

  it('on the links never moves', () => {
    const swapped: PairState['units'] = { primary: 'standby-ready', secondary: 'active' };
    for (const link of ['failover', 'state'] as const)
      expect(told(linkOwners(link, { units: swapped }, burnedIn))).to.equal(
        'primary 0011.2233.0001, secondary 0011.2233.0002',
      );
    expect(told(linkOwners('failover', { units: { ...swapped, primary: 'off' } }, burnedIn))).to.equal(
      'nobody, secondary 0011.2233.0002',
    );
  });
});

describe('what decides who answers', () => {
  const swapped: PairState['units'] = { primary: 'standby-ready', secondary: 'active' };
  const both: PairState['units'] = { primary: 'active', secondary: 'active' };
  const port: MacSetting = { burnedIn, portNumber: 3 };
  const [unit, group] = [{}, { group: 1 }] as const;
  const learnt = { secondaryKnowsPrimary: true };
  const unknown = { secondaryKnowsPrimary: false };
  const ofPrimary = 'MAC-BURNED-IN MAC-OF-PRIMARY MAC-PRIMARY-RETURNS';
  const moves = 'MAC-PAIRING-KEPT MAC-STANDBY-ADDRESSES';
  const groupMoves = 'MAC-AA-TAKEOVER MAC-AA-STANDBY-ADDRESSES';
  const ofVirtual = 'MAC-VIRTUAL MAC-VIRTUAL-STAYS';
  const rows: readonly (readonly [string, Partial<GroupView>, MacSetting, typeof exchanged, string])[] = [
    ['the primary is active', unit, plain, learnt, `${ofPrimary} ${moves}`],
    ['the primary is active, and unknown', unit, plain, unknown, `${ofPrimary} ${moves}`],
    ['the secondary is active', { units: swapped }, plain, learnt, `${ofPrimary} ${moves}`],
    [
      'the secondary is active, and never learnt',
      { units: swapped },
      plain,
      unknown,
      `MAC-BURNED-IN MAC-OF-SECONDARY ${moves}`,
    ],
    ['both are active', { units: both }, plain, learnt, `${ofPrimary} AS-FAILOVER-LINK-FAILED-AT-STARTUP`],
    ['the addresses are virtual', unit, virtual, learnt, `MAC-ORDER ${ofVirtual} ${moves}`],
    ['a group is active', group, plain, learnt, `MAC-AA-VIRTUAL ${groupMoves}`],
    [
      'a group is active on both',
      { ...group, units: both },
      plain,
      learnt,
      'MAC-AA-VIRTUAL AA-FAILOVER-LINK-FAILED-AT-STARTUP',
    ],
    ['a group has virtual ones', group, virtual, learnt, `MAC-AA-ORDER ${ofVirtual} ${groupMoves}`],
    [
      'a group has those of its port',
      group,
      port,
      learnt,
      `MAC-AA-ORDER MAC-AA-VIRTUAL MAC-AA-DEFAULT ${groupMoves}`,
    ],
  ];
  for (const [title, view, setting, history, expected] of rows)
    it(`is this where ${title}: ${expected}`, () => {
      expect(addressOwners({ ...pair, ...view }, setting, history).requirements.join(' ')).to.equal(expected);
    });

  it('is for each link its own row, and that it has no virtual address', () => {
    expect(linkOwners('failover', pair, burnedIn).requirements).to.deep.equal([
      'MAC-FAILOVER-LINK-STAYS',
      'MAC-NOT-ON-LINKS',
    ]);
    expect(linkOwners('state', pair, burnedIn).requirements).to.deep.equal([
      'MAC-STATE-LINK-STAYS',
      'MAC-NOT-ON-LINKS',
    ]);
  });

  it('names no address where none is known, and nobody who does not stand by', () => {
    const view: GroupView = { ...pair, group: 1 };
    expect(addressOwners(view, plain, learnt)).to.deep.include({
      active: [{ unit: 'primary' }],
      standby: [{ unit: 'secondary' }],
    });
    for (const secondary of ['off', 'failed'] as const)
      expect(
        addressOwners({ ...pair, units: { primary: 'active', secondary } }, plain, learnt).standby,
      ).to.deep.equal([]);
  });

  it('is all that any answer names of addresses', () => {
    const known = ownersSay.map(({ id }) => id as string);
    for (const setting of [plain, virtual])
      for (const course of [[], [lost], [lost, booting], [lost, mateLost, mateBooting]])
        expect([...known, 'MAC-NOT-ON-LINKS']).to.include.members([
          ...after(setting, ...course).requirements,
        ]);
    for (const link of ['failover', 'state'] as const)
      expect([...known, 'MAC-NOT-ON-LINKS']).to.include.members([
        ...linkOwners(link, pair, burnedIn).requirements,
      ]);
  });
});

describe('the virtual address of an interface', () => {
  const all: MacSetting = {
    burnedIn,
    byInterface: { active: 'i', standby: 'i2' },
    byFailover: { active: 'f', standby: 'f2' },
    auto: { active: 'a', standby: 'a2' },
    portNumber: 2,
  };
  const { byInterface: _i, ...second } = all;
  const { byFailover: _f, ...third } = second;
  const { auto: _a, ...last } = third;

  it('follows the order of preference', () => {
    for (const group of [undefined, 1] as const)
      expect([all, second, third].map((setting) => virtualMac(setting, group)?.active)).to.deep.equal([
        'i',
        'f',
        'a',
      ]);
    expect(virtualMac(last)).to.equal(undefined);
    const orders = [undefined, 1 as const].map(
      (group) => virtualMac(all, group)?.requirements[0]?.id as string,
    );
    expect(orders).to.deep.equal(['MAC-ORDER', 'MAC-AA-ORDER']);
    expect(virtualMac(last, 2)?.active).to.equal('00a0.c902.0201');
  });

  it('has the port, the group and the role in its default', () => {
    expect(defaultGroupMac(10, 1)).to.deep.equal({ active: '00a0.c90a.0101', standby: '00a0.c90a.0102' });
    expect(defaultGroupMac(16, 2).active).to.equal('00a0.c910.0201');
  });
});

describe('what the secondary knows of the addresses of the primary', () => {
  const units = (
    primary: 'active' | 'failed' | 'off' | 'init',
    secondary: 'standby-ready' | 'failed' | 'off' | 'init',
  ) => ({ units: { primary, secondary }, failoverLink: 'up' }) as const;
  const unknown = { secondaryKnowsPrimary: false };
  const knows = (
    before: typeof exchanged,
    stimulus: Stimulus,
    now: Parameters<typeof macHistoryAfter>[2],
  ): boolean => macHistoryAfter(before, stimulus, now).secondaryKnowsPrimary;

  it('is learnt where both run and hear each other', () => {
    expect(knows(unknown, booting, units('active', 'standby-ready'))).to.equal(true);
    expect(knows(unknown, booting, units('failed', 'failed'))).to.equal(true);
    for (const now of [units('init', 'standby-ready'), units('active', 'init'), units('active', 'off')])
      expect(knows(unknown, booting, now)).to.equal(false);
    expect(knows(unknown, booting, { ...units('active', 'standby-ready'), failoverLink: 'down' })).to.equal(
      false,
    );
    expect(knows(unknown, booting, { ...units('active', 'standby-ready'), disabled: true })).to.equal(false);
  });

  it('is forgotten by a secondary that is lost or boots, and by nothing else', () => {
    const apart = units('off', 'off');
    for (const stimulus of [mateLost, mateBooting, { stimulus: 'both-units-booting' }] as const)
      expect(knows(exchanged, stimulus, apart), stimulus.stimulus).to.equal(false);
    for (const stimulus of [lost, booting, cut, { stimulus: 'told-active', unit: 'secondary' }] as const)
      expect(knows(exchanged, stimulus, apart), stimulus.stimulus).to.equal(true);
  });
});
