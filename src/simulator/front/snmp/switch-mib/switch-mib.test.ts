import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { VirtualClock } from '../../../../virtual-clock.ts';
import { broadcastMac } from '../../../fabric/frame.ts';
import { LearningSwitch } from '../../../fabric/switch/learning-switch.ts';
import { NetworkPort } from '../../../fabric/network-port.ts';
import { portsOfSwitch } from '../../../fabric/switch/port-names.ts';
import { community, fakeSecrets, shippedTopology } from '../../fake-bench.test-support.ts';
import type { Front } from '../../door/front.ts';
import { sourcesOf } from '../../door/sources.ts';
import type { TrapReceiver } from '../link-traps.ts';
import { itWith, peers, run } from '../../peers.test-support.ts';
import { library, refusalOf, SnmpClient } from '../snmp-client.test-support.ts';
import { serveSnmpSwitch } from '../snmp-switch.ts';

const bridge = '1.3.6.1.2.1.17';
const cisco = '1.3.6.1.4.1.9.9';
const vmVlan = `${cisco}.68.1.2.2.1.2`;
const portState = `${bridge}.2.15.1.3`;
const forwardDelayMs = 15_000;
const access = shippedTopology().switches['sw1']!.snmp!;
const tool = (name: string, ...args: string[]) => run(name, args, { env: { MIBS: '' } });

/** Port 1 and 2 in VLAN 101, port 3 a trunk of VLAN 102; the ports come up as spanning tree has it. */
function cabledSwitch(clock: VirtualClock): { device: LearningSwitch; cards: NetworkPort[] } {
  const ports = portsOfSwitch(['GigabitEthernet1/0/1']);
  const settings = { portfast: false, forwardDelayMs, operLagMs: 40 };
  const device = new LearningSwitch('sw1', clock, ports, settings);
  const cards = (['inside', 'inside', 'outside'] as const).map((segment, at) => {
    const card = new NetworkPort(`card ${at}`, clock);
    device.attach(ports[at]!.name, segment, `cable ${at}`, card, at === 2 ? 'trunk' : 'access');
    return card;
  });
  return { device, cards };
}

