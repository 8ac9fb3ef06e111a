import { expect } from 'chai';
import { library, refusalOf, SnmpClient } from './snmp-client.test-support.ts';
import { itWith, peers, run, type Ended } from '../peers.test-support.ts';
import { ServedPair, until } from '../served-pair.test-support.ts';

const station = 'snmp-server host inside 198.51.100.9 community lab version 2c';
const hardware = '1.3.6.1.4.1.9.9.147.1.2.1.1.1';
const serial = '1.3.6.1.2.1.47.1.1.1.1.11.1';
type Role = 'active' | 'standby';

describe('SNMP agent of a unit', function () {
  this.timeout(60_000);
  let pair: ServedPair;
  afterEach(() => pair.served.close());

  const at = (role: Role): string => {
    const { host, port } = pair.door(role).snmp;
    return `${host}:${port}`;
  };
  /** Without MIB texts, which Debian does not ship; one try of one second. */
  const tool = (name: string, who: readonly string[], role: Role, ...oids: string[]): Promise<Ended> =>
    run(name, ['-r0', '-t1', ...who, '-Oqn', at(role), ...oids], { env: { MIBS: '' } });
  /** `oid: value`, in the order of the answer. */
  const told = ({ stdout }: Ended): readonly string[] =>
    stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\.(\S+) "?(.*?)"?$/, '$1: $2'));
  /** The engine ID by which the agent makes itself known to who asks with SNMPv3. */
  const engineAt = async (role: Role): Promise<string | undefined> => {
    const { host, port } = pair.door(role).snmp;
    const nobody = { name: 'nobody', level: library.SecurityLevel['noAuthNoPriv'] };
    const session = library.createV3Session(host, nobody, { port, timeout: 2000, retries: 0 });
    const client = new SnmpClient(session);
    await refusalOf(client.get(serial));
    client.close();
    return session.msgSecurityParameters?.msgAuthoritativeEngineID.toString('hex');
  };
  const community = ['-v2c', '-c', 'lab'];
  const hardwareTable = async (role: Role, who: readonly string[] = community): Promise<readonly string[]> =>
    told(await tool('snmpwalk', who, role, hardware)).map((line) => line.slice(hardware.length + 1));
  const rows = (thisDevice: 'Primary' | 'Secondary', active: 'Primary' | 'Secondary'): readonly string[] => {
    const unit = (name: string): string => `${name} unit${name === thisDevice ? ' (this device)' : ''}`;
    const [primary, secondary] = active === 'Primary' ? ['Active', 'Standby'] : ['Standby', 'Active'];
    const { link } = pair.served.bench.topology.pair.failover;
    const values: Readonly<Record<string, number>> = { Active: 9, Standby: 10 };
    return [
      '2.4: Failover LAN Interface',
      `2.6: ${unit('Primary')}`,
      `2.7: ${unit('Secondary')}`,
      '3.4: 2',
      `3.6: ${values[primary!]}`,
      `3.7: ${values[secondary!]}`,
      `4.4: ${link!.nameif} ${link!.interface}`,
      `4.6: ${primary} unit`,
      `4.7: ${secondary} unit`,
    ];
  };

  itWith(
    peers.snmpwalk,
    'tells snmpwalk how the pair stands, and who answers; after a switchover the other unit does',
    async () => {
      pair = await ServedPair.start([station]);
      expect(await hardwareTable('active')).to.deep.equal(rows('Primary', 'Primary'));
      expect(await hardwareTable('standby')).to.deep.equal(rows('Secondary', 'Primary'));
      const serials = async (): Promise<readonly string[]> => {
        const [active, standby] = await Promise.all(
          (['active', 'standby'] as const).map((role) => tool('snmpget', community, role, serial)),
        );
        return [...told(active!), ...told(standby!)].map((line) => line.slice(serial.length + 2));
      };
      const before = await serials();
      const { units } = pair.served.bench.topology;
      expect(before).to.deep.equal([units.primary.serial, units.secondary.serial]);
      await pair.switchOver();
      expect(await hardwareTable('active')).to.deep.equal(rows('Secondary', 'Secondary'));
      expect(await hardwareTable('standby')).to.deep.equal(rows('Primary', 'Secondary'));
      expect(await serials()).to.deep.equal(before.toReversed());
    },
  );

  itWith(peers.snmpwalk, 'tells of a mate that is gone, and of failover that is off', async () => {
    pair = await ServedPair.start([station]);
    pair.served.bench.pdus[0]!.command(2, 'off');
    await until('the mate has failed', async () => (await hardwareTable('active')).includes('3.7: 4'));
    expect(await hardwareTable('active')).to.include.members([
      '3.6: 9',
      '4.6: Active unit',
      '4.7: Failed unit',
    ]);
    expect((await tool('snmpget', community, 'standby', serial)).stderr).to.include('Timeout');
    pair.type('primary', 'configure terminal', 'no failover');
    await until('failover is off', async () => (await hardwareTable('active')).includes('4.6: Failover Off'));
    expect(await hardwareTable('active')).to.include.members([
      '3.4: 3',
      '4.4: not Configured',
      '3.6: 3',
      '3.7: 3',
      '4.7: Failover Off',
    ]);
  });

  itWith(peers.snmpwalk, 'names its make, its interfaces and their addresses', async () => {
    pair = await ServedPair.start([station]);
    const product = '1.3.6.1.2.1.1';
    expect(
      told(await tool('snmpget', community, 'active', `${product}.1.0`, `${product}.2.0`)),
    ).to.deep.equal([
      `${product}.1.0: Cisco Adaptive Security Appliance Version ${pair.served.bench.topology.pair.firmware}`,
      `${product}.2.0: .1.3.6.1.4.1.9.1.1408`,
    ]);
    const ifEntry = '1.3.6.1.2.1.2.2.1';
    const names = told(await tool('snmpwalk', community, 'active', `${ifEntry}.2`));
    const inside =
      names.findIndex((line) => line.endsWith("Adaptive Security Appliance 'inside' interface")) + 1;
    expect(inside).to.be.greaterThan(0);
    expect(told(await tool('snmpget', community, 'active', `${ifEntry}.8.${inside}`))).to.deep.equal([
      `${ifEntry}.8.${inside}: 1`,
    ]);
    const indexes = '1.3.6.1.2.1.4.20.1.2';
    for (const role of ['active', 'standby'] as const) {
      const own = pair.served.bench.addresses.find((one) => one.role === role)!.address;
      expect(told(await tool('snmpwalk', community, role, indexes)), role).to.include(
        `${indexes}.${own}: ${inside}`,
      );
    }
  });

  itWith(peers.snmpwalk, 'is walked to its end, and read-only', async () => {
    pair = await ServedPair.start([station]);
    const walked = await run('snmpwalk', ['-v2c', '-c', 'lab', '-Oqn', at('active'), '.1'], {
      env: { MIBS: '' },
    });
    expect([walked.code, walked.stderr]).to.deep.equal([0, '']);
    expect(walked.stdout)
      .to.match(/^\.1\.3\.6\.1\.2\.1\.1\.1\.0 /)
      .and.include('.1.3.6.1.4.1.9.9.147.1.2.2.2.1.5.40.7 ');
    const name = '1.3.6.1.2.1.1.5.0';
    const set = await run('snmpset', [...community, '-r0', at('active'), name, 's', 'mine'], {
      env: { MIBS: '' },
    });
    expect(set.stderr).to.include('noAccess');
  });

  itWith(peers.snmpwalk, 'proves who asks with SNMPv3, under one engine ID on both units', async () => {
    pair = await ServedPair.start([
      'snmp-server group watchers v3 priv',
      'snmp-server group lookers v3 auth',
      'snmp-server user lab watchers v3 auth sha first-secret priv aes 128 second-secret',
      'snmp-server user eye lookers v3 auth md5 third-secret',
      'snmp-server user spare watchers v3 auth sha first-secret priv aes 128 second-secret',
      'snmp-server host inside 198.51.100.9 version 3 lab',
      'snmp-server host inside 198.51.100.10 version 3 eye',
    ]);
    const proof = (user: string, hash: string, secret: string): string[] => {
      const level = user === 'eye' ? 'authNoPriv' : 'authPriv';
      return ['-v3', '-u', user, '-l', level, '-a', hash, '-A', secret];
    };
    const secrecy = ['-x', 'AES', '-X', 'second-secret'];
    const lab = [...proof('lab', 'SHA', 'first-secret'), ...secrecy];
    const eye = proof('eye', 'MD5', 'third-secret');
    expect(await hardwareTable('active', lab)).to.deep.equal(rows('Primary', 'Primary'));
    expect(await hardwareTable('standby', eye)).to.deep.equal(rows('Secondary', 'Primary'));
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [[...proof('lab', 'SHA', 'wrong-secret'), ...secrecy], 'Timeout'],
      [proof('eye', 'MD5', 'wrong-secret'), 'Timeout'],
      [[...proof('spare', 'SHA', 'first-secret'), ...secrecy], 'Unknown user name'],
      [community, 'Timeout'],
    ];
    for (const [who, refusal] of refusals)
      expect((await tool('snmpget', who, 'active', serial)).stderr, who.join(' ')).to.include(refusal);
    const engines = await Promise.all([engineAt('active'), engineAt('standby')]);
    expect(engines[0])
      .to.match(/^80000009fe[0-9a-f]{24}$/)
      .and.to.equal(engines[1]);
    await pair.switchOver();
    await until('the other unit answers with the same users', async () =>
      (await hardwareTable('active', lab)).includes('2.7: Secondary unit (this device)'),
    );
  });

  it('is silent to who knows no community of a station there, and where no station may ask', async () => {
    for (const [line, known] of [
      [station, 'public'],
      [station.replace('inside', 'outside'), 'lab'],
      [station.replace('community lab', 'trap community lab'), 'lab'],
    ] as const) {
      pair = await ServedPair.start([line]);
      const { host, port } = pair.door('active').snmp;
      const options = { port, version: library.Version2c, timeout: 300, retries: 0 };
      const client = new SnmpClient(library.createSession(host, known, options));
      expect(await refusalOf(client.get(serial)), line).to.include('timed out');
      client.close();
      if (line !== station) expect(String(await engineAt('active')), line).to.not.match(/^80/);
      await pair.served.close();
    }
  });
});
