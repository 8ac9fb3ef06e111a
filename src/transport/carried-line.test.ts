import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { Carrier } from './carried-line.ts';
import { CarriedLine } from './carried-line.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

function lineOver(carrier: Partial<Carrier> = {}) {
  const clock = new VirtualClock();
  const line = new CarriedLine('test line', clock, {
    send: async () => undefined,
    end: async () => undefined,
    ...carrier,
  });
  return { clock, line };
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof Error) return settled.reason;
  throw new Error('expected a rejection with an error');
}

describe('a line over any carrier', () => {
  it('hands over without loss when one listener leaves and another comes', () => {
    const { line } = lineOver();
    const seen: string[] = [];
    line.arrived(Buffer.from('a'));
    const leave = line.onBytes((bytes) => seen.push(`first ${text(bytes)}`));
    line.arrived(Buffer.from('b'));
    leave();
    line.arrived(Buffer.from('c'));
    line.onBytes((bytes) => seen.push(`second ${text(bytes)}`));
    expect(seen).to.deep.equal(['first a', 'first b', 'second c']);
  });

  it('does not tell the same bytes again to whoever takes over in the middle of them', () => {
    const { line } = lineOver();
    const seen: string[] = [];
    const leave = line.onBytes((bytes) => {
      seen.push(`first ${text(bytes)}`);
      leave();
      line.onBytes((later) => seen.push(`second ${text(later)}`));
    });
    line.arrived(Buffer.from('a'));
    line.arrived(Buffer.from('b'));
    expect(seen).to.deep.equal(['first a', 'second b']);
  });

  it('ends when a write stalls: what was typed may still arrive, at whatever stands there by then', async () => {
    let ends = 0;
    const carrier = { send: () => new Promise<void>(() => undefined), end: async () => void (ends += 1) };
    const { line, clock } = lineOver(carrier);
    const said: (Error | undefined)[] = [];
    line.onClosed((why) => said.push(why));
    const stalled = await clock.runUntil(failure(line.write(Buffer.from('reload'))));
    expect(stalled.message).to.contain('takes no bytes');
    expect(line.open).to.equal(false);
    expect(said).to.deep.equal([stalled]);
    await line.close();
    expect(ends).to.equal(1);
  });

  it('keeps the instant of arrival of what it kept', async () => {
    const { line, clock } = lineOver();
    await clock.advance(70);
    line.arrived(Buffer.from('a'));
    await clock.advance(30);
    const seen: number[] = [];
    line.onBytes((_bytes, atMs) => seen.push(atMs));
    expect(seen).to.deep.equal([70]);
  });

  it('gives the last words of a far end that is gone to whoever listens later', () => {
    const { line } = lineOver();
    line.arrived(Buffer.from('Port already in use'));
    line.ended(new BenchError('test line', 'the far end closed the line'));
    const seen: string[] = [];
    line.onBytes((bytes) => seen.push(text(bytes)));
    expect(seen).to.deep.equal(['Port already in use']);
  });

  it('keeps the last megabyte of a flood that nobody listens to', () => {
    const { line } = lineOver();
    for (let piece = 0; piece < 300; piece++) line.arrived(Buffer.alloc(10_000, piece));
    const seen: Uint8Array[] = [];
    line.onBytes((bytes) => seen.push(bytes));
    expect(seen.map((bytes) => bytes[0])).to.deep.equal(
      Array.from({ length: 104 }, (_, index) => (196 + index) % 256),
    );
  });

  it('tells of its end once, with the first reason', () => {
    const { line } = lineOver();
    const seen: (string | undefined)[] = [];
    line.onClosed((why) => seen.push(why?.message));
    line.ended(new Error('one'));
    line.ended(new Error('two'));
    line.onClosed((why) => seen.push(why?.message));
    expect(seen).to.deep.equal(['one', 'one']);
  });

  it('does not tell who has cancelled', () => {
    const { line } = lineOver();
    const seen: unknown[] = [];
    line.onClosed(() => seen.push('closed'))();
    line.ended(new Error('one'));
    expect(seen).to.deep.equal([]);
  });

  it('a far end that takes nothing fails the write within its bound', async () => {
    const { line, clock } = lineOver({ send: () => new Promise<never>(() => undefined) });
    const error = await clock.runUntil(failure(line.write(Uint8Array.of(1))));
    expect(error).to.be.instanceOf(BenchError);
    expect(error.message).to.contain('test line').and.to.contain('flow control');
    expect(clock.nowMs()).to.equal(10_000);
  });

  it('a far end that cannot be let go of does not hold the closing', async () => {
    const { line, clock } = lineOver({ end: () => new Promise<never>(() => undefined) });
    await clock.runUntil(line.close());
    expect(clock.nowMs()).to.equal(3000);
    expect(line.open).to.equal(false);
  });

  it('ends its carrier once, also after the far end is gone', async () => {
    let ends = 0;
    const { line } = lineOver({ end: async () => void (ends += 1) });
    line.ended(new Error('gone'));
    await Promise.all([line.close(), line.close()]);
    await line.close();
    expect(ends).to.equal(1);
  });
});
