import { expect } from 'chai';
import { bringUp, instruments } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { toldBy } from './told-by.test-support.ts';

const never = new AbortController().signal;
const bootMs = 10_000;

describe('hands at a simulated bench', function () {
  this.timeout(60_000);
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench(['hands']);
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  const told = (name: string): Promise<string> => toldBy(opened, name);
  /** What `show version` of the secondary unit says in its hardware line and its number, when it has booted. */
  const plate = async (): Promise<readonly string[]> => {
    await opened.run(opened.bench.watch.waitFor('the boot', bootMs));
    const { output } = await opened.run(
      opened.bench.tell('secondary', 'show version | include ^Hardware:|Serial Number'),
    );
    return output.split(/\r?\n/).filter((line) => line !== '');
  };
  const openIntents = (): readonly string[] => opened.bench.journal.open.map(({ restores }) => restores);

  it('put another unit in the place of one, and the way back is in the journal', async () => {
    const serial = `Serial Number: ${opened.bench.topology.units.secondary.serial}`;
    expect((await plate()).at(-1)).to.equal(serial);
    expect(await told('secondary-of-another-model')).to.equal(
      'secondary exchanged for one of another model, ASA5545',
    );
    const [hardware, number] = await plate();
    expect(hardware).to.match(/^Hardware: +ASA5545, /);
    expect(number)
      .to.match(/^Serial Number: /)
      .and.not.equal(serial);
    expect(openIntents()).to.deep.equal(['secondary as it was made']);
    expect(await told('secondary-with-another-card')).to.match(
      /^secondary exchanged for one with another service card/,
    );
    expect((await plate())[0]).to.match(/^Hardware: +ASA5525, /);
    expect(await told('secondary-as-it-was')).to.equal('secondary as it was');
    expect(await plate()).to.deep.equal([(await plate())[0], serial]);
    expect(openIntents()).to.deep.equal([]);
  });

  it('put the first unit back when what is broken is mended', async () => {
    await told('secondary-with-other-memory');
    expect((await plate())[0]).to.contain(', 512 MB RAM,');
    expect(await opened.run(opened.bench.mend())).to.deep.equal([]);
    expect((await plate())[0]).to.contain(', 8192 MB RAM,');
    expect(openIntents()).to.deep.equal([]);
  });

  it('are missing where there are none', () => {
    const { topology } = opened.bench;
    const exchange = instruments['secondary-of-another-model'];
    expect(exchange?.missing({ topology })).to.match(/^it takes hands at the rack /);
    expect(exchange?.missing(opened.bench)).to.equal(undefined);
  });
});