describe('the MIBs of a switch', () => {
  let clock: VirtualClock;
  let device: LearningSwitch;
  let cards: NetworkPort[];
  let front: Front;
  let client: SnmpClient;

  const serve = async (receivers: readonly TrapReceiver[] = []): Promise<void> => {
    front = await serveSnmpSwitch(device, access, fakeSecrets, clock, receivers);
    client = SnmpClient.community(front.endpoint, community);
  };
  beforeEach(() => {
    clock = new VirtualClock();
    ({ device, cards } = cabledSwitch(clock));
  });
  afterEach(async () => {
    client.close();
    await front.close();
  });

  it('show a port that listens and learns before it forwards, and later its operational status', async () => {
    await serve();
    cards[0]!.setLit(true);
    const status = () =>
      client.get(`${portState}.1`, '1.3.6.1.2.1.2.2.1.8.10101', '1.3.6.1.2.1.2.2.1.9.10101');
    expect(await status()).to.deep.equal([3, 2, 0]);
    await clock.advance(40);
    expect(await status()).to.deep.equal([3, 1, 4]);
    await clock.advance(forwardDelayMs);
    expect(await status()).to.deep.equal([4, 1, 4]);
    await clock.advance(forwardDelayMs);
    expect(await status()).to.deep.equal([5, 1, 4]);
    expect(await client.get(`${bridge}.2.11.0`, `${bridge}.2.15.1.10.1`, `${portState}.2`)).to.deep.equal([
      1500, 1, 1,
    ]);
  });

  it('make a port one that forwards at once, the next time that it comes up', async () => {
    await serve();
    const mode = `${cisco}.82.1.9.3.1.3`;
    expect(await client.get(`${mode}.1`, `${mode}.3`)).to.deep.equal([2, 2]);
    await client.set(`${mode}.1`, 1);
    await client.set(`${mode}.3`, 1);
    expect(await client.get(`${mode}.1`, `${mode}.3`)).to.deep.equal([1, 2]);
    await client.set(`${mode}.3`, 3);
    expect(await client.get(`${mode}.3`)).to.deep.equal([3]);
    cards[0]!.setLit(true);
    await clock.advance(40);
    expect(await client.get(`${portState}.1`, `${cisco}.82.1.9.5.1.3.101.1`)).to.deep.equal([5, 1]);
  });

  it('tell which address is behind which port, in every VLAN and in one', async () => {
    await serve();
    for (const [at, source] of ['0200.0000.00ff', '0200.0000.0001'].entries()) {
      cards[at]!.setLit(true);
      await clock.advance(2 * forwardDelayMs);
      const packet = { carries: 'ping', from: '10.0.0.1', to: '10.0.0.2', reply: false } as const;
      cards[at]!.send({ source, destination: broadcastMac, packet });
      await clock.advance(1);
    }
    expect(await client.walk(`${bridge}.4.3.1.2`)).to.deep.equal(['2.0.0.0.0.1: 2', '2.0.0.0.0.255: 1']);
    expect(await client.walk(`${bridge}.7.1.2.2.1.2`)).to.deep.equal([
      '101.2.0.0.0.0.1: 2',
      '101.2.0.0.0.0.255: 1',
    ]);
    for (const [vlan, seen] of [
      [101, 2],
      [102, 0],
    ]) {
      const view = SnmpClient.community(front.endpoint, `${community}@${vlan}`);
      expect(await view.walk(`${bridge}.4.3.1.2`)).to.have.lengthOf(seen!);
      view.close();
    }
    await clock.advance(300_000);
    expect(await client.walk(`${bridge}.4.3.1.2`)).to.deep.equal([]);
    expect(await client.get('1.3.6.1.2.1.2.2.1.12.10101', '1.3.6.1.2.1.31.1.1.1.5.10101')).to.deep.equal([
      1, 1,
    ]);
  });

  it('move an access port into another VLAN; a trunk has no row there', async () => {
    await serve();
    expect(await client.walk(vmVlan)).to.include.members(['10101: 101', '10102: 101', '10104: 1']);
    const statusOf = `${cisco}.68.1.2.2.1.3.10101`;
    await client.set(`${vmVlan}.10101`, 999);
    expect(await client.get(`${vmVlan}.10101`, statusOf)).to.deep.equal([999, 2]);
    await client.set(`${vmVlan}.10101`, 4000);
    expect(await client.get(statusOf)).to.deep.equal([1]);
    expect(await refusalOf(client.set(`${vmVlan}.10103`, 101))).to.equal('NoCreation');
    expect(await refusalOf(client.set(`${vmVlan}.10101`, 0))).to.equal('InconsistentValue');
    expect(await refusalOf(client.set(`${vmVlan}.10101`, 4095))).to.equal('WrongValue');
    const pvid = `${bridge}.7.1.4.5.1.1`;
    expect(await refusalOf(client.set(`${pvid}.1`, 4000, 'Gauge'))).to.equal('InconsistentValue');
    await client.set(`${pvid}.1`, 102, 'Gauge');
    expect(await client.get(`${vmVlan}.10101`, `${pvid}.3`)).to.deep.equal([102, 102]);
    expect(await client.get(`${bridge}.7.1.4.2.1.4.0.102`)).to.deep.equal(['\xa0\0\0']);
    expect(await client.walk(`${bridge}.7.1.4.3.1.1`)).to.deep.equal([
      '1: default',
      '101: inside',
      '102: outside',
      '999: isolation',
    ]);
  });

  it('say what a port is apart from an access port: trunk, member of a channel, err-disabled', async () => {
    await serve();
    const columns = [`${cisco}.46.1.6.1.1.14`, `${cisco}.98.1.1.1.1.1`, `${cisco}.98.1.1.1.1.8`];
    const factsOf = (index: number) => client.get(...columns.map((column) => `${column}.${index}`));
    expect(await factsOf(10_101)).to.deep.equal([2, 1, 10_101]);
    device.ports[0]!.channel = 3;
    expect(await factsOf(10_101)).to.deep.equal([2, 2, 5003]);
    expect(await factsOf(10_103)).to.deep.equal([1, 1, 10_103]);
    const cause = `${cisco}.548.1.3.1.1.2`;
    expect(await client.walk(cause)).to.deep.equal([]);
    cards[1]!.setLit(true);
    device.ports[1]!.errDisable('bpduguard');
    expect(cards[1]!.linkUp).to.equal(false);
    expect(await client.walk(cause)).to.deep.equal(['10102.0: 2']);
    expect(await client.get('1.3.6.1.2.1.2.2.1.7.10102', '1.3.6.1.4.1.9.2.2.1.1.20.10102')).to.deep.equal([
      1,
      'err-disabled',
    ]);
    for (const admin of [1, 2, 1]) await client.set('1.3.6.1.2.1.2.2.1.7.10102', admin);
    expect(await client.walk(cause)).to.deep.equal([]);
    expect(cards[1]!.linkUp).to.equal(true);
  });

  it('count how often a link flaps, even where the status did not show it', async () => {
    await serve();
    for (const lit of [true, false, true, false]) cards[0]!.setLit(lit);
    await clock.advance(100);
    const [changes, oper, since] = await client.get(
      '1.3.6.1.4.1.9.2.2.1.1.21.10101',
      '1.3.6.1.2.1.2.2.1.8.10101',
      '1.3.6.1.2.1.2.2.1.9.10101',
    );
    expect([changes, oper, since]).to.deep.equal([4, 2, 0]);
  });

  itWith(peers.snmpwalk, 'are walked by snmpwalk to the end, in order, and set by snmpset', async () => {
    await serve();
    const agent = `127.0.0.1:${front.endpoint.port}`;
    for (const walk of ['snmpwalk', 'snmpbulkwalk']) {
      const { code, stdout, stderr } = await tool(walk, '-v2c', '-c', 'public', '-Oqn', agent, '.1');
      expect({ code, stderr }, walk).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout.trim().split('\n').length, walk).to.be.greaterThan(24 * 50);
      expect(stdout)
        .to.include(`.${vmVlan}.10101 101`)
        .and.to.include('.1.2.840.10006.300.43.1.2.1.1.13.10101 0');
    }
    const set = await tool('snmpset', '-v2c', '-c', community, '-Oqn', agent, `${vmVlan}.10102`, 'i', '999');
    expect(set).to.include({ code: 0, stdout: `.${vmVlan}.10102 999\n` });
    expect(device.ports[1]!.vlan).to.equal(999);
    const trunk = await tool('snmpset', '-v2c', '-c', community, agent, `${vmVlan}.10103`, 'i', '101');
    expect(trunk.stderr).to.include('noCreation');
    const wide = await tool('snmpget', '-v2c', '-c', 'public', '-Oqn', agent, '1.3.6.1.2.1.31.1.1.1.6.10101');
    expect(wide.stdout).to.equal('.1.3.6.1.2.1.31.1.1.1.6.10101 0\n');
  });

  itWith(peers.snmpwalk, 'have one view of the bridge for each VLAN: a context of SNMPv3', async () => {
    const user = {
      host: '127.0.0.1',
      port: 0,
      version: '3',
      user: 'lab',
      auth: { protocol: 'sha', password: '${AUTH}' },
      priv: { protocol: 'aes', password: '${PRIV}' },
    };
    const secure = shippedTopology((written) => void (written.switches['sw1']!.snmp = user)).switches['sw1']!
      .snmp!;
    await serve();
    const guarded = await serveSnmpSwitch(device, secure, fakeSecrets, clock);
    const who = ['-v3', '-l', 'authPriv', '-u', 'lab', '-a', 'SHA', '-A', 'value-of-AUTH'];
    who.push('-x', 'AES', '-X', 'value-of-PRIV', '-Oqn', '-t', '2', '-r', '0');
    const where = [`127.0.0.1:${guarded.endpoint.port}`, `${bridge}.1.4.1.2`];
    const walk = (context: string) => tool('snmpwalk', ...who, '-n', context, ...where);
    expect((await walk('vlan-101')).stdout.trim().split('\n')).to.deep.equal([
      `.${bridge}.1.4.1.2.1 10101`,
      `.${bridge}.1.4.1.2.2 10102`,
    ]);
    expect((await walk('vlan-77')).stderr).to.include('Timeout');
    await guarded.close();
  });

  describe('tell of links', () => {
    const receiverAt = (port: number, version: '1' | '2c', inform = false): TrapReceiver => ({
      to: { host: '127.0.0.1', port, version, community: { secret: 'TRAPS' } },
      inform,
    });

    for (const [version, inform] of [
      ['1', false],
      ['2c', false],
      ['2c', true],
    ] as const)
      itWith(peers.snmptrapd, `snmptrapd, SNMPv${version} ${inform ? 'inform' : 'trap'}`, async () => {
        const daemon = await trapDaemon();
        await serve([receiverAt(daemon.port, version, inform)]);
        cards[0]!.setLit(true);
        await clock.advance(40);
        expect(await daemon.line()).to.match(/^up 1 1 .*GigabitEthernet1\/0\/1/);
        await client.set('1.3.6.1.2.1.2.2.1.7.10101', 2);
        await clock.advance(40);
        expect(await daemon.line()).to.match(/^down 2 2 /);
        await client.set('1.3.6.1.2.1.31.1.1.1.14.10101', 2);
        await client.set('1.3.6.1.2.1.2.2.1.7.10101', 1);
        cards[1]!.setLit(true);
        await clock.advance(40);
        expect(await daemon.line()).to.include('GigabitEthernet1/0/2');
        await daemon.stop();
      });

    it('a receiver with SNMPv3, in private', async () => {
      const user = library.SecurityLevel['authPriv'];
      const heard: unknown[] = [];
      const port = await freePort();
      const senders = new Set<string | undefined>();
      const from = (await sourcesOf(shippedTopology()))?.switches['sw1'];
      const receiver = library.createReceiver({ port, address: '127.0.0.1' }, (_error, message) => {
        senders.add(message?.rinfo.address);
        heard.push(message?.pdu.varbinds.map(({ value }) => String(value)));
      });
      receiver.getAuthorizer().addUser({
        name: 'lab',
        level: user,
        authProtocol: library.AuthProtocols['sha256'],
        authKey: 'value-of-AUTH',
        privProtocol: library.PrivProtocols['aes'],
        privKey: 'value-of-PRIV',
      });
      const to = {
        host: '127.0.0.1',
        port,
        version: '3',
        user: 'lab',
        auth: { protocol: 'sha256', password: { secret: 'AUTH' } },
        priv: { protocol: 'aes', password: { secret: 'PRIV' } },
      } as const;
      await serve([{ to, inform: false, from }]);
      cards[0]!.setLit(true);
      await clock.advance(40);
      while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(heard[0]).to.include.members(['1.3.6.1.6.3.1.1.5.4', '10101', 'GigabitEthernet1/0/1']);
      expect([...senders]).to.deep.equal([from ?? '127.0.0.1']);
      await new Promise<void>((resolve) => receiver.close(() => resolve()));
    });
  });
});

