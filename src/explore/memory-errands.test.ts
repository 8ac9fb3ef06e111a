import { expect } from 'chai';
import { bringUp, instruments, putLines } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { toldBy } from './told-by.test-support.ts';

const never = new AbortController().signal;

describe('what hosts of a simulated bench are told to do with the pair', function () {
  this.timeout(60_000);
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench(['errands']);
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  const told = (name: string): Promise<string> => toldBy(opened, name);
  const enter = async (...lines: string[]): Promise<void> => {
    const { bench, run } = opened;
    await run(putLines(bench.consoles.primary, bench, lines, { signal: never }));
  };

  it('comes to nothing where the pair is not configured for it', async () => {
    expect(await told('new-lease')).to.equal('inside got no address');
    expect(await told('new-tunnel')).to.equal('outside tunnel not agreed');
  });

  it('is a lease and a tunnel where it is', async () => {
    await enter('dhcpd address 198.51.100.50-198.51.100.60 inside', 'dhcpd enable inside');
    await enter('crypto map m 10 match address from-outside', 'crypto map m interface outside');
    await enter('crypto isakmp enable outside');
    expect(await told('new-lease')).to.equal('inside leased 198.51.100.50');
    expect(await told('new-tunnel')).to.equal('outside tunnel agreed');
    expect(await told('new-call')).to.equal('inside call open');
    expect(await told('new-context')).to.equal('inside context made');
  });

  it('is missing where nobody can be told', () => {
    const { topology } = opened.bench;
    expect(instruments['new-lease']?.missing({ topology })).to.match(/^no host of the bench /);
    expect(instruments['new-lease']?.missing(opened.bench)).to.equal(undefined);
  });
});
