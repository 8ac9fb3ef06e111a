import { expect } from 'chai';
import type { Secrets } from '../../../topology/index.ts';
import { VirtualClock } from '../../../virtual-clock.ts';
import { community, fakeSecrets, fakeSwitch, shippedTopology } from '../fake-bench.test-support.ts';
import type { Front } from '../door/front.ts';
import { itWith, peers, run, type Ended } from '../peers.test-support.ts';
import { library, refusalOf, SnmpClient } from './snmp-client.test-support.ts';
import { serveSnmpSwitch } from './snmp-switch.ts';

const ifEntry = '1.3.6.1.2.1.2.2.1';
const ifXEntry = '1.3.6.1.2.1.31.1.1.1';
const adminOf = (index: number): string => `${ifEntry}.7.${index}`;
const operOf = (index: number): string => `${ifEntry}.8.${index}`;
const v3Access = {
  host: '127.0.0.1',
  port: 0,
  version: '3',
  user: 'lab',
  auth: { protocol: 'sha256', password: '${AUTH}' },
  priv: { protocol: 'aes', password: '${PRIV}' },
};

const unset: Secrets = {
  reveal: () => {
    throw new Error('FOVER_SIMULATED_COMMUNITY is not set');
  },
  values: () => [],
};
/** Without MIB texts, which Debian does not ship. */
const tool = (name: string, ...args: string[]): Promise<Ended> => run(name, args, { env: { MIBS: '' } });

