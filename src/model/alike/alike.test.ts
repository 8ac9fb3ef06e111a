import { expect } from 'chai';
import { system } from '../requirement/system.ts';
import { cablings, cablingSays, findsRoom, latencyIs } from './cabling.ts';
import { mustBeEqual, unlike } from './must-be-equal.ts';
import { kindsSay, preconditions, standsAgainst } from './pair-possible.ts';
import type { FailoverKind } from './pair-possible.ts';
import type { UnitMake } from './unit-make.ts';

const unit: UnitMake = {
  model: 'ASA5520',
  interfaces: ['GigabitEthernet0/0', 'GigabitEthernet0/1'],
  ramMegabytes: 512,
  flashMegabytes: 256,
  firewall: 'routed',
  contexts: 'multiple',
  firmware: '8.2(1)',
  failoverLicence: 'Active/Active',
  features: { 'VPN Peers': '750' },
  modules: ['SSM-10'],
  moduleVersions: ['7.0(1)'],
};
const ids = (of: readonly { readonly requirement: { readonly id: string } }[]): readonly string[] =>
  of.map(({ requirement }) => requirement.id);

describe('what both units must have in common', () => {
  const rows: readonly (readonly [Partial<UnitMake>, readonly string[]])[] = [
    [{}, []],
    [{ model: 'ASA5540' }, ['SYS-SAME-MODEL']],
    [{ interfaces: ['GigabitEthernet0/0'] }, ['SYS-SAME-INTERFACES']],
    [{ interfaces: ['GigabitEthernet0/1', 'GigabitEthernet0/0'] }, []],
    [{ interfaces: ['GigabitEthernet0/0', 'Ethernet0/1'] }, ['SYS-SAME-INTERFACES']],
    [{ ramMegabytes: 1024 }, ['SYS-SAME-RAM']],
    [{ flashMegabytes: 64 }, []],
    [{ firewall: 'transparent' }, ['SYS-SAME-MODE']],
    [{ contexts: 'single' }, ['SYS-SAME-MODE']],
    [{ firmware: '8.2(5)' }, []],
    [{ firmware: '8.3(1)' }, ['SYS-SAME-VERSION']],
    [{ firmware: '9.2(1)' }, ['SYS-SAME-VERSION']],
    [{ firmware: 'interim' }, ['SYS-SAME-VERSION']],
    [{ features: { 'VPN Peers': '250' } }, ['SYS-SAME-LICENSED-FEATURES']],
    [{ features: {} }, ['SYS-SAME-LICENSED-FEATURES']],
    [{ modules: ['SSM-20'] }, ['SYS-SAME-MODULES']],
    [{ moduleVersions: ['7.0(2)'] }, []],
  ];
  for (const [changed, expected] of rows)
    it(`${JSON.stringify(changed)}: ${expected.join() || 'alike enough'}`, () =>
      expect(ids(unlike(unit, { ...unit, ...changed }))).to.deep.equal(expected));

  it('may differ in its version while it is upgraded, and in nothing else', () => {
    const mate: UnitMake = { ...unit, firmware: '8.3(1)', ramMegabytes: 1024 };
    expect(ids(unlike(unit, mate, 'upgrading'))).to.deep.equal(['SYS-SAME-RAM']);
    expect(ids(unlike(unit, mate))).to.deep.equal(['SYS-SAME-RAM', 'SYS-SAME-VERSION']);
  });

  it('compares versions that have no number by their whole text', () => {
    expect(ids(unlike({ ...unit, firmware: 'interim' }, { ...unit, firmware: 'interim' }))).to.deep.equal([]);
    expect(ids(unlike({ ...unit, firmware: 'interim' }, { ...unit, firmware: 'daily' }))).to.deep.equal([
      'SYS-SAME-VERSION',
    ]);
  });

  it('says nothing of what is not known of both', () => {
    expect(unlike({}, unit)).to.deep.equal([]);
    expect(unlike(unit, {})).to.deep.equal([]);
    for (const { what, isEqual } of mustBeEqual) {
      expect(isEqual(unit, unit), what).to.equal(true);
      expect(isEqual(unit, {}), what).to.equal(undefined);
    }
  });
});

