/** What every line promises, held against every way there is to make one. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { realClock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import type { FarEnd, Wire } from './far-end.test-support.ts';
import {
  binaryTelnetWire,
  eventually,
  opensshPeer,
  rawWire,
  skipWithoutSshdUser,
  socatPeer,
  sshPeer,
  tcpPeer,
  telnetWire,
} from './far-end.test-support.ts';
import type { Line } from './index.ts';
import { memoryLines, openSerialLine, openSshLine, openTcpLine, openTelnetLine } from './index.ts';

interface Opened {
  readonly line: Line;
  readonly far: FarEnd;
  putAway(): Promise<void>;
}

interface Way {
  readonly way: string;
  readonly name: RegExp;
  readonly open: (test: Context) => Promise<Opened>;
}

const host = '127.0.0.1';
const secret = 'open-sesame';

async function overMemory(): Promise<Opened> {
  const [line, other] = memoryLines(realClock, { latencyMs: 2 });
  const received: number[] = [];
  other.onBytes((bytes) => received.push(...bytes));
  const far: FarEnd = {
    received,
    onBytes: (listener) => void other.onBytes(listener),
    send: (bytes) => void other.write(bytes),
    hangUp: () => void other.close(),
  };
  return { line, far, putAway: () => other.close() };
}

async function overSocket(wire: Wire, open: typeof openTcpLine): Promise<Opened> {
  const peer = await tcpPeer(wire);
  const line = await open({ host, port: peer.port }, realClock);
  return { line, far: await peer.answered, putAway: () => peer.close() };
}

async function overSsh2(): Promise<Opened> {
  const peer = await sshPeer(secret);
  const { port, fingerprint } = peer;
  const login = { username: 'lab', password: secret };
  const line = await openSshLine({ host, port, login, hostKey: { fingerprint } }, realClock);
  return { line, far: await peer.answered, putAway: () => peer.close() };
}

async function overOpenssh(test: Context): Promise<Opened> {
  skipWithoutSshdUser(test, readFileSync('/etc/passwd', 'utf8'));
  const peer = await opensshPeer(test);
  const { port, login, fingerprint } = peer;
  try {
    const line = await openSshLine({ host, port, login, hostKey: { fingerprint } }, realClock);
    return { line, far: await peer.answered, putAway: () => peer.close() };
  } catch (error) {
    await peer.close();
    throw error;
  }
}

async function overSerial(test: Context): Promise<Opened> {
  const peer = await socatPeer(test);
  const line = await openSerialLine({ device: peer.device }, realClock);
  return { line, far: peer.far, putAway: () => peer.close() };
}

const ways: readonly Way[] = [
  { way: 'memory', name: /^memory a$/, open: overMemory },
  { way: 'tcp', name: /^tcp 127\.0\.0\.1:\d+$/, open: () => overSocket(rawWire, openTcpLine) },
  { way: 'telnet', name: /^telnet 127\.0\.0\.1:\d+$/, open: () => overSocket(telnetWire, openTelnetLine) },
  { way: 'telnet in BINARY', name: /^telnet /, open: () => overSocket(binaryTelnetWire, openTelnetLine) },
  { way: "ssh to npm's ssh2", name: /^ssh lab@127\.0\.0\.1:\d+$/, open: overSsh2 },
  { way: 'ssh to OpenSSH', name: /^ssh /, open: overOpenssh },
  { way: 'serial, a pseudo-terminal of socat', name: /^serial .* at 9600 baud$/, open: overSerial },
];

const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);

for (const { way, name, open } of ways) {
  describe(`line over ${way}`, () => {
    let opened: Opened | undefined;

    beforeEach(async function () {
      opened = undefined;
      opened = await open(this);
    });

    afterEach(async () => {
      await opened?.line.close();
      await opened?.putAway();
    });

    it('has a name for people, without secrets', () => {
      expect(opened!.line.name).to.match(name).and.not.to.contain(secret);
    });

    it('carries every byte there, untouched', async () => {
      const { line, far } = opened!;
      await line.write(everyByte);
      await eventually('256 bytes there', () => far.received.length >= 256);
      expect(far.received).to.deep.equal([...everyByte]);
    });

    it('carries every byte back, untouched, stamped on the clock', async () => {
      const { line, far } = opened!;
      const seen: number[] = [];
      const instants: number[] = [];
      line.onBytes((bytes, atMs) => {
        seen.push(...bytes);
        instants.push(atMs);
      });
      const beforeMs = realClock.nowMs();
      far.send(everyByte);
      await eventually('256 bytes back', () => seen.length >= 256);
      expect(seen).to.deep.equal([...everyByte]);
      for (const atMs of instants) expect(atMs).to.be.within(beforeMs, realClock.nowMs());
    });

    it('keeps what came before the first listener', async () => {
      const { line, far } = opened!;
      far.send(Buffer.from('early '));
      far.send(Buffer.from('bird'));
      // Whatever else happened on the line, a round trip has been made after it.
      await line.write(Buffer.from('x'));
      await eventually('the far end hears us', () => far.received.length === 1);
      let seen = '';
      line.onBytes((bytes) => (seen += Buffer.from(bytes).toString()));
      await eventually('what came early', () => seen === 'early bird');
    });

    it('is closed by us: told once and without a reason, safe twice, and writes are refused', async () => {
      const { line } = opened!;
      const told: (Error | undefined)[] = [];
      line.onClosed((why) => told.push(why));
      expect(line.open).to.equal(true);
      await Promise.all([line.close(), line.close()]);
      await line.close();
      expect(line.open).to.equal(false);
      line.onClosed((why) => told.push(why));
      expect(told).to.deep.equal([undefined, undefined]);
      const refused = await line.write(Uint8Array.of(65)).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(BenchError).with.property('message').that.contains(line.name);
    });

    it('is silent after we closed it', async () => {
      const { line, far } = opened!;
      const seen: number[] = [];
      line.onBytes((bytes) => seen.push(...bytes));
      const closing = line.close();
      far.send(everyByte);
      await closing;
      expect(seen).to.deep.equal([]);
    });

    it('tells once, with a reason, that the far end hung up; later writes are refused', async () => {
      const { line, far } = opened!;
      const told: (Error | undefined)[] = [];
      line.onClosed((why) => told.push(why));
      far.hangUp();
      await eventually('the hang-up is told', () => told.length > 0);
      expect(line.open).to.equal(false);
      line.onClosed((why) => told.push(why));
      expect(told).to.have.length(2);
      for (const why of told) expect(why).to.be.instanceOf(BenchError);
      const refused = await line.write(Uint8Array.of(65)).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(BenchError);
    });

    it('carries a quarter of a megabyte in order', async () => {
      const { line, far } = opened!;
      const much = Uint8Array.from({ length: 1 << 18 }, (_, index) => 32 + (index % 89));
      let length = 0;
      let wrong = 0;
      line.onBytes((bytes) => {
        for (const byte of bytes) if (byte !== much[length++]) wrong += 1;
      });
      far.send(much);
      await eventually('all of it', () => length >= much.length);
      expect({ length, wrong }).to.deep.equal({ length: much.length, wrong: 0 });
    });
  });
}