describe('SNMP agent of a switch', () => {
  const clock = new VirtualClock(new Date(0), 61_000);
  const access = shippedTopology().switches['sw1']!.snmp!;
  let device: ReturnType<typeof fakeSwitch>;
  let front: Front;
  let writer: SnmpClient;
  let reader: SnmpClient;

  beforeEach(async () => {
    device = fakeSwitch(() => clock.nowMs());
    front = await serveSnmpSwitch(device, access, fakeSecrets, clock);
    writer = SnmpClient.community(front.endpoint, community);
    reader = SnmpClient.community(front.endpoint, 'public');
  });
  afterEach(async () => {
    writer.close();
    reader.close();
    await front.close();
  });

  it('says what it is and how long it has been up', async () => {
    const system = '1.3.6.1.2.1.1';
    expect(
      await reader.get(`${system}.1.0`, `${system}.2.0`, `${system}.3.0`, `${system}.5.0`),
    ).to.deep.equal(['Simulated Ethernet switch', '1.3.6.1.4.1.9.1.716', 6000, 'sw1']);
  });

  it('lists its ports in ifTable and ifXTable', async () => {
    expect(await reader.walk(`${ifEntry}.2`)).to.deep.equal([
      '10101: GigabitEthernet1/0/1',
      '10102: GigabitEthernet1/0/2',
    ]);
    const extension = await reader.walk(ifXEntry);
    expect(extension).to.have.lengthOf(19 * 2);
    expect(extension).to.include.members(
      [
        ['1.10101: Gi1/0/1', '1.10102: Gi1/0/2', '14.10101: 2', '14.10102: 2'],
        ['15.10101: 1000', '15.10102: 1000', '18.10101: cable 1', '18.10102: cable 2'],
      ].flat(),
    );
    const row = [1, 3, 4, 5, 6, 7, 8, 9].map((column) => `${ifEntry}.${column}.10102`);
    expect(await reader.get(...row)).to.deep.equal([10_102, 6, 1500, 1e9, '\x02\0\0\0\x27\x76', 1, 1, 0]);
  });

  it('shuts a port once for one SET, and tells what the switch says afterwards', async () => {
    await writer.set(adminOf(10_101), 2);
    expect(device.told).to.deep.equal(['10101 down']);
    expect(await reader.get(adminOf(10_101), operOf(10_101), operOf(10_102))).to.deep.equal([2, 2, 1]);
    expect(await reader.get(`${ifEntry}.9.10101`)).to.deep.equal([6000]);
    await writer.set(adminOf(10_101), 1);
    expect(device.told).to.deep.equal(['10101 down', '10101 up']);
  });

  it('reads its ports at every request', async () => {
    await reader.get(operOf(10_102));
    Object.assign(device.ports[1]!, { oper: 'down' });
    expect(await reader.get(operOf(10_102), adminOf(10_102))).to.deep.equal([2, 1]);
  });

  describe('refuses', () => {
    const cases: readonly [string, () => Promise<unknown>, string][] = [
      ['a write with the community that may only read', () => reader.set(adminOf(10_101), 2), 'NoAccess'],
      ['a status that does not exist', () => writer.set(adminOf(10_101), 9), 'WrongValue'],
      ['testing, which no port here can do', () => writer.set(adminOf(10_101), 3), 'WrongValue'],
      ['text for a number', () => writer.set(adminOf(10_101), 'down', 'OctetString'), 'WrongType'],
      ['a write to what is only read', () => writer.set(operOf(10_101), 2), 'NotWritable'],
      ['a port that does not exist', () => writer.set(adminOf(99), 2), 'NoCreation'],
      [
        'both of two writes when one is wrong',
        () =>
          writer.setAll([
            [adminOf(10_101), 2],
            [adminOf(10_102), 7],
          ]),
        'WrongValue',
      ],
    ];
    for (const [title, request, refusal] of cases)
      it(title, async () => {
        expect(await refusalOf(request())).to.equal(refusal);
        expect(device.told).to.deep.equal([]);
      });

    it('with silence, who does not know its community', async () => {
      const { host, port } = front.endpoint;
      const stranger = new SnmpClient(
        library.createSession(host, 'wrong', { port, timeout: 200, retries: 0 }),
      );
      expect(await refusalOf(stranger.get(adminOf(10_101)))).to.include('timed out');
      stranger.close();
    });

    it('what the switch itself could not do, and goes on', async () => {
      device.setAdmin = () => {
        throw new Error('stuck');
      };
      expect(await refusalOf(writer.set(adminOf(10_101), 2))).to.equal('CommitFailed');
      expect(await reader.get(adminOf(10_101))).to.deep.equal([1]);
    });
  });

  it('speaks SNMPv1 in the words of SNMPv1', async () => {
    const old = SnmpClient.community(front.endpoint, community, library.Version1);
    expect(await old.get(adminOf(10_101))).to.deep.equal([1]);
    expect(await refusalOf(old.get(adminOf(10_101), adminOf(99)))).to.equal('NoSuchName');
    expect(await refusalOf(old.set(adminOf(10_101), 9))).to.equal('BadValue');
    await old.set(adminOf(10_101), 2);
    expect(await old.walk(`${ifEntry}.7`)).to.deep.equal(['10101: 2', '10102: 1']);
    expect(await old.walk('1.3.6.1.6')).to.deep.equal([]);
    old.close();
  });

  it('speaks SNMPv3 when its topology says so, and then knows no community', async () => {
    const secure = shippedTopology((written) => void (written.switches['sw1']!.snmp = v3Access)).switches[
      'sw1'
    ]!.snmp!;
    const guarded = await serveSnmpSwitch(device, secure, fakeSecrets, clock);
    const { host, port } = guarded.endpoint;
    const user = {
      name: 'lab',
      level: library.SecurityLevel['authPriv'],
      authProtocol: library.AuthProtocols['sha256'],
      authKey: 'value-of-AUTH',
      privProtocol: library.PrivProtocols['aes'],
      privKey: 'value-of-PRIV',
    };
    const session = library.createV3Session(host, user, { port, version: library.Version3, timeout: 10_000 });
    const client = new SnmpClient(session);
    await client.set(adminOf(10_102), 2);
    expect(await client.get(operOf(10_102))).to.deep.equal([2]);
    const stranger = new SnmpClient(
      library.createSession(host, 'public', { port, timeout: 200, retries: 0 }),
    );
    expect(await refusalOf(stranger.get(operOf(10_102)))).to.include('timed out');
    client.close();
    stranger.close();
    await guarded.close();
  });

  it('says which switch could not have its port, and frees nothing that is not its own', async () => {
    const taken = { ...access, port: front.endpoint.port };
    const error = await refusalOf(serveSnmpSwitch(device, taken, fakeSecrets, clock));
    expect(error).to.include('switch sw1').and.to.include('EADDRINUSE').and.to.include('ss -lunp');
    expect(await reader.get(adminOf(10_101))).to.deep.equal([1]);
  });

  it('refuses to start with a secret that is not set, and leaves no socket', async () => {
    const port = front.endpoint.port;
    await front.close();
    const error = await refusalOf(serveSnmpSwitch(device, { ...access, port }, unset, clock));
    expect(error).to.include('is not set');
    front = await serveSnmpSwitch(device, { ...access, port }, fakeSecrets, clock);
    expect(front.endpoint.port).to.equal(port);
  });

  describe("answers Debian's net-snmp tools", () => {
    let agent: string;
    beforeEach(() => (agent = `127.0.0.1:${front.endpoint.port}`));

    itWith(peers.snmpwalk, 'snmpwalk, v1 and v2c, to the very end of its tree', async () => {
      for (const version of ['-v1', '-v2c']) {
        const { code, stdout, stderr } = await tool('snmpwalk', version, '-c', 'public', '-Oqn', agent, '.1');
        expect(stderr).to.equal('');
        expect(code).to.equal(0);
        expect(stdout)
          .to.include(`.${adminOf(10_101)} 1`)
          .and.to.include(`.${ifXEntry}.18.10102 "cable 2"`);
        const values = stdout
          .split('\n')
          .filter((line) => /^\.1.* /.test(line) && !line.includes('No more variables'));
        // The eight 64-bit counters of a port are for those who speak version 2.
        const inner = version === '-v1' ? 11 : 19;
        const interfaces = values.filter((line) => /^\.1\.3\.6\.1\.2\.1\.(2|31)\./.test(line));
        expect(interfaces).to.have.lengthOf(1 + 18 * 2 + inner * 2);
      }
    });

    itWith(peers.snmpwalk, 'snmpbulkwalk', async () => {
      const { code, stdout } = await tool('snmpbulkwalk', '-v2c', '-c', 'public', '-Oqn', agent, ifEntry);
      expect(code).to.equal(0);
      expect(stdout.trim().split('\n')).to.have.lengthOf(18 * 2);
    });

    itWith(peers.snmpwalk, 'snmpset and snmpget', async () => {
      const set = await tool('snmpset', '-v2c', '-c', community, '-Oqn', agent, adminOf(10_101), 'i', '2');
      expect(set).to.include({ code: 0, stdout: `.${adminOf(10_101)} 2\n` });
      const get = await tool('snmpget', '-v2c', '-c', 'public', '-Oqn', agent, operOf(10_101), operOf(99));
      expect(get.stdout)
        .to.include(`.${operOf(10_101)} 2`)
        .and.to.include('No Such Instance');
      expect(device.told).to.deep.equal(['10101 down']);
    });

    itWith(peers.snmpwalk, 'snmpset, refusing it', async () => {
      const denied = await tool('snmpset', '-v2c', '-c', 'public', agent, adminOf(10_101), 'i', '2');
      expect(denied.stderr).to.include('noAccess');
      const wrong = await tool('snmpset', '-v2c', '-c', community, agent, adminOf(10_101), 'i', '7');
      expect(wrong.stderr).to.include('wrongValue');
      expect(device.told).to.deep.equal([]);
    });
  });
});
