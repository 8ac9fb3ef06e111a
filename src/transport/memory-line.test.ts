import { expect } from 'chai';
import { VirtualClock } from '../virtual-clock.ts';
import { memoryLines } from './memory-line.ts';

describe('memory line on a virtual clock', () => {
  it('delivers after the latency, in order, with the instant of arrival', async () => {
    const clock = new VirtualClock();
    const [near, far] = memoryLines(clock, { latencyMs: 40 });
    const seen: string[] = [];
    far.onBytes((bytes, atMs) => seen.push(`${atMs} ${Buffer.from(bytes).toString()}`));
    await near.write(Buffer.from('one'));
    await clock.advance(10);
    await near.write(Buffer.from('two'));
    await clock.advance(29);
    expect(seen).to.deep.equal([]);
    await clock.advance(100);
    expect(seen).to.deep.equal(['40 one', '50 two']);
  });

  it('delivers what was under way before it tells of the hang-up', async () => {
    const clock = new VirtualClock();
    const [near, far] = memoryLines(clock, { latencyMs: 40 });
    const seen: string[] = [];
    far.onBytes((bytes) => seen.push(Buffer.from(bytes).toString()));
    far.onClosed((why) => seen.push(`closed at ${clock.nowMs()}: ${why?.message}`));
    await near.write(Buffer.from('last words'));
    await clock.runUntil(near.close());
    await clock.advance(100);
    expect(seen).to.deep.equal(['last words', 'closed at 40: memory b: the far end closed the line']);
  });

  it('is not changed by what the writer does with its bytes afterwards', async () => {
    const clock = new VirtualClock();
    const [near, far] = memoryLines(clock);
    const bytes = Uint8Array.of(1, 2, 3);
    await near.write(bytes);
    bytes.fill(9);
    await clock.advance(1);
    const seen: number[] = [];
    far.onBytes((arrived) => seen.push(...arrived));
    expect(seen).to.deep.equal([1, 2, 3]);
  });
});
