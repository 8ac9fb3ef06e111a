import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { realClock } from '../../../clock.ts';
import { VirtualClock } from '../../../virtual-clock.ts';
import { FakeUnit } from '../fake-bench.test-support.ts';
import type { Front } from '../door/front.ts';
import { openSshArguments, openSshEnvironment } from './open-ssh.test-support.ts';
import { itWith, peers, run } from '../peers.test-support.ts';
import { RawClient } from './raw-client.test-support.ts';
import { createSshHostKey, type SshHostKey } from './ssh-host-key.ts';
import { SshShell } from './ssh-client.test-support.ts';
import { serveSshManagement, type SshEndpoint } from './ssh-management.ts';

const anyPort = { host: '127.0.0.1', port: 0 };
const login = { username: 'lab', password: 'open sesame' };

const failure = (connecting: Promise<unknown>): Promise<string> =>
  connecting.then(
    () => 'connected',
    (error: unknown) => String(error),
  );
const refused = (ask: (done: (error?: Error) => void) => void): Promise<boolean> =>
  new Promise((resolve) => ask((error) => resolve(error !== undefined)));

describe('SSH management', () => {
  let key: SshHostKey;
  let unit: FakeUnit;
  let front: Front<SshEndpoint>;

  before(async () => {
    key = await createSshHostKey(new Date(0));
    unit = new FakeUnit('primary');
    front = await serveSshManagement(unit.asAddress(), anyPort, realClock, { key, legacy: false });
  });
  beforeEach(() => Object.assign(unit, { powered: true, reachable: true }));
  after(() => front.close());

  const connect = (config: object = login): Promise<SshShell> => SshShell.connect(front.endpoint, config);

  it('opens a shell by password, under the ident of an ASA and the key that it announced', async () => {
    const shell = await (await connect()).shell();
    await shell.until(/fw> $/);
    shell.write('enable\r');
    await shell.until(/enable/);
    expect(shell.ident).to.equal('SSH-2.0-Cisco-1.25');
    expect(shell.fingerprint).to.equal(front.endpoint.fingerprint);
    expect(front.endpoint.fingerprint).to.match(/^SHA256:[A-Za-z0-9+/]{43}$/);
    shell.client.end();
    await shell.closed;
    await unit.shells.at(-1)!.left;
  });

  it('opens a shell by keyboard-interactive', async () => {
    const shell = await connect({ ...login, tryKeyboard: true, authHandler: ['keyboard-interactive'] });
    await (await shell.shell()).until(/fw> $/);
    shell.client.end();
    await shell.closed;
  });

  it('refuses a wrong password, and an unknown user', async () => {
    expect(await failure(connect({ ...login, password: 'wrong' }))).to.include('authentication');
    expect(await failure(connect({ ...login, username: 'nobody' }))).to.include('authentication');
  });

  it('has no exec, no subsystem and no second shell', async () => {
    const shell = await connect();
    await shell.shell();
    expect(await refused((done) => shell.client.exec('show version', done))).to.equal(true);
    expect(await refused((done) => shell.client.shell(done))).to.equal(true);
    shell.client.end();
    await shell.closed;
    const second = await connect();
    expect(await refused((done) => second.client.exec('show version', done))).to.equal(true);
    second.client.end();
    await second.closed;
    const third = await connect();
    expect(await refused((done) => third.client.sftp(done))).to.equal(true);
    third.client.end();
    await third.closed;
  });

  it('closes the connection when the unit ends the session', async () => {
    const shell = await (await connect()).shell();
    await shell.until(/fw> $/);
    unit.shells.at(-1)!.printed.tell(Buffer.from('\r\n\r\nLogoff\r\n\r\n'));
    unit.shells.at(-1)!.ended.tell();
    await shell.closed;
    expect(shell.text).to.match(/Logoff\r\n\r\n$/);
    expect(shell.error).to.equal(undefined);
  });

  it('cuts every session at a power loss, and refuses until the unit is reachable again', async () => {
    const shell = await (await connect()).shell();
    await shell.until(/fw> $/);
    const half = await RawClient.open(front.endpoint);
    await half.until(/SSH-2.0/);
    unit.losePower();
    await Promise.all([shell.closed, half.closed]);
    expect(String(half.error)).to.include('ECONNRESET');
    expect(await failure(connect())).to.match(/ECONNRESET|closed before/);
    Object.assign(unit, { powered: true, reachable: true });
    const again = await connect();
    again.client.end();
    await again.closed;
  });

  it('serves five sessions, not six', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, () => connect()));
    expect(await failure(connect())).to.match(/ECONNRESET|closed before/);
    for (const { client } of five) client.end();
    await Promise.all(five.map(({ closed }) => closed));
  });

  it('speaks only the algorithms of old firmware when the topology says legacy', async () => {
    const old = await serveSshManagement(unit.asAddress(), anyPort, realClock, { key, legacy: true });
    try {
      expect(await failure(SshShell.connect(old.endpoint, login))).to.include('no matching');
      const algorithms = {
        kex: ['diffie-hellman-group1-sha1' as const],
        cipher: ['3des-cbc' as const],
        hmac: ['hmac-md5' as const],
        serverHostKey: ['ssh-rsa' as const],
      };
      const shell = await SshShell.connect(old.endpoint, { ...login, algorithms });
      await (await shell.shell()).until(/fw> $/);
      expect(shell.fingerprint).to.equal(old.endpoint.fingerprint);
      shell.client.end();
      await shell.closed;
    } finally {
      await old.close();
    }
  });

  it('hangs up on what is not SSH, and frees its place', async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      const stranger = await RawClient.open(front.endpoint);
      stranger.write('GET / HTTP/1.0\r\n\r\n'.repeat(500));
      await stranger.closed;
    }
    for (let attempt = 0; attempt < 10; attempt++) {
      const leaver = await RawClient.open(front.endpoint);
      leaver.socket.destroy();
      await leaver.closed;
    }
    const shell = await connect();
    shell.client.end();
    await shell.closed;
  });

  it('gives nobody a minute and more to log in', async () => {
    const clock = new VirtualClock();
    const slow = await serveSshManagement(unit.asAddress(), anyPort, clock, { key, legacy: false });
    const idler = await RawClient.open(slow.endpoint);
    const starter = await RawClient.open(slow.endpoint);
    starter.write('SSH-2.0-starter\r\n');
    await starter.until(/SSH-2.0-Cisco.*\0/s);
    const shell = await SshShell.connect(slow.endpoint, login);
    await clock.advance(60_000);
    await Promise.all([idler.closed, starter.closed]);
    expect(shell.error).to.equal(undefined);
    expect(clock.pending).to.equal(0);
    shell.client.end();
    await shell.closed;
    await slow.close();
  });

  it('leaves the unit when it is closed', async () => {
    const other = new FakeUnit('secondary');
    const closing = await serveSshManagement(other.asAddress(), anyPort, realClock, { key, legacy: false });
    const shell = await (await SshShell.connect(closing.endpoint, login)).shell();
    await shell.until(/fw> $/);
    await Promise.all([closing.close(), closing.close()]);
    await shell.closed;
    expect(other.power.count).to.equal(0);
    await other.shells[0]!.left;
  });

  describe('with stock OpenSSH', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fover-ssh-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    itWith(peers.ssh, 'opens a shell, and knows the host key by its fingerprint', async () => {
      writeFileSync(join(folder, 'askpass'), '#!/bin/sh\necho "open sesame"\n', { mode: 0o700 });
      unit.onShell = (shell) => {
        shell.onType = (keys) => {
          shell.printed.tell(keys);
          if (keys.includes(13) || keys.includes(10)) shell.ended.tell();
        };
      };
      const args = openSshArguments(front.endpoint, 'lab', folder);
      const { stdout, stderr } = await run('ssh', ['-v', ...args], {
        input: 'show failover\n',
        env: openSshEnvironment(folder),
      });
      unit.onShell = () => undefined;
      expect(stdout).to.include('fw> ').and.to.include('show failover');
      expect(stderr).to.include(`ssh-rsa ${front.endpoint.fingerprint}`);
    });
  });
});
