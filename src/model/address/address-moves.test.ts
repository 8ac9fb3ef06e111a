import { expect } from 'chai';
import { addressMoves, sharedMacs } from './address-moves.ts';
import type { MacSetting } from './interface-addresses.ts';

const burnedIn = { primary: '0011.2233.0001', secondary: '0011.2233.0002' };
const port = (portNumber: number): MacSetting => ({ burnedIn, portNumber });

describe('the addresses that move at a failover', () => {
  it('are those of data, and not those of links', () =>
    expect(
      Object.fromEntries(addressMoves.map(({ requirement, moves }) => [requirement.id, moves])),
    ).to.deep.equal({
      'MAC-PAIRING-KEPT': true,
      'MAC-TRANSPARENT': true,
      'MAC-FAILOVER-LINK-STAYS': false,
      'MAC-STATE-LINK-STAYS': false,
      'MAC-STATE-LINK-ON-DATA-MOVES': true,
    }));
});

describe('two Active/Active pairs on one network', () => {
  it('share the default addresses of the same port', () => {
    expect(sharedMacs([port(1), port(2)], [port(2), port(3)])).to.deep.equal([
      '00a0.c902.0101',
      '00a0.c902.0102',
      '00a0.c902.0201',
      '00a0.c902.0202',
    ]);
    expect(sharedMacs([port(1)], [port(2)])).to.deep.equal([]);
  });

  it('share none that were assigned, unless they were assigned twice', () => {
    const assigned: MacSetting = {
      ...port(2),
      byFailover: { active: '0000.0000.0001', standby: '0000.0000.0002' },
    };
    expect(sharedMacs([assigned], [port(2)])).to.deep.equal([]);
    expect(sharedMacs([assigned], [assigned])).to.deep.equal(['0000.0000.0001', '0000.0000.0002']);
    const half: MacSetting = { ...port(2), byInterface: { active: '0000.0000.0003' } };
    expect(sharedMacs([half], [half])).to.deep.equal(['0000.0000.0003']);
    expect(sharedMacs([{ burnedIn }], [{ burnedIn }])).to.deep.equal([]);
  });
});
