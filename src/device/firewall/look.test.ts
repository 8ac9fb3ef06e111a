import { expect } from 'chai';
import { isLook } from './look.ts';

describe('a line that only looks', () => {
  it('is told from one that does something', () => {
    for (const line of [
      'show failover',
      ' show running-config all',
      'terminal pager 0',
      'changeto system',
      '',
    ])
      expect(isLook(line), line).to.equal(true);
    for (const line of [
      'no failover active',
      'reload noconfirm',
      'failover exec mate show version',
      'show tech-support file disk0:x',
      'show running-config | redirect disk0:x',
      'showdown',
      'write memory',
      'terminal monitor',
      'configure terminal',
    ])
      expect(isLook(line), line).to.equal(false);
  });
});
