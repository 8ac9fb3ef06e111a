import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { eventually, sshPeer } from '../../transport/far-end.test-support.ts';
import type { Line } from '../../transport/index.ts';
import type { ConsoleWay } from './index.ts';
import { openConsole } from './index.ts';

const host = '127.0.0.1';
const password = 'pass-phrase';
const login = { username: 'operator', password };

const closing: (() => Promise<void>)[] = [];

const telnet = (port: number): ConsoleWay => ({ telnet: { host, port, login } });

async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

/** A console server that does as `serve` says with every caller. Returns its port. */
async function server(serve: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  listening.listen(0, host);
  await once(listening, 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => void listening.close(resolve));
  });
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

/** A server that nobody listens at any more. */
async function nobody(): Promise<number> {
  const port = await server(() => undefined);
  await closing.pop()?.();
  return port;
}

/** Asks as `questions` say, one after the other, then hands over to `then` with all answers. */
function asking(questions: readonly string[], then: (socket: Socket, answers: readonly string[]) => void) {
  return (socket: Socket): void => {
    const answers: string[] = [];
    let typed = '';
    socket.write(questions[0] ?? '');
    socket.on('data', (bytes) => {
      typed += bytes.toString('latin1').replaceAll('\r\0', '\r');
      if (!typed.endsWith('\r')) return;
      answers.push(typed.slice(0, -1));
      typed = '';
      if (answers.length < questions.length) socket.write(questions[answers.length] ?? '');
      else if (answers.length === questions.length) then(socket, answers);
    });
  };
}

async function opened(...ways: readonly ConsoleWay[]): Promise<Line> {
  const { line } = await openConsole('primary console', ways, { clock: realClock });
  closing.push(() => line.close());
  return line;
}