describe('what a kind of failover needs', () => {
  const plain: FailoverKind = { kind: 'active-standby', link: 'lan', stateful: false };
  const both: FailoverKind = { ...plain, kind: 'active-active' };
  const against = (wanted: FailoverKind, one: UnitMake, other = one): readonly string[] =>
    ids(standsAgainst(wanted, [one, other]));

  it('is multiple context mode for Active/Active', () => {
    expect(against(both, unit)).to.deep.equal([]);
    expect(against(both, { ...unit, contexts: 'single' })).to.deep.equal(['SYS-ACTIVE-ACTIVE-MULTIPLE']);
    expect(against(both, { ...unit, contexts: 'single' }, unit)).to.deep.equal([
      'SYS-ACTIVE-ACTIVE-MULTIPLE',
    ]);
    expect(against(both, unit, { ...unit, contexts: 'single' })).to.deep.equal([
      'SYS-ACTIVE-ACTIVE-MULTIPLE',
    ]);
    expect(against(plain, { ...unit, contexts: 'single' })).to.deep.equal([]);
  });

  it('is a PIX for the cable', () => {
    const cable: FailoverKind = { ...plain, link: 'cable' };
    expect(against(cable, unit)).to.deep.equal(['SYS-CABLE-PIX-ONLY']);
    expect(against(cable, { model: 'PIX-515E' })).to.deep.equal([]);
    expect(against(cable, { model: 'PIX-515E' }, unit)).to.deep.equal(['SYS-CABLE-PIX-ONLY']);
    expect(against(cable, {})).to.deep.equal([]);
  });

  it('is a licence on both, for the kind', () => {
    const some: UnitMake = { failoverLicence: 'Active/Standby' };
    expect(against(plain, some)).to.deep.equal([]);
    expect(against(both, some)).to.deep.equal(['SYS-LICENCE']);
    expect(against(both, unit, some)).to.deep.equal(['SYS-LICENCE']);
    expect(against(plain, unit, { failoverLicence: 'Disabled' })).to.deep.equal(['SYS-LICENCE']);
  });

  it('is an unrestricted licence on one PIX', () => {
    const pix = (pixLicence: UnitMake['pixLicence'] & string): UnitMake => ({ model: 'pix-525', pixLicence });
    expect(against(plain, pix('unrestricted'), pix('failover'))).to.deep.equal([]);
    expect(against(plain, pix('restricted'), pix('failover'))).to.deep.equal(['SYS-PIX-UNRESTRICTED']);
    expect(against(plain, pix('restricted'), { model: 'PIX' })).to.deep.equal([]);
    expect(against(plain, { ...unit, pixLicence: 'restricted' }, pix('restricted'))).to.deep.equal([]);
  });
});

describe('how they are cabled', () => {
  it('with a latency that has two bounds', () => {
    const rows = { 0: 'good', 9.9: 'good', 10: 'bearable', 250: 'bearable', 250.1: 'too-long' } as const;
    for (const [ms, is] of Object.entries(rows)) expect(latencyIs(Number(ms)), ms).to.equal(is);
  });

  it('and with room in Flash', () => {
    expect(findsRoom(10, 10)).to.equal(true);
    expect(findsRoom(11, 10)).to.equal(false);
  });

  it('which serves every requirement of the system, with what is alike', () => {
    const named = [
      ...ids([...mustBeEqual, ...preconditions, ...cablings]),
      ...[...kindsSay, ...cablingSays].map(({ id }) => id),
    ];
    expect(named).to.include.members(Object.values(system).map(({ id }) => id));
  });

  it('as strongly as the guides say it', () => {
    const words = Object.fromEntries(cablings.map(({ requirement, word }) => [requirement.id, word]));
    expect(words).to.deep.equal({
      'SYS-LINK-ALONE': 'must',
      'SYS-CROSSOVER': 'may',
      'SYS-CROSSOVER-BOTH-DOWN': 'must',
      'SYS-PORTFAST': 'should',
      'SYS-NO-CHANNEL-NO-TRUNK': 'must',
      'SYS-STATE-LINK-FASTEST': 'should',
      'SYS-STATE-LINK-CAPACITY': 'must',
      'SYS-NO-MANAGEMENT-PORT': 'should',
      'SYS-MODULES-INDEPENDENT': 'must',
      'CFG-STATE-LINK-CHOICES': 'may',
    });
  });
});
