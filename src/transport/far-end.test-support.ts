/**
 * Far ends for the contract test of lines: for every way, a peer that was written apart from our own side of it,
 * or is somebody else's program.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'mocha';
import { Server as SshServer, utils } from 'ssh2';
import { pause, realClock } from '../clock.ts';
import { fingerprintOf } from './index.ts';
import { isMissing, needsProgram, programPath } from './peer.test-support.ts';

/** The other end of a line under test. */
export interface FarEnd {
  /** Everything that our line wrote, as the far end's console sees it. */
  readonly received: number[];
  /** Tells every piece of that from now on. */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  send(bytes: Uint8Array): void;
  hangUp(): void;
}

/** A place to open a line to. `answered` resolves when somebody has. */
export interface Peer {
  readonly port: number;
  readonly answered: Promise<FarEnd>;
  close(): Promise<void>;
}

/** Resolves when `seen` says so; fails after ten seconds. */
export async function eventually(what: string, seen: () => boolean): Promise<void> {
  const untilMs = realClock.nowMs() + 10_000;
  while (!seen()) {
    if (realClock.nowMs() > untilMs) throw new Error(`waited in vain: ${what}`);
    await pause(realClock, 3);
  }
}

/** How bytes look on the wire of one kind of server. */
export interface Wire {
  readonly greeting?: readonly number[];
  /** What we answer at least; before it, the wire is not yet what it is going to be. */
  readonly agreed?: readonly number[];
  encode(bytes: readonly number[]): number[];
  decode(bytes: readonly number[]): number[];
}

export const rawWire: Wire = { encode: (bytes) => [...bytes], decode: (bytes) => [...bytes] };

/** A telnet server that greets as a Cisco terminal server does, and stays with the network virtual terminal. */
export const telnetWire: Wire = {
  greeting: [255, 251, 1, 255, 251, 3, 255, 253, 24, 255, 253, 31],
  encode: (bytes) => bytes.flatMap((byte) => (byte === 255 ? [255, 255] : byte === 13 ? [13, 0] : [byte])),
  decode: (bytes) => fromHex(withoutCommands(bytes).replaceAll(/((?:..)*?)0d00/g, '$10d')),
};

/** A telnet server that insists on BINARY both ways, as ser2net does. */
export const binaryTelnetWire: Wire = {
  greeting: [255, 251, 3, 255, 253, 3, 255, 251, 1, 255, 254, 1, 255, 253, 0, 255, 251, 0, 255, 253, 44],
  agreed: [255, 251, 0],
  encode: (bytes) => bytes.flatMap((byte) => (byte === 255 ? [255, 255] : [byte])),
  decode: (bytes) => fromHex(withoutCommands(bytes)),
};

/** Two hexadecimal digits a byte, so that patterns cannot match across bytes by accident of alignment. */
function withoutCommands(bytes: readonly number[]): string {
  const pairs = Buffer.from(bytes).toString('hex').match(/../g)?.join(' ') ?? '';
  return pairs
    .replaceAll(/ff f[bcde] \S\S ?/g, '')
    .replaceAll('ff ff', 'ff')
    .replaceAll(' ', '');
}

function fromHex(hex: string): number[] {
  return [...Buffer.from(hex, 'hex')];
}

/** A TCP server that takes one caller. */
export async function tcpPeer(wire: Wire): Promise<Peer> {
  const { server, answered } = await listen();
  const far = answered.then(async (socket) => {
    if (wire.greeting) socket.write(Uint8Array.from(wire.greeting));
    const agreed = Buffer.from(wire.agreed ?? []);
    const heard: number[] = [];
    socket.on('data', (bytes: Buffer) => heard.push(...bytes));
    const over = farOverSocket(socket, wire);
    await eventually('the options are agreed on', () => Buffer.from(heard).includes(agreed));
    return over;
  });
  return peer(server, far);
}

