/** What ser2net does with a line that is busy, set wrong, or served by a server that hangs. */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import type { Clock } from '../../clock.ts';
import { pause, realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { echoOfEveryByte, everyByte } from '../../transport/every-byte.test-support.ts';
import { eventually, portOf } from '../../transport/far-end.test-support.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import type { Accepter } from '../../transport/ser2net.test-support.ts';
import { newDevice, ptyTo, ser2net } from '../../transport/ser2net.test-support.ts';
import { openSerialLine } from '../../transport/index.ts';
import type { ConsoleWay } from './index.ts';
import { openConsole } from './index.ts';

const host = '127.0.0.1';
const clock = realClock;
/** What waits for seconds waits for tenths of them. */
const hasty: Clock = { ...realClock, after: (ms, then) => realClock.after(ms / 10, then) };

describe('consoles behind ser2net', function () {
  this.timeout(30_000);
  const closing: (() => unknown)[] = [];
  let heard = '';

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    heard = '';
  });

  /** A console that says what is typed at it, for as long as the test lasts. */
  async function echo(): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        heard += bytes.toString('latin1');
        socket.write(bytes);
      });
      closing.push(() => socket.destroy());
    }).listen(0, host);
    await once(server, 'listening');
    closing.push(() => server.close());
    return portOf(server);
  }

  async function served(test: AskingTest, accepter: Accepter) {
    const wire = await ptyTo(test, await echo());
    closing.push(wire.close);
    const server = await ser2net(test, accepter, wire.device, '19200n81');
    closing.push(server.close);
    return { device: wire.device, port: server.port, child: server.child };
  }

  async function opened(way: ConsoleWay, by: Clock = clock) {
    const { line } = await openConsole('primary console', [way], { clock: by });
    closing.push(() => line.close());
    return line;
  }

  async function refusal(way: ConsoleWay, by: Clock = clock): Promise<string> {
    const [settled] = await Promise.allSettled([openConsole('primary console', [way], { clock: by })]);
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('expected a BenchError');
  }

  it('are set by RFC 2217 as the topology says, and carry every byte', async function () {
    const { device, port } = await served(this, 'telnet(rfc2217),tcp');
    const rfc2217 = { baud: 38_400, dataBits: 8, flowControl: 'none' } as const;
    const line = await opened({ telnet: { host, port, rfc2217 } });
    expect(execFileSync('stty', ['-F', device]).toString()).to.contain('38400');
    expect(await echoOfEveryByte(line)).to.deep.equal(everyByte);
  });

  it('say so when the server knows no RFC 2217', async function () {
    const { port } = await served(this, 'telnet,tcp');
    const said = await refusal({ telnet: { host, port, rfc2217: {} } });
    expect(said).to.contain('COM-PORT-OPTION').and.to.contain('leave rfc2217 out');
  });

  for (const accepter of ['tcp', 'telnet,tcp', 'telnet(rfc2217),tcp'] as const)
    it(`say so when somebody has the line, by ${accepter}`, async function () {
      const { port } = await served(this, accepter);
      const way: ConsoleWay =
        accepter === 'tcp'
          ? { tcp: { host, port } }
          : { telnet: { host, port, ...(accepter === 'telnet,tcp' ? {} : { rfc2217: {} }) } };
      await opened(way);
      expect(await refusal(way)).to.contain('"Port already in use"');
    });

  it('that hangs: setting the line ends within its bound', async function () {
    const { port, child } = await served(this, 'telnet(rfc2217),tcp');
    child.kill('SIGSTOP');
    const said = await refusal({ telnet: { host, port, rfc2217: {} } }, hasty);
    expect(said).to.contain('does not answer to COM-PORT-OPTION');
  });

  for (const accepter of ['telnet,tcp', 'telnet(rfc2217),tcp'] as const)
    it(`that hangs in the middle: the line ends although nothing is written, by ${accepter}`, async function () {
      const { port, child } = await served(this, accepter);
      const line = await opened({ telnet: { host, port } }, hasty);
      const ended = new Promise<Error | undefined>((resolve) => line.onClosed(resolve));
      await pause(hasty, 5000);
      expect(line.open).to.equal(true);
      child.kill('SIGSTOP');
      expect((await ended)?.message)
        .to.contain('does not answer')
        .and.to.contain('hang');
    });

  it('that hangs in the middle: writing ends within its bound', async function () {
    const { port, child } = await served(this, 'tcp');
    const line = await opened({ tcp: { host, port } }, hasty);
    child.kill('SIGSTOP');
    const much = Buffer.alloc(1 << 20, 65);
    const failures: unknown[] = [];
    for (let count = 0; count < 64 && failures.length === 0; count += 1)
      await line.write(much).catch((error: unknown) => failures.push(error));
    expect(failures[0]).to.be.instanceOf(BenchError);
    expect(String(failures[0])).to.contain('takes no bytes');
  });

  it('have a pace of their own where the topology says so', async function () {
    const { port } = await served(this, 'tcp');
    const { line, paceMs } = await openConsole('primary console', [{ tcp: { host, port }, paceMs: 40 }], {
      clock,
    });
    closing.push(() => line.close());
    expect(paceMs).to.equal(40);
    await line.write(Buffer.from('x'));
    await eventually('it is typed', () => heard === 'x');
  });
});

describe('a serial adapter that is plugged out and in again', () => {
  it('ends the line, and is opened again by the same name', async function () {
    this.timeout(30_000);
    const sockets: (() => void)[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => socket.write(bytes));
      sockets.push(() => socket.destroy());
    }).listen(0, host);
    await once(server, 'listening');
    const device = newDevice();
    try {
      let wire = await ptyTo(this, portOf(server), device);
      const first = await openSerialLine({ device }, clock);
      const ended = new Promise<Error | undefined>((resolve) => first.onClosed(resolve));
      await wire.close();
      expect((await ended)?.message).to.contain('the device went away');
      wire = await ptyTo(this, portOf(server), device);
      const again = await openSerialLine({ device }, clock);
      let heard = '';
      again.onBytes((bytes) => (heard += Buffer.from(bytes).toString('latin1')));
      await again.write(Buffer.from('fw'));
      await eventually('it is heard', () => heard === 'fw');
      await again.close();
      await wire.close();
    } finally {
      for (const end of sockets) end();
      server.close();
    }
  });
});