async function refusal(...ways: readonly ConsoleWay[]): Promise<string> {
  const [settled] = await Promise.allSettled([openConsole('primary console', ways, { clock: realClock })]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

async function hear(line: Line, text: string): Promise<void> {
  let heard = '';
  line.onBytes((bytes) => (heard += Buffer.from(bytes).toString()));
  await eventually(`${text} is heard`, () => heard === text);
}

describe('console, by way of', () => {
  afterEach(closeAll);

  it('gives a way to send a BREAK where there is one: by telnet, not by raw TCP', async () => {
    const heard: Buffer[] = [];
    const port = await server((socket) => void socket.on('data', (bytes) => heard.push(bytes)));
    const plain = await openConsole('primary console', [{ telnet: { host, port } }], { clock: realClock });
    const bare = await openConsole('primary console', [{ tcp: { host, port } }], { clock: realClock });
    closing.push(
      () => plain.line.close(),
      () => bare.line.close(),
    );
    expect(bare).to.not.have.property('sendBreak');
    await plain.sendBreak?.();
    // IAC BREAK
    await eventually('a break is heard', () => Buffer.concat(heard).includes(Buffer.of(255, 243)));
  });

  it('raw TCP: what the console says first is heard', async () => {
    const port = await server((socket) => socket.write('fw> '));
    await hear(await opened({ tcp: { host, port } }), 'fw> ');
  });

  it('telnet: what the console says first is heard', async () => {
    const port = await server((socket) => socket.write(Uint8Array.of(255, 251, 1, 102, 119, 62, 32)));
    await hear(await opened({ telnet: { host, port } }), 'fw> ');
  });

  it('ssh, with a pinned fingerprint', async () => {
    const peer = await sshPeer(password);
    closing.push(() => peer.close());
    const { port, fingerprint } = peer;
    const line = await opened({ ssh: { host, port, ...login, fingerprint } });
    (await peer.answered).send(Buffer.from('fw> '));
    await hear(line, 'fw> ');
    await line.close();
  });

  it('ssh, for a user name that leads to a line, what the server takes for itself doubled', async () => {
    const peer = await sshPeer(password);
    closing.push(() => peer.close());
    const { port, fingerprint } = peer;
    const way = { host, port, username: 'operator:port02@fw1', password, fingerprint, escape: '~' };
    const line = await opened({ ssh: way });
    expect(line.name).to.contain('operator:port02@fw1@');
    await line.write(Buffer.from('a~b'));
    const far = await peer.answered;
    await eventually('it is typed', () => far.received.length >= 4);
    expect(Buffer.from(far.received).toString()).to.equal('a~~b');
    await line.close();
  });

  it('ssh, whose host key is pinned in the known hosts of the bench, which is told', async () => {
    const peer = await sshPeer(password);
    closing.push(() => peer.close());
    const folder = mkdtempSync(join(tmpdir(), 'fover-hosts-'));
    const knownHosts = join(folder, 'rack.known_hosts');
    const told: string[] = [];
    const { line } = await openConsole('primary console', [{ ssh: { host, port: peer.port, ...login } }], {
      clock: realClock,
      knownHosts,
      warn: (text) => told.push(text),
    });
    await line.close();
    expect(told.join()).to.contain(peer.fingerprint);
    expect(readFileSync(knownHosts, 'utf8')).to.contain(`[${host}]:${peer.port} `);
    rmSync(folder, { recursive: true });
  });

  it('telnet to a line that is shared: says with whom', async () => {
    const port = await server((socket) => socket.write('Port 3 is in use by bob (10.1.1.7)\r\nfw> '));
    const told: string[] = [];
    const { line } = await openConsole('primary console', [{ telnet: { host, port } }], {
      clock: realClock,
      warn: (text) => told.push(text),
    });
    closing.push(() => line.close());
    expect(told.join()).to.contain('in use by bob (10.1.1.7)');
    await hear(line, 'Port 3 is in use by bob (10.1.1.7)\r\nfw> ');
  });

  it('telnet to a server that babbles: is looked through once', async () => {
    const port = await server((socket) => void socket.write('port '.repeat(200_000)));
    await opened({ telnet: { host, port } });
  });

  it('ssh without a pinned fingerprint: refused, and told which one it is', async () => {
    const peer = await sshPeer(password);
    closing.push(() => peer.close());
    const said = await refusal({ ssh: { host, port: peer.port, ...login } });
    expect(said).to.contain(peer.fingerprint).and.to.contain('pin').and.not.to.contain(password);
  });

  it('a second one, when the first is refused', async () => {
    const port = await server((socket) => socket.write('fw> '));
    const line = await opened({ tcp: { host, port: await nobody() } }, { tcp: { host, port } });
    expect(line.name).to.equal(`tcp ${host}:${port}`);
  });

  it('a second one, when the line of the first is taken', async () => {
    const taken = await server((socket) => socket.end('Port already in use\r\n'));
    const port = await server((socket) => socket.write('fw> '));
    const line = await opened({ tcp: { host, port: taken } }, { telnet: { host, port } });
    expect(line.name).to.equal(`telnet ${host}:${port}`);
  });

  it('none: tells whose console it is and what every way said', async () => {
    const taken = await server((socket) => socket.end('Port already in use\r\n'));
    const closed = await nobody();
    const said = await refusal(
      { tcp: { host, port: closed } },
      { telnet: { host, port: taken } },
      { serial: { device: '/dev/there-is-no-such-device' } },
    );
    expect(said).to.match(/^primary console: none of 3 ways/);
    expect(said).to.contain(`tcp ${host}:${closed}`).and.to.contain('ECONNREFUSED');
    expect(said).to.contain(`telnet ${host}:${taken}`).and.to.contain('"Port already in use"');
    expect(said).to.contain('serial /dev/there-is-no-such-device').and.to.contain('3 attempts');
  });
});

describe("a console server's own login", () => {
  it('is not refused by what the unit behind it asks at once', async () => {
    const port = await server(
      asking(['login: ', 'Password: '], (socket) => socket.write('\r\nedge-fw\r\nUsername: ')),
    );
    await hear(await opened(telnet(port)), '\r\nedge-fw\r\nUsername: ');
  });

  const refusals = {
    'in its own words': '\r\nlogin: ',
    'and asks for another name than before': '\r\n% Login invalid\r\n\r\nUsername: ',
    'and asks for the password alone': '\r\nPermission denied, please try again.\r\nEnter password: ',
  };
  for (const [how, said] of Object.entries(refusals))
    it(`is refused where the server asks again ${how}`, async () => {
      const port = await server(asking(['login: ', 'Password: '], (socket) => socket.write(said)));
      expect(await refusal(telnet(port))).to.contain('refuses the login');
    });

  afterEach(closeAll);

  it('is answered, and what comes after it is the console', async () => {
    const got: string[] = [];
    const port = await server(
      asking(['\r\nUser Access Verification\r\n\r\nUsername: ', '\r\nPassword: '], (socket, answers) => {
        got.push(...answers);
        socket.write('\r\nfw> ');
      }),
    );
    const line = await opened(telnet(port));
    expect(got).to.deep.equal([login.username, password]);
    await hear(line, '\r\nfw> ');
  });

  it('may be a password alone', async () => {
    const got: string[] = [];
    const port = await server(asking(['Password:'], (_socket, answers) => got.push(...answers)));
    const line = await opened(telnet(port));
    expect(line.open).to.equal(true);
    expect(got).to.deep.equal([password]);
  });

  it('is refused when it is asked for again, and the password stays unsaid', async () => {
    const port = await server(
      asking(['login: ', 'Password: '], (socket) =>
        socket.write(`\r\n${password}\r\nLogin incorrect\r\nlogin: `),
      ),
    );
    const said = await refusal(telnet(port));
    expect(said)
      .to.contain('refuses the login')
      .and.to.contain('Login incorrect')
      .and.not.to.contain(password);
  });

  it('is refused when the server hangs up after it', async () => {
    const port = await server(
      asking(['login: ', 'Password: '], (socket) => socket.end('% Bad passwords\r\n')),
    );
    expect(await refusal(telnet(port)))
      .to.contain('refuses the login')
      .and.to.contain('% Bad passwords');
  });

  it('is an error when the server hangs up instead of asking', async () => {
    const port = await server((socket) => socket.end('line busy\r\n'));
    expect(await refusal(telnet(port)))
      .to.contain('asks for no login')
      .and.to.contain('line busy');
  });
});
