/** Consoles that conserver keeps, by its own server; and its bytes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { echoOfEveryByte, everyByte } from '../../transport/every-byte.test-support.ts';
import { eventually, portOf } from '../../transport/far-end.test-support.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import { needsProgram } from '../../transport/peer.test-support.ts';
import { ended, freePort, listens } from '../../transport/ser2net.test-support.ts';
import { conserverWire } from './conserver-wire.ts';
import { openConsole } from './index.ts';

const host = '127.0.0.1';
/** `openssl passwd -5 -salt consoles pass-phrase` */
const crypted = '$5$consoles$93hDa2Ts3FITeVGnAVG2/87ABKEbvbDvS/f87NPTAR/';

describe('bytes of conserver', () => {
  const typed: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ['text', [65, 13, 0, 10], [65, 13, 0, 10]],
    ['its command byte doubled', [255, 65], [255, 255, 65]],
    ['the first key of its escape', [5, 65], [5, 65]],
    ['its escape as what it is', [5, 99], [5, 99, 92, 48, 48, 53, 99]],
    ['what may become its escape', [5], [5, 99, 92, 48, 48, 53]],
  ];
  for (const [title, bytes, wanted] of typed)
    it(`types ${title}`, () => {
      expect([...conserverWire().encode(Uint8Array.from(bytes))]).to.deep.equal(wanted);
    });

  const heard: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ['text', [65, 66], [65, 66]],
    ['a doubled command byte', [65, 255, 255, 66], [65, 255, 66]],
    ['a command', [65, 255, 90, 66], [65, 66]],
    ['two commands', [255, 71, 255, 46, 65], [65]],
    ['its escape, which is for servers', [5, 99], [5, 99]],
  ];
  for (const [title, bytes, wanted] of heard)
    it(`hears ${title}, however it is chopped`, () => {
      for (const size of [1, 2, 3, 100]) {
        const wire = conserverWire();
        const got: number[] = [];
        for (let at = 0; at < bytes.length; at += size)
          got.push(...wire.decode(Uint8Array.from(bytes.slice(at, at + size))));
        expect(got).to.deep.equal(wanted);
      }
    });
});

describe('consoles of conserver', function () {
  this.timeout(30_000);
  const closing: (() => unknown)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  /** A server that keeps one console, `fw1`, whose far end says everything back. */
  async function served(test: AskingTest, settings = 'sslrequired no;', users = '*any*:*'): Promise<number> {
    const program = needsProgram(test, 'conserver');
    const echo = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.pipe(socket);
    }).listen(0, host);
    await once(echo, 'listening');
    closing.push(() => echo.close());
    const folder = mkdtempSync(join(tmpdir(), 'fover-conserver-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'conserver.cf');
    const access = users === '*any*:*' ? 'trusted' : 'allowed';
    writeFileSync(
      file,
      `config * { ${settings} }
default full { rw *; }
default * { logfile /dev/null; timestamp ""; include full; }
console fw1 { master localhost; type host; host ${host}; port ${portOf(echo)}; protocol raw; }
access * { ${access} ${host}; }
`,
    );
    writeFileSync(join(folder, 'passwd'), `${users}\n`);
    const [port, group] = [await freePort(), await freePort()];
    const args = ['-C', file, '-P', join(folder, 'passwd'), '-p', `${port}`, '-b', `${group}`, '-M', host];
    const child = spawn(program, args, { stdio: 'ignore' });
    closing.push(async () => {
      // Its children, one for each group of consoles, end with it on a signal that it hears.
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await ended(child);
    });
    await eventually('conserver listens', () => listens(port));
    return port;
  }

  const way = (port: number, username: string, password = 'pass-phrase') => ({
    conserver: { host, port, console: 'fw1', login: { username, password } },
  });

  async function opened(port: number, username: string, password?: string) {
    const { line } = await openConsole('primary console', [way(port, username, password)], {
      clock: realClock,
    });
    closing.push(() => line.close());
    return line;
  }

  async function refusal(port: number, username: string, password?: string): Promise<string> {
    const [settled] = await Promise.allSettled([opened(port, username, password)]);
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('expected a BenchError');
  }

  it('carry every byte there and back', async function () {
    const line = await opened(await served(this), 'lab');
    expect(await echoOfEveryByte(line)).to.deep.equal(everyByte);
  });

  it('say who has the line', async function () {
    const port = await served(this);
    await opened(port, 'bob');
    expect(await refusal(port, 'lab')).to.match(/\[spy\].*held by bob@localhost/);
  });

  it('take a password, and refuse a wrong one without telling it', async function () {
    const port = await served(this, 'sslrequired no;', `lab:${crypted}`);
    expect(await refusal(port, 'lab', 'no-such-phrase'))
      .to.contain('refuses the login')
      .and.not.to.contain('no-such-phrase');
    await opened(port, 'lab');
  });

  it('kept by a server that names no port: says so', async () => {
    for (const named of ['70000', '0', '99999999999']) {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.write('ok\r\n');
        socket.on('data', (bytes: Buffer) =>
          socket.write(bytes.toString('latin1').startsWith('login') ? 'ok\r\n' : `${named}\r\n`),
        );
      }).listen(0, host);
      await once(server, 'listening');
      closing.push(() => server.close());
      expect(await refusal(portOf(server), 'lab')).to.contain(`names port ${named}`);
    }
  });

  it('by TLS alone: says what to change', async function () {
    const port = await served(this, 'sslrequired yes;');
    expect(await refusal(port, 'lab')).to.contain('sslrequired no');
  });
});
