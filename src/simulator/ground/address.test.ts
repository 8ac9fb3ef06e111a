import { expect } from 'chai';
import * as fc from 'fast-check';
import { freeAddress, inSameSubnet, ipNumber, ipText, isMask, networkOf } from './address.ts';

describe('IPv4 addresses', () => {
  it('are numbers and back', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(ipText(ipNumber(text)!)).to.equal(text);
      }),
    );
    for (const text of ['1.2.3', '1.2.3.256', '1.2.3.4.5', 'a.b.c.d', ''])
      expect(ipNumber(text), text).to.equal(undefined);
  });

  it('have masks of ones, then zeros', () => {
    for (const mask of ['0.0.0.0', '128.0.0.0', '255.255.255.252', '255.255.255.255'])
      expect(isMask(mask), mask).to.equal(true);
    for (const mask of ['255.0.255.0', '0.0.0.255', '255.255.255.253', 'x'])
      expect(isMask(mask), mask).to.equal(false);
  });

  it('share a subnet or not', () => {
    expect(inSameSubnet('10.0.0.1', '10.0.0.2', '255.255.255.252')).to.equal(true);
    expect(inSameSubnet('10.0.0.1', '10.0.0.5', '255.255.255.252')).to.equal(false);
    expect(inSameSubnet('203.0.113.1', '203.0.113.254', '255.255.255.0')).to.equal(true);
    expect(inSameSubnet('10.0.0.1', 'nonsense', '255.255.255.0')).to.equal(false);
  });

  it('lie in a network', () => {
    expect(networkOf('203.0.113.77', '255.255.255.240')).to.equal('203.0.113.64');
    expect(networkOf('10.1.2.3', '0.0.0.0')).to.equal('0.0.0.0');
    expect(networkOf('dhcp', '255.255.255.0')).to.equal(undefined);
  });

  it('are found free from the top of a subnet', () => {
    expect(freeAddress('10.0.0.1', '255.255.255.0', ['10.0.0.1'])).to.equal('10.0.0.254');
    expect(freeAddress('203.0.113.1', '255.255.255.248', ['203.0.113.6', '203.0.113.5'])).to.equal(
      '203.0.113.4',
    );
    expect(freeAddress('10.0.0.1', '255.255.255.252', ['10.0.0.1', '10.0.0.2'])).to.equal(undefined);
  });
});
