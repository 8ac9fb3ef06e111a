import { expect } from 'chai';
import { answeredShare } from './ping.ts';

describe('the answer to ping', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['!!!!!\nSuccess rate is 100 percent (5/5), round-trip min/avg/max = 1/1/10 ms', 1],
    ['?????\nSuccess rate is 0 percent (0/5)', 0],
    ['\t192.0.2.7 response received -- 0ms\n\t192.0.2.7 response received -- 0ms', 1],
    ['\t192.0.2.7 NO response received -- 1000ms\n\t192.0.2.7 response received -- 0ms', 0.5],
  ];
  for (const [output, share] of cases)
    it(`is ${share} of ${JSON.stringify(output.split('\n').at(-1))}`, () =>
      expect(answeredShare(output)).to.equal(share));

  it('is none where it says nothing of echoes', () =>
    expect(() => answeredShare('No route to host 192.0.2.7')).to.throw('No route to host'));
});
