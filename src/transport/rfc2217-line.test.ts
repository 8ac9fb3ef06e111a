/** The answers of a console server, on bytes: what real ones do is held against `ser2net` elsewhere. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { expect } from 'chai';
import { realClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { eventually, portOf } from './far-end.test-support.ts';
import type { Rfc2217Line } from './index.ts';
import { openRfc2217Line } from './index.ts';
import { framedComPort } from './telnet.ts';

const [DO, DONT, SB, SE, IAC] = [253, 254, 250, 240, 255];
const offer = [IAC, 251, 44];

/** The real clock, but that what waits for seconds waits for that many twentieths. */
const hasty: Clock = { ...realClock, after: (ms, then) => realClock.after(ms / 20, then) };

/** Takes the orders of one caller. */
class ComPortServer {
  readonly orders: number[][] = [];
  readonly heard: number[] = [];
  readonly socket: Socket;

  constructor(socket: Socket, answer: (order: readonly number[]) => readonly number[] | undefined) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      this.heard.push(...bytes);
      let end: number;
      while ((end = this.#end()) >= 0) {
        const begin = this.heard.findIndex((byte, at) => byte === IAC && this.heard[at + 1] === SB);
        const order = this.heard.slice(begin + 3, end);
        this.heard.splice(begin, end + 2 - begin);
        this.orders.push(order);
        const said = answer(order);
        if (said) this.say(said);
      }
    });
  }

  say(payload: readonly number[]): void {
    this.socket.write(framedComPort(Uint8Array.from(payload)));
  }

  #end(): number {
    return this.heard.findIndex((byte, at) => byte === IAC && this.heard[at + 1] === SE);
  }
}

const obedient = ([command = 0, ...value]: readonly number[]): readonly number[] => [command + 100, ...value];

describe('RFC 2217 line', () => {
  const closing: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  async function opened(
    greeting: readonly number[],
    answer: (order: readonly number[]) => readonly number[] | undefined = obedient,
    clock: Clock = realClock,
  ): Promise<{ line: Rfc2217Line; far: ComPortServer; warnings: string[] }> {
    let far: ComPortServer | undefined;
    const server = createServer({ noDelay: true }, (socket) => {
      far = new ComPortServer(socket, answer);
      socket.write(Uint8Array.from(greeting));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(async () => {
      far?.socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    });
    const warnings: string[] = [];
    const at = { host: '127.0.0.1', port: portOf(server), warn: (text: string) => warnings.push(text) };
    const line = await openRfc2217Line(at, clock);
    closing.push(() => line.close());
    await eventually('somebody called', () => far !== undefined);
    return { line, far: far!, warnings };
  }

  async function refusal(promise: Promise<unknown>): Promise<string> {
    const [settled] = await Promise.allSettled([promise]);
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('expected a BenchError');
  }

  it('offers first, orders once it is agreed on, and holds every answer against its order', async () => {
    const { line, far } = await opened([IAC, DO, 44]);
    await line.apply({});
    const settings = [
      [1, 0, 0, 37, 128],
      [2, 8],
      [3, 1],
      [4, 1],
      [5, 1],
    ];
    expect(far.orders.slice(0, 5)).to.deep.equal(settings);
    expect(far.heard).to.deep.equal(offer);
  });

  it('never holds the line in opening, setting, writing or closing it', async () => {
    const { line, far } = await opened([IAC, DO, 44]);
    await line.apply({ dtr: true, rts: true });
    await line.write(Uint8Array.from({ length: 256 }, (_, value) => value));
    await line.purge('both');
    await line.close();
    await eventually('it is closed', () => far.socket.readableEnded || far.socket.destroyed);
    expect(far.orders.filter(([command, value]) => command === 5 && value === 5)).to.deep.equal([]);
    expect(Buffer.from(far.heard).includes(Buffer.from([255, 255, 255, 243]))).to.equal(false);
  });

  it('holds the line when it is told to, and lets go', async () => {
    const { line, far } = await opened([IAC, DO, 44], obedient, hasty);
    await line.apply({});
    far.orders.length = 0;
    await line.sendBreak();
    expect(far.orders.filter(([command]) => command === 5)).to.deep.equal([
      [5, 5],
      [5, 6],
    ]);
  });

  it('lets go of the line even when the server does not say that it holds it', async () => {
    const { line, far } = await opened(
      [IAC, DO, 44],
      (order) => (order[1] === 5 && order[0] === 5 ? undefined : obedient(order)),
      hasty,
    );
    await line.apply({});
    expect(await refusal(line.sendBreak())).to.contain('break on');
    expect(far.orders.at(-1)).to.deep.equal([5, 6]);
  });

  const wrong: readonly (readonly [string, readonly number[], Parameters<typeof opened>[1], RegExp])[] = [
    ['refuses the option', [IAC, DONT, 44], obedient, /refuses COM-PORT-OPTION/],
    ['is no telnet server', [102, 119, 62], obedient, /does not answer to COM-PORT-OPTION/],
    [
      'sets another speed',
      [IAC, DO, 44],
      ([command = 0, ...value]) => [command + 100, ...(command === 1 ? [0, 0, 75, 0] : value)],
      /does not take 9600 baud: it set 19200 for 9600/,
    ],
    ['falls silent', [IAC, DO, 44], () => undefined, /does not answer to 9600 baud within 2 s/],
  ];
  for (const [title, greeting, answer, said] of wrong)
    it(`says so when the server ${title}`, async () => {
      const { line } = await opened(greeting, answer, hasty);
      expect(await refusal(line.apply({}))).to.match(said);
    });

  it('does not wait for a server that hung up', async () => {
    const { line, far } = await opened([IAC, DO, 44], () => {
      far.socket.end();
      return undefined;
    });
    expect(await refusal(line.apply({}))).to.match(/9600 baud/);
  });

  it('writes nothing while the server says so', async () => {
    const { line, far } = await opened([IAC, DO, 44]);
    await line.apply({});
    let seen = false;
    line.onBytes(() => (seen = true));
    far.say([108]);
    far.socket.write('!');
    await eventually('it was told', () => seen);
    let written = false;
    const writing = line.write(Uint8Array.of(65)).then(() => (written = true));
    await line.purge('received');
    expect(written).to.equal(false);
    far.say([109]);
    await writing;
  });

  it('tells of errors on the line and of signals, but not for ever', async () => {
    const { line, far, warnings } = await opened([IAC, DO, 44]);
    await line.apply({});
    far.say([107, 0b1000_1000]);
    for (let count = 0; count < 50; count += 1) far.say([106, 8]);
    await eventually('it was told', () => warnings.length >= 10);
    await line.purge('typed');
    expect(warnings[0]).to.contain('CD on');
    expect(warnings[1]).to.contain('framing error').and.to.contain('speed');
    expect(warnings).to.have.length(10);
  });
});
