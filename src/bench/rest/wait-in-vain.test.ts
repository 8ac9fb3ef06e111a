/** Promise P10 for interfaces that wait for ever, on a virtual clock: the pair is blamed where the network is not the reason. */
import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import { bringUp } from './bring-up.ts';
import { PairUnsettled } from './pair-unsettled.ts';
import { openVirtualBench } from '../virtual-bench.test-support.ts';
import type { VirtualBench } from '../virtual-bench.test-support.ts';

const never = new AbortController().signal;

/** How a bring-up ends, after something was done to the bench. */
async function endOf(
  defects: readonly string[],
  first: (opened: VirtualBench) => Promise<unknown> = () => Promise.resolve(),
): Promise<unknown> {
  const opened = openVirtualBench([], defects);
  const { bench, run, discard } = opened;
  try {
    await run(first(opened));
    return await run(bringUp(bench, never)).then(
      () => 'steady',
      (error: unknown) => error,
    );
  } finally {
    await discard();
  }
}

const moved = (port: string) => (opened: VirtualBench) => {
  const sw1 = opened.bench.switches.get('sw1');
  return sw1 ? sw1.setVlan(port, 999) : Promise.reject(new Error('there is no sw1'));
};

describe('interfaces that wait for ever, on a virtual clock', function () {
  this.timeout(120_000);

  for (const [defect, requirement] of [
    ['sends-no-interface-hellos', 'IH-HELLO'],
    ['deaf-on-interfaces', 'IH-SECOND-HELLO'],
  ] as const)
    it(`are the doing of a pair with ${defect}`, async () => {
      const error = await endOf([defect]);
      expect(error).to.be.instanceOf(PairUnsettled);
      if (!(error instanceof PairUnsettled)) return;
      expect(error.wrongs.map(({ requirements }) => requirements).flat()).to.include(requirement);
      expect(error.wrongs.map(({ message }) => message).join('\n')).to.match(/outside[^]*inside/);
    });

  it('are nobody’s doing that is known of, where the ports are in two VLANs', async () => {
    for (const defects of [[], ['sends-no-interface-hellos']]) {
      // Both data interfaces: one of them would be enough to tell.
      const error = await endOf(defects, async (opened) => {
        await moved('GigabitEthernet1/0/2')(opened);
        await moved('GigabitEthernet1/0/4')(opened);
      });
      expect(error, defects.join()).to.be.instanceOf(BenchError);
      expect(error).to.have.property('message').that.contains('no steady state');
    }
  });
});
