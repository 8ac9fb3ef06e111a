/** SSH to servers as they are met: OpenSSH as it is today, restricted to what old firmware speaks, and hung. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { pause, realClock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import {
  eventually,
  newSshKey,
  oldSshKey,
  opensshPeer,
  portOf,
  skipWithoutSshdUser,
} from './far-end.test-support.ts';
import type { Line } from './index.ts';
import { openSshLine } from './index.ts';
import type { SshLineOptions } from './ssh-line.ts';

const host = '127.0.0.1';
const login = { username: 'lab', password: 'open-sesame' };

const oldFirmware = [
  'KexAlgorithms diffie-hellman-group1-sha1',
  'Ciphers 3des-cbc',
  'MACs hmac-md5',
  'HostKeyAlgorithms ssh-rsa',
];

describe('SSH', () => {
  const closing: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  async function openssh(test: Context, wish: Parameters<typeof opensshPeer>[1] = {}) {
    skipWithoutSshdUser(test, readFileSync('/etc/passwd', 'utf8'));
    const peer = await opensshPeer(test, wish);
    closing.push(() => peer.close());
    const open = async (options: Partial<SshLineOptions> = {}): Promise<Line> => {
      const { port, fingerprint } = peer;
      const at = { host, port, login: peer.login, hostKey: { fingerprint } };
      const line = await openSshLine({ ...at, ...options }, realClock);
      closing.push(() => line.close());
      return line;
    };
    return { ...peer, open };
  }

  function knownHosts(): { file: string; told: string[]; onPinned: (what: string) => void } {
    const folder = mkdtempSync(join(tmpdir(), 'fover-known-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const told: string[] = [];
    return { file: join(folder, 'known_hosts'), told, onPinned: (what) => void told.push(what) };
  }

  async function refusal(opening: Promise<Line>): Promise<string> {
    const [settled] = await Promise.allSettled([opening]);
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('expected a BenchError');
  }

  /** A server that does this with every caller. */
  async function server(serve: (socket: Socket) => void): Promise<number> {
    const sockets = new Set<Socket>();
    const listening = createServer((socket) => {
      sockets.add(socket);
      serve(socket.on('error', () => undefined));
    }).listen(0, host);
    await once(listening, 'listening');
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void listening.close(resolve));
    });
    return portOf(listening);
  }

  describe('to OpenSSH restricted to what old firmware speaks', () => {
    it('is refused, told what it offers and what to write', async function () {
      const { open } = await openssh(this, { settings: oldFirmware, hostKey: oldSshKey() });
      const wanted = 'diffie-hellman-group1-sha1, ssh-rsa, 3des-cbc, hmac-md5';
      expect(await refusal(open()))
        .to.contain('diffie-hellman-group1-sha1 to exchange keys; ssh-rsa as its host key')
        .and.to.contain(`algorithms: [${wanted}]`)
        .and.to.contain('legacy: true');
    });

    for (const legacy of [true, ['diffie-hellman-group1-sha1', 'ssh-rsa', '3des-cbc', 'hmac-md5']] as const)
      it(`is opened with legacy: ${String(legacy)}`, async function () {
        const { open, answered } = await openssh(this, { settings: oldFirmware, hostKey: oldSshKey() });
        const line = await open({ legacy });
        const far = await answered;
        await line.write(Buffer.from('show failover\r'));
        await eventually('it is typed', () => Buffer.from(far.received).toString() === 'show failover\r');
      });

    it('is told what is still missing, with what was asked for', async function () {
      const { open } = await openssh(this, { settings: oldFirmware, hostKey: oldSshKey() });
      const said = await refusal(open({ legacy: ['ssh-rsa', 'diffie-hellman-group1-sha1'] }));
      expect(said)
        .to.contain('3des-cbc to encrypt; hmac-md5 to authenticate messages. ')
        .and.to.contain('algorithms: [ssh-rsa, diffie-hellman-group1-sha1, 3des-cbc, hmac-md5]');
    });
  });

  describe('to host keys that nobody has pinned', () => {
    it('pins the first that is seen, takes it again, and refuses another', async function () {
      const known = knownHosts();
      const first = await openssh(this);
      const name = `[${host}]:${first.port}`;
      await first.open({ hostKey: { knownHosts: known } });
      await first.open({ hostKey: { knownHosts: known } });
      expect(known.told).to.deep.equal([
        `the host key of ${name} was never seen before; pinned ${first.fingerprint} in ${known.file}`,
      ]);
      const second = await openssh(this);
      const moved = readFileSync(known.file, 'utf8').replace(String(first.port), String(second.port));
      writeFileSync(known.file, moved);
      const said = await refusal(second.open({ hostKey: { knownHosts: known } }));
      expect(said)
        .to.contain('host key has changed')
        .and.to.contain(`${first.fingerprint} (line 1 of ${known.file})`)
        .and.to.contain(`the host shows ${second.fingerprint}`)
        .and.to.contain('delete that line');
      expect(readFileSync(known.file, 'utf8')).to.equal(moved);
    });

    it('takes any of several that are written', async function () {
      const known = knownHosts();
      const peer = await openssh(this);
      writeFileSync(known.file, `[${host}]:${peer.port} ${newSshKey().public}\n`);
      await refusal(peer.open({ hostKey: { knownHosts: known } }));
      const other = await openssh(this);
      await other.open({ hostKey: { knownHosts: known } });
      const own = readFileSync(known.file, 'utf8').replace(String(other.port), String(peer.port));
      writeFileSync(known.file, own);
      await refusal(peer.open({ hostKey: { knownHosts: known } }));
    });

    it('refuses one that is revoked, and a file that it cannot read', async function () {
      const known = knownHosts();
      const peer = await openssh(this);
      await peer.open({ hostKey: { knownHosts: known } });
      const pinned = readFileSync(known.file, 'utf8');
      writeFileSync(known.file, `${pinned}@revoked ${pinned}`);
      expect(await refusal(peer.open({ hostKey: { knownHosts: known } }))).to.contain('revoked in line 2');
      writeFileSync(known.file, 'what is this\n');
      expect(await refusal(peer.open({ hostKey: { knownHosts: known } }))).to.contain('known_hosts:1');
    });

    it('does not open where the key cannot be kept', async function () {
      const known = knownHosts();
      const peer = await openssh(this);
      writeFileSync(known.file, '');
      const hostKey = { knownHosts: { file: join(known.file, 'below') } };
      expect(await refusal(peer.open({ hostKey }))).to.contain(known.file);
    });
  });

  describe('to a server that hangs', () => {
    it('is given up within its bound', async function () {
      const peer = await openssh(this);
      peer.hang();
      const sinceMs = realClock.nowMs();
      const said = await refusal(peer.open({ withinMs: 300 }));
      expect(realClock.nowMs() - sinceMs).to.be.within(290, 3000);
      expect(said).to.match(/nothing came within \d+ ms since it took the call/);
    });

    it('is given up in the middle of a session, when it does not say that it is there', async function () {
      const peer = await openssh(this);
      const line = await peer.open({ keepAliveMs: 100 });
      await peer.answered;
      const closed = new Promise<Error | undefined>((resolve) => void line.onClosed(resolve));
      peer.hang();
      const sinceMs = realClock.nowMs();
      const why = await closed;
      expect(realClock.nowMs() - sinceMs).to.be.within(200, 3000);
      expect(why).to.be.instanceOf(BenchError);
      expect(why?.message).to.contain('no longer answers');
      expect(line.open).to.equal(false);
    });
  });

  describe('to what is no server for it', () => {
    const hostKey = { fingerprint: 'SHA256:none' };

    it('is told that a unit speaks version 1 alone', async () => {
      const port = await server((socket) => void socket.write('SSH-1.5-Cisco-1.25\n'));
      const said = await refusal(openSshLine({ host, port, login, hostKey, withinMs: 5000 }, realClock));
      expect(said)
        .to.contain('SSH-1.5-Cisco-1.25')
        .and.to.contain('version 1 of SSH')
        .and.to.contain('telnet');
    });

    it('is told of the limit of sessions when it hangs up without a word', async () => {
      for (const refuse of [
        (socket: Socket) => void socket.end(),
        (socket: Socket) => void socket.resetAndDestroy(),
      ]) {
        const port = await server((socket) => void pause(realClock, 5).then(() => refuse(socket)));
        const said = await refusal(openSshLine({ host, port, login, hostKey, withinMs: 5000 }, realClock));
        expect(said).to.contain('five of them').and.to.contain('show ssh sessions');
      }
    });
  });
});
