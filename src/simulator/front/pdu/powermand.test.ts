import { expect } from 'chai';
import { itWith, peers } from '../peers.test-support.ts';
import { Powermand } from './powermand.test-support.ts';
import { closeServed, delayMs, powers, serve } from './served-pdu.test-support.ts';

describe('a simulated web power switch behind powermand', () => {
  let powermand: Powermand | undefined;
  afterEach(async () => {
    await powermand?.stop();
    powermand = undefined;
    await closeServed();
  });

  itWith(peers.powermand, 'is switched, and read back', async () => {
    const served = await serve('digital-loggers');
    powermand = new Powermand();
    await powermand.start(served.where);
    const off = await powermand.ask('-0', 'fw3');
    expect(off.stdout).to.match(/Command completed successfully/);
    await served.clock.advance(delayMs);
    expect(powers(served)).to.equal('on on off on');
    expect((await powermand.ask('-q')).stdout)
      .to.match(/^on: +fw\[1-2,4\]$/m)
      .and.match(/^off: +fw3$/m);
    await powermand.ask('-1', 'fw3');
    await served.clock.advance(delayMs);
    expect((await powermand.ask('-q')).stdout).to.match(/^on: +fw\[1-4\]$/m);
  });
});
