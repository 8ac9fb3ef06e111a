import { expect } from 'chai';
import { VlanNumbers } from './vlan-numbers.ts';

describe('the VLANs of simulated switches', () => {
  it('are those of the segments, and those that a topology keeps empty', () => {
    const vlans = new VlanNumbers([999, 998, 102]);
    expect([vlans.numberOf('inside'), vlans.numberOf('outside'), vlans.numberOf('inside')]).to.deep.equal([
      101, 103, 101,
    ]);
    expect(vlans.all.map(({ id }) => id)).to.deep.equal([1, 101, 103, 999, 998, 102]);
    expect(vlans.exists(998)).to.equal(true);
    expect(vlans.exists(997)).to.equal(false);
  });
});
