import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { pause, realClock, within } from '../clock.ts';
import { BenchError, UsageError } from '../errors.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { ConsoleSession } from './front/console-session.test-support.ts';
import { community, fakeSecrets as secrets, shippedTopology } from './front/fake-bench.test-support.ts';
import { closeUdp, openUdpSocket } from './front/door/listening.ts';
import { openSshArguments, openSshEnvironment } from './front/terminal/open-ssh.test-support.ts';
import { itWith, peers, run } from './front/peers.test-support.ts';
import { RawClient } from './front/terminal/raw-client.test-support.ts';
import { SnmpClient } from './front/snmp/snmp-client.test-support.ts';
import { SshShell } from './front/terminal/ssh-client.test-support.ts';
import { defects, serveSimulatedBench, type ServedBench } from './index.ts';

const topology = shippedTopology();
const { username } = topology.pair.login;
const password = secrets.reveal(topology.pair.login.password);
const enable = secrets.reveal(topology.pair.login.enable);
const rpdu2 = '1.3.6.1.4.1.318.1.1.26.9.2';
const ifEntry = '1.3.6.1.2.1.2.2.1';

/** Waits until something asked for again and again is so. */
async function until(what: string, so: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await so()) return;
    await pause(realClock, 100);
  }
  throw new Error(`${what}: not within half a minute`);
}

