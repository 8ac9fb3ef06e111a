import { expect } from 'chai';
import { measure } from './benchmark.ts';

describe('the benchmark', () => {
  it('plays a quarter of an hour, the same one each time', async () => {
    const minutes = (await measure(2)).map(({ virtualMinutes }) => virtualMinutes);
    expect(minutes[0]).to.be.within(15, 17);
    expect(minutes[1]).to.equal(minutes[0]);
  });
});