/** A port that nobody has at the moment; what is told to listen there must be told its number. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return port;
}

/** net-snmp's trap daemon, printing one line a notification: what, admin, oper, and the rest. */
async function trapDaemon(): Promise<{
  readonly port: number;
  line(): Promise<string>;
  stop(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'fover-traps-'));
  const config = join(folder, 'snmptrapd.conf');
  writeFileSync(config, 'authCommunity log value-of-TRAPS\n');
  const port = await freePort();
  const args = ['-f', '-Lo', '-C', '-c', config, '-On', '-F', '%w %v\n', `udp:127.0.0.1:${port}`];
  const env = { ...process.env, MIBS: '', SNMP_PERSISTENT_DIR: folder };
  const child = spawn('snmptrapd', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value } = await lines.next();
    return String(value);
  };
  while (!(await next()).includes('NET-SNMP version'));
  return {
    port,
    line: async () => {
      for (;;) {
        const line = await next();
        const told = /\.7\.\d+ = INTEGER: (\d).*\.8\.\d+ = INTEGER: (\d)/.exec(line);
        if (told) return `${told[2] === '1' ? 'up' : 'down'} ${told[1]} ${told[2]} ${line}`;
      }
    },
    stop: async () => {
      child.kill();
      await once(child, 'close');
      rmSync(folder, { recursive: true });
    },
  };
}
