/** What the openers say when they cannot open, and the logins and host keys of SSH. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from 'chai';
import type { Algorithms } from 'ssh2';
import { Server, utils } from 'ssh2';
import { realClock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { eventually, portOf, rawWire, sshPeer, tcpPeer, newSshKey } from './far-end.test-support.ts';
import { openSshLine, openTcpLine, openTelnetLine } from './index.ts';
import type { SshHostKey, SshLineOptions } from './index.ts';

const host = '127.0.0.1';
const password = 'pass-phrase';
const accept: SshHostKey = { accept: () => true };

async function refusal(promise: Promise<unknown>): Promise<BenchError> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason;
  throw new Error('expected a BenchError');
}

/** Opens a shell and hears its prompt. */
const ssh = (port: number, more: Partial<SshLineOptions> = {}): Promise<string> =>
  openSshLine({ host, port, login: { username: 'lab', password }, hostKey: accept, ...more }, realClock).then(
    async (line) => {
      let heard = '';
      line.onBytes((bytes) => (heard += Buffer.from(bytes).toString()));
      await eventually('the prompt', () => heard !== '');
      await line.close();
      return heard;
    },
  );

describe('lines that cannot be opened', () => {
  const closing: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function silentServer(): Promise<number> {
    // It listens, so that closing it waits until its caller has let go.
    const server = createServer((socket) => socket.resume());
    server.listen(0, host);
    await once(server, 'listening');
    closing.push(() => new Promise((resolve) => void server.close(() => resolve())));
    return portOf(server);
  }

  /** An SSH server of its own making. */
  async function sshServer(
    authenticate: (method: string) => 'accept' | 'reject' | 'ask',
    algorithms?: Algorithms,
    type: 'ecdsa' | 'rsa' = 'ecdsa',
  ): Promise<{ port: number; asked: string[][] }> {
    const asked: string[][] = [];
    const key = type === 'rsa' ? utils.generateKeyPairSync('rsa', { bits: 1024 }) : newSshKey();
    const server = new Server(
      { hostKeys: [key.private], ...(algorithms ? { algorithms } : {}) },
      (client) => {
        client.on('error', () => undefined);
        client.on('authentication', (attempt) => {
          const decision = authenticate(attempt.method);
          if (decision === 'accept') return attempt.accept();
          if (attempt.method !== 'keyboard-interactive')
            return attempt.reject(['keyboard-interactive', 'password']);
          const ask = (): void =>
            attempt.prompt([{ prompt: 'Password:', echo: false }], (answers) => {
              asked.push([...answers]);
              if (decision === 'ask') ask();
              else if (answers[0] === password) attempt.accept();
              else attempt.reject();
            });
          ask();
        });
        client.on('session', (acceptSession) => {
          const session = acceptSession();
          session.on('pty', (acceptPty) => acceptPty());
          session.on('shell', (acceptShell) => void acceptShell().write('fw> '));
        });
      },
    );
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    closing.push(() => new Promise((resolve) => void server.close(() => resolve())));
    return { port: portOf(server), asked };
  }

  for (const [way, open] of [
    ['tcp', openTcpLine],
    ['telnet', openTelnetLine],
  ] as const) {
    it(`${way}: refused, with what to look at`, async () => {
      const peer = await tcpPeer(rawWire);
      await peer.close();
      const error = await refusal(open({ host, port: peer.port }, realClock));
      expect(error.device).to.equal(`${way} ${host}:${peer.port}`);
      expect(error.message).to.contain('ECONNREFUSED').and.to.contain('line is busy');
    });

    it(`${way}: a name that is not known`, async () => {
      const error = await refusal(open({ host: 'no-such-host.invalid', port: 23 }, realClock));
      expect(error.message)
        .to.match(/ENOTFOUND|EAI_AGAIN/)
        .and.to.contain('address');
    });
  }

  it('ssh: a host that says nothing is left after the bound', async () => {
    const error = await refusal(ssh(await silentServer(), { withinMs: 60 }));
    expect(error.message).to.match(
      /^ssh lab@127\.0\.0\.1:\d+: could not open a shell: nothing came within \d\d ms since it took the call/,
    );
  });

  it('ssh: a port that speaks something else', async () => {
    const server = createServer((socket) => socket.resume().end('220 mail ESMTP\r\n220 again\r\n'));
    server.listen(0, host);
    await once(server, 'listening');
    closing.push(() => new Promise((resolve) => void server.close(() => resolve())));
    const error = await refusal(ssh(portOf(server), { withinMs: 5000 }));
    expect(error.message).to.contain('could not open a shell');
  });

  it('ssh: refused', async () => {
    const peer = await tcpPeer(rawWire);
    await peer.close();
    expect((await refusal(ssh(peer.port))).message).to.contain('ECONNREFUSED');
  });

  it('ssh: a changed host key is refused with both fingerprints', async () => {
    const peer = await sshPeer(password);
    closing.push(() => peer.close());
    const pinned = `SHA256:${'A'.repeat(43)}`;
    const { message } = await refusal(ssh(peer.port, { hostKey: { fingerprint: pinned } }));
    expect(message)
      .to.contain('host key has changed')
      .and.to.contain(pinned)
      .and.to.contain(peer.fingerprint);
  });

  it('ssh: the fingerprint that is seen first can be accepted, or not', async () => {
    const { port } = await sshServer(() => 'accept');
    const seen: string[] = [];
    const deciding = (decision: boolean): SshHostKey => ({
      accept: async (fingerprint) => {
        seen.push(fingerprint);
        return decision;
      },
    });
    expect(await ssh(port, { hostKey: deciding(true) })).to.equal('fw> ');
    expect((await refusal(ssh(port, { hostKey: deciding(false) }))).message).to.contain(seen[0]);
    expect(seen).to.have.length(2);
    const failing: SshHostKey = { accept: () => Promise.reject(new Error('disk full')) };
    expect((await refusal(ssh(port, { hostKey: failing }))).message).to.contain('disk full');
  });

  it('ssh: a wrong password is told without it', async () => {
    const peer = await sshPeer('another');
    closing.push(() => peer.close());
    const error = await refusal(ssh(peer.port));
    expect(error.message).to.contain('login was refused').and.not.to.contain(password);
    expect(JSON.stringify(error.cause)).not.to.contain(password);
  });

  it('ssh: a password that is asked for interactively', async () => {
    const { port, asked } = await sshServer(() => 'reject');
    expect(await ssh(port)).to.equal('fw> ');
    expect(asked).to.deep.equal([[password]]);
  });

  it('ssh: a server that keeps asking is left', async () => {
    const { port, asked } = await sshServer((method) =>
      method === 'keyboard-interactive' ? 'ask' : 'reject',
    );
    expect((await refusal(ssh(port))).message).to.contain('asks again and again');
    expect(asked.filter((answers) => answers.includes(password))).to.have.length(3);
  });

  it('ssh: old firmware is reached with legacy, and told about without', async () => {
    const old: Algorithms = {
      kex: ['diffie-hellman-group1-sha1'],
      cipher: ['3des-cbc'],
      hmac: ['hmac-md5'],
      serverHostKey: ['ssh-rsa'],
    };
    const { port } = await sshServer(() => 'accept', old, 'rsa');
    expect((await refusal(ssh(port))).message).to.contain('legacy: true');
    expect(await ssh(port, { legacy: true })).to.equal('fw> ');
  });

  it('telnet: sends a break, and refuses to on a closed line', async () => {
    const peer = await tcpPeer(rawWire);
    closing.push(() => peer.close());
    const line = await openTelnetLine({ host, port: peer.port }, realClock);
    const far = await peer.answered;
    await line.sendBreak();
    await eventually('the break', () => far.received.length === 2);
    expect(far.received).to.deep.equal([255, 243]);
    await line.close();
    expect((await refusal(line.sendBreak())).message).to.contain('closed');
  });
});
