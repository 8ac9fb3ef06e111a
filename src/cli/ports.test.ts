import { expect } from 'chai';
import { fover, workFolder } from './fover.test-support.ts';

describe('fover ports', function () {
  this.timeout(30_000);

  it('lists what is plugged in, for people and as JSON, and opens nothing', async () => {
    const folder = workFolder();
    const words = await fover(folder, ['ports']);
    expect(words.code).to.equal(0);
    const json = await fover(folder, ['ports', '--json']);
    const { ports, by } = JSON.parse(json.out) as { ports: { device: string }[]; by: string };
    expect(by).to.be.oneOf(['udev', 'folders']);
    for (const { device } of ports) expect(words.out).to.contain(device);
    expect(words.out.includes('udevadm is not there')).to.equal(by === 'folders');
  });
});