/** An SSH server of npm's ssh2 with a shell that is the far end. */
export async function sshPeer(password: string): Promise<Peer & { readonly fingerprint: string }> {
  const key = newSshKey();
  let answer: (far: FarEnd) => void;
  const answered = new Promise<FarEnd>((resolve) => (answer = resolve));
  const server = new SshServer({ hostKeys: [key.private] }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (attempt) => {
      if (attempt.method === 'password' && attempt.password === password) attempt.accept();
      else attempt.reject(['password']);
    });
    client.on('session', (accept) => {
      const session = accept();
      session.on('pty', (acceptPty) => acceptPty());
      session.on('shell', (acceptShell) => {
        const shell = acceptShell();
        const received: number[] = [];
        shell.on('data', (bytes: Buffer) => received.push(...bytes));
        shell.on('error', () => undefined);
        answer({
          received,
          onBytes: (listener) => void shell.on('data', listener),
          send: (bytes) => void shell.write(bytes),
          hangUp: () => void client.end(),
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  const close = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));
  return { port, answered, close, fingerprint: fingerprintOfPublic(key.public) };
}

/** What OpenSSH's server is to be like. */
interface SshdWish {
  /** What a login leads to, in words of the shell; the far end of the test where it is left out. */
  readonly shell?: string;
  /** Lines of its settings, beside ours. */
  readonly settings?: readonly string[];
  readonly hostKey?: SshKey;
}

/** OpenSSH's own server, one process a caller, whose shell hands the terminal through to the test. */
export async function opensshPeer(test: Context, wish: SshdWish = {}) {
  const sshd = needsProgram(test, 'sshd');
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(tmpdir(), 'fover-sshd-'));
  const [host, user] = [wish.hostKey ?? newSshKey(), newSshKey()];
  const { server: behind, answered } = await listen();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const bridge = file(
    'bridge.cjs',
    `const s = require('net').connect(${portOf(behind)}, '127.0.0.1').setNoDelay(); process.stdin.pipe(s); s.pipe(process.stdout);` +
      `s.on('close', () => process.exit());`,
  );
  const settings = file(
    'sshd_config',
    [
      `HostKey ${file('host_key', host.private)}`,
      `AuthorizedKeysFile ${file('authorized_keys', user.public)}`,
      `ForceCommand stty raw -echo; ${wish.shell ?? `exec ${process.execPath} ${bridge}`}`,
      'StrictModes no',
      'UsePAM no',
      'PidFile none',
      'PermitRootLogin yes',
      'PrintMotd no',
      'PrintLastLog no',
      ...(wish.settings ?? []),
    ].join('\n'),
  );
  const children: ChildProcess[] = [];
  let isHung = false;
  const front = createServer({ pauseOnConnect: true }, (socket) => {
    // A process group of its own, so that it can be stopped with all the processes that it begins.
    const stdio = [socket, socket, 'ignore'] as const;
    children.push(spawn(sshd, ['-i', '-e', '-f', settings], { stdio: [...stdio], detached: true }));
    socket.destroy();
    if (isHung) signal('SIGSTOP');
  });
  const signal = (name: NodeJS.Signals): void => {
    for (const { pid, exitCode, signalCode } of children)
      if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, name);
  };
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    port: portOf(front),
    fingerprint: fingerprintOfPublic(host.public),
    login: { username: userInfo().username, privateKey: user.private },
    answered: answered.then((socket) => farOverSocket(socket, rawWire)),
    /** Stops every process of it; those of later callers too, before they say a word. */
    hang(): void {
      isHung = true;
      signal('SIGSTOP');
    },
    async close(): Promise<void> {
      signal('SIGCONT');
      for (const child of children) child.kill();
      await Promise.all([front, behind].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true });
    },
  };
}

/** One end of a pair of pseudo-terminals as a serial device; the other end is the standard input of socat. */
export async function socatPeer(test: Context) {
  const socat = needsProgram(test, 'socat');
  const folder = mkdtempSync(join(tmpdir(), 'fover-tty-'));
  const device = join(folder, 'tty');
  const child = spawn(socat, ['-d', '-d', `PTY,raw,echo=0,link=${device}`, 'STDIO'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (text: Buffer) => (log += text.toString()));
  await eventually(`socat is ready: ${log}`, () => log.includes('starting data transfer loop'));
  const received: number[] = [];
  child.stdout.on('data', (bytes: Buffer) => received.push(...bytes));
  const hangUp = (): void => void child.kill();
  const far: FarEnd = {
    received,
    onBytes: (listener) => void child.stdout.on('data', listener),
    send: (bytes) => void child.stdin.write(bytes),
    hangUp,
  };
  const gone = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill();
    await gone;
    rmSync(folder, { recursive: true });
  };
  return { device, far, close };
}

/** Whether OpenSSH's server is there but cannot run here, with the reason. */
export function skipWithoutSshdUser(test: Context, users: string): void {
  if (programPath('sshd') === undefined || process.getuid?.() !== 0 || /^sshd:/m.test(users)) return;
  isMissing(test, 'sshd run by root wants a user named sshd');
}

async function listen() {
  let answer: (socket: Socket) => void;
  const answered = new Promise<Socket>((resolve) => (answer = resolve));
  const server = createServer({ noDelay: true }, (socket) => answer(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, answered };
}

function peer(server: Server, answered: Promise<FarEnd>): Peer {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => void server.close(resolve));
  };
  return { port: portOf(server), answered, close };
}

function farOverSocket(socket: Socket, wire: Wire): FarEnd {
  const onWire: number[] = [];
  socket.on('data', (bytes: Buffer) => onWire.push(...bytes));
  socket.on('error', () => undefined);
  return {
    get received() {
      return wire.decode(onWire);
    },
    onBytes(listener) {
      let told = wire.decode(onWire).length;
      socket.on('data', () => {
        const decoded = wire.decode(onWire);
        listener(Uint8Array.from(decoded.slice(told)));
        told = decoded.length;
      });
    },
    send: (bytes) => void socket.write(Uint8Array.from(wire.encode([...bytes]))),
    hangUp: () => void socket.end(),
  };
}

/** The port that a server listens on. */
export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

/** A key pair: the private one in PEM, the public one as OpenSSH writes it. */
export interface SshKey {
  readonly private: string;
  readonly public: string;
}

/** A host key of old firmware. */
export function oldSshKey(): SshKey {
  return utils.generateKeyPairSync('rsa', { bits: 1024 });
}

/**
 * A key pair in forms that every SSH program reads. The Ed25519 keys that ssh2 makes are now and then of a form that
 * OpenSSH refuses («error in libcrypto»).
 */
export function newSshKey(): SshKey {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
  });
  const parsed = utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  return { private: privateKey, public: `${parsed.type} ${parsed.getPublicSSH().toString('base64')}` };
}

function fingerprintOfPublic(openssh: string): string {
  const [, base64 = ''] = openssh.split(' ');
  return fingerprintOf(Buffer.from(base64, 'base64'));
}