describe('a served simulated bench', function () {
  this.timeout(120_000);
  let served: ServedBench;
  let primary: ConsoleSession;
  let secondary: ConsoleSession;

  before(async () => {
    served = await serveSimulatedBench(topology, secrets, realClock);
    primary = await ConsoleSession.open(served.endpoints.consoles.primary);
    await primary.bootstrap(topology, 'primary', secrets);
    await until('the primary unit is active', async () =>
      (await primary.ask('show failover')).includes('Active'),
    );
    secondary = await ConsoleSession.open(served.endpoints.consoles.secondary);
    await secondary.bootstrap(topology, 'secondary', secrets);
    await until('the standby unit is ready', async () =>
      (await primary.ask('show failover', /Stateful Failover[^]*# /)).includes('Standby Ready'),
    );
  });
  after(() => served.close());

  for (const protocol of ['tcp', 'http'] as const)
    it(`carries a session over ${protocol} through the pair, to an echo and back`, async () => {
      const client = connect(served.endpoints.flows['inside-to-outside']![protocol]!);
      client.write('through the pair');
      const [echo] = await within(realClock, 20_000, once(client, 'data'));
      expect(String(echo)).to.equal('through the pair');
      const ended = within(realClock, 20_000, once(client.resume(), 'close'));
      client.end();
      expect(await ended).to.deep.equal([false]);
    });

  it('prints show failover on both consoles', async () => {
    expect(await primary.ask('show failover', /# $/)).to.match(/This host: Primary - Active/);
    expect(await secondary.ask('show failover', /# $/)).to.match(/This host: Secondary - Standby Ready/);
  });

  it('serves an ssh2 client', async () => {
    const shell = await SshShell.connect(served.endpoints.management.primary, { username, password });
    await (await shell.shell()).until(/> $/);
    shell.write('enable\r');
    await shell.until(/Password: $/);
    shell.write(`${enable}\r`);
    await shell.until(/# $/);
    shell.write('terminal pager 0\rshow failover\r');
    await shell.until(/Failover On[^]*Stateful Failover[^]*# $/);
    shell.write('exit\r');
    await shell.closed;
    expect(shell.error).to.equal(undefined);
    expect(shell.fingerprint).to.equal(served.endpoints.management.primary.fingerprint);
  });

  it('serves SSH on the standby unit as well', async () => {
    const shell = await SshShell.connect(served.endpoints.management.secondary, { username, password });
    await (await shell.shell()).until(/> $/);
    shell.client.end();
    await shell.closed;
  });

  describe('to a stock client', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fover-ssh-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    itWith(peers.ssh, 'such as OpenSSH', async () => {
      writeFileSync(join(folder, 'askpass'), '#!/bin/sh\necho "$LOGIN_PASSWORD"\n', { mode: 0o700 });
      const args = openSshArguments(served.endpoints.management.primary, username, folder);
      const { stdout } = await run('ssh', args, {
        input: `enable\n${enable}\nterminal pager 0\nshow failover\nexit\n`,
        env: { ...openSshEnvironment(folder), LOGIN_PASSWORD: password },
      });
      expect(stdout).to.match(/show failover\s+Failover On/);
      expect(stdout).to.match(/Other host: Secondary - Standby Ready/);
    });

    itWith(peers.netmiko, 'such as netmiko', async () => {
      const program = fileURLToPath(new URL('./front/netmiko-show-failover.py', import.meta.url));
      const { host, port } = served.endpoints.management.primary;
      const { code, stdout, stderr } = await run(
        '/usr/bin/python3',
        [program, host, String(port), username],
        {
          env: { LOGIN_PASSWORD: password, ENABLE_PASSWORD: enable },
          boundMs: 100_000,
        },
      );
      expect(code, stderr).to.equal(0);
      expect(stdout).to.match(/^\s*Failover On/);
      expect(stdout).to.match(/This host: Primary - Active/);
    });
  });

  it('has every cabled port on its switch, by name', async () => {
    const client = SnmpClient.community(served.endpoints.switches['sw1']!, community);
    const names = (await client.walk(`${ifEntry}.2`)).map((line) => line.split(': ')[1]);
    client.close();
    const cabled = Object.values(topology.units).flatMap(({ cables }) =>
      Object.values(cables).map(({ port }) => port),
    );
    expect(names).to.include.members(cabled);
  });

  it('takes a port down when told to, and tells when the link is down and up again', async () => {
    const client = SnmpClient.community(served.endpoints.switches['sw1']!, community);
    const port = topology.units.secondary.cables['GigabitEthernet0/3']!.port;
    const row = (await client.walk(`${ifEntry}.2`))
      .find((line) => line.endsWith(`: ${port}`))!
      .split(':')[0]!;
    for (const wish of [2, 1]) {
      await client.set(`${ifEntry}.7.${row}`, wish);
      await until(`ifOperStatus ${wish}`, async () => (await client.get(`${ifEntry}.8.${row}`))[0] === wish);
    }
    client.close();
  });

  it('carries a probe through the active unit', async () => {
    const { send, receive } = served.endpoints.flows['inside-to-outside']!;
    const host = createSocket('udp4');
    const arrived = new Set<string>();
    host.on('message', (packet) => arrived.add(packet.toString()));
    await until('a probe arrives', async () => {
      host.send('hello', receive.port, receive.host);
      host.send('probe', send.port, send.host);
      return arrived.has('probe');
    });
    host.close();
  });

  it('cuts SSH and silences the console when an outlet goes off, and boots when it is on again', async () => {
    const pdu = SnmpClient.community(served.endpoints.pdus['pdu1']!, community);
    const shell = await SshShell.connect(served.endpoints.management.secondary, { username, password });
    await (await shell.shell()).until(/> $/);
    await pdu.set(`${rpdu2}.4.1.5.2`, 2);
    await until('the outlet is off', async () => (await pdu.get(`${rpdu2}.3.1.5.2`))[0] === 1);
    await shell.closed;
    secondary.client.received = Buffer.alloc(0);
    secondary.client.write('\r');
    await pause(realClock, 300);
    expect(secondary.client.text).to.equal('');
    await pdu.set(`${rpdu2}.4.1.5.2`, 1);
    await secondary.client.until(/Type help or '\?'/);
    pdu.close();
  });
});

describe('serving a simulated bench', () => {
  it('stops the pair again when a front cannot listen', async () => {
    const taken = await openUdpSocket('test', { host: '127.0.0.1', port: 0 });
    const unfree = shippedTopology((written) => {
      Object.assign(written.pdus['pdu1']!.snmp, { port: taken.endpoint.port });
    });
    const clock = new VirtualClock();
    const error: unknown = await serveSimulatedBench(unfree, secrets, clock).catch(
      (reason: unknown) => reason,
    );
    await closeUdp(taken.socket);
    expect(error).to.be.instanceOf(BenchError);
    expect(clock.pending).to.equal(0);
  });

  it('leaves no timer and no port when it is closed, once or twice', async () => {
    const clock = new VirtualClock();
    const twice = await serveSimulatedBench(topology, secrets, clock);
    await Promise.all([twice.close(), twice.close()]);
    expect(clock.pending).to.equal(0);
    const error: unknown = await RawClient.open(twice.endpoints.consoles.primary).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).to.include('ECONNREFUSED');
  });

  it('takes defects by name, and refuses one that it does not know with those that it does', async () => {
    const [first] = defects;
    const broken = await serveSimulatedBench(topology, secrets, new VirtualClock(), {
      defects: [first!.name],
    });
    await broken.close();
    const error: unknown = await serveSimulatedBench(topology, secrets, new VirtualClock(), {
      defects: ['no-such', { defect: first!.name, unit: 'primary' }],
    }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(UsageError);
    expect(String(error)).to.include('no-such').and.to.include(first!.name);
  });
});
