import { expect } from 'chai';
import { isSamePort } from './same-port.ts';

describe('names of a switch port', () => {
  for (const [one, other, isSame] of [
    ['GigabitEthernet1/0/3', 'GigabitEthernet1/0/3', true],
    ['Gi1/0/3', 'GigabitEthernet1/0/3', true],
    ['gigabitethernet 1/0/3', 'Gi1/0/3', true],
    ['g1/0/3', 'GIGABITETHERNET1/0/3', true],
    ['Gi1/0/3', 'Gi1/0/31', false],
    ['Gi1/0/3', 'Fa1/0/3', false],
    ['Gi1/0/3', 'TenGigabitEthernet1/0/3', false],
    ['uplink', 'UPLINK', true],
    ['uplink', 'Gi1/0/3', false],
  ] as const)
    it(`${one} and ${other} ${isSame ? 'may mean one' : 'mean two'}`, () => {
      expect(isSamePort(one, other)).to.equal(isSame);
      expect(isSamePort(other, one)).to.equal(isSame);
    });
});
