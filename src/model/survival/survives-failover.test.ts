import { expect } from 'chai';
import { requirements } from '../requirements.ts';
import { stateInformation } from './state-information.ts';
import type { StateInformation, StateKind } from './state-information.ts';
import { survivesFailover } from './survives-failover.ts';
import type { StatefulSetting } from './survives-failover.ts';

const kinds = Object.keys(stateInformation) as StateKind[];
const stateful: StatefulSetting = {
  stateLink: 'up',
  replicatesHttp: false,
  firewall: 'routed',
  contexts: 'single',
  mode: 'active-standby',
};
const { stateLink: _, ...stateless } = stateful;
const surviving = (setting: StatefulSetting): readonly string[] =>
  kinds.filter((kind) => survivesFailover(kind, setting).survives === 'yes');

describe('what survives a failover (Table 13-6)', () => {
  const plain = ['nat', 'tcp', 'udp', 'arp', 'gtp', 'sip', 'softphoneCall', 'webVpnElements'];

  it('is the left column, by what is configured', () => {
    expect(surviving(stateful)).to.have.members([...plain, 'ipsec']);
    expect(surviving({ ...stateful, replicatesHttp: true })).to.have.members([...plain, 'ipsec', 'http']);
    expect(surviving({ ...stateful, firewall: 'transparent' })).to.have.members([
      ...plain,
      'ipsec',
      'bridge',
    ]);
    expect(surviving({ ...stateful, contexts: 'multiple' })).to.have.members(plain);
    expect(surviving({ ...stateful, contexts: 'multiple', mode: 'active-active' })).to.have.members(plain);
  });

  it('is nothing without Stateful Failover, where every connection is dropped', () => {
    expect(surviving(stateless)).to.deep.equal([]);
    for (const kind of ['tcp', 'udp', 'http', 'ipsec', 'sip'] as const) {
      const { survives, requirements: named } = survivesFailover(kind, stateless);
      expect(survives, kind).to.equal('no');
      expect(named).to.include('STATE-STATELESS-DROPS');
    }
    expect(survivesFailover('arp', stateless).survives).to.equal('open');
  });

  it('is nothing that was made while the state link was down', () => {
    expect(surviving({ ...stateful, stateLink: 'down' })).to.deep.equal([]);
    expect(survivesFailover('tcp', { ...stateful, stateLink: 'down' })).to.deep.include({
      survives: 'no',
      requirements: ['STATE-STALE-WITHOUT-LINK'],
    });
    expect(survivesFailover('tcp', { ...stateful, stateLink: 'stale' }).survives).to.equal('open');
  });

  it('is promised by its row, that it is continuous, and by what takes it away', () => {
    const by = (kind: StateKind, setting: StatefulSetting): string =>
      survivesFailover(kind, setting).requirements.join(' ');
    expect(by('tcp', stateful)).to.equal('STATE-TCP STATE-SESSIONS-SURVIVE STATE-CONTINUOUS');
    expect(by('tcp', { ...stateful, stateLink: 'down' })).to.equal('STATE-STALE-WITHOUT-LINK');
    expect(by('tcp', { ...stateful, stateLink: 'stale' })).to.equal('STATE-STALE-WITHOUT-LINK');
    expect(by('tcp', stateless)).to.equal('CFG-STATE-LINK-NEEDED STATE-STATELESS-DROPS');
    expect(by('arp', stateless)).to.equal('CFG-STATE-LINK-NEEDED STATE-STATELESS-DROPS');
  });

  it('is never the right column', () => {
    const right = kinds.filter((kind) => (stateInformation[kind] as StateInformation).fate === 'not-passed');
    expect(right).to.include.members(['uauth', 'routes', 'modules', 'leases']);
    for (const kind of right)
      for (const replicatesHttp of [true, false])
        expect(survivesFailover(kind, { ...stateful, replicatesHttp }).survives, kind).to.equal('no');
  });

  it('names requirements of the catalogue', () => {
    const known = requirements.map(({ id }) => id as string);
    for (const kind of kinds)
      for (const setting of [stateful, stateless, { ...stateful, stateLink: 'down' as const }]) {
        const { requirements: named, because } = survivesFailover(kind, setting);
        expect(named).to.not.be.empty;
        expect(known).to.include.members([...named]);
        expect(because).to.match(/\S/);
      }
  });
});
