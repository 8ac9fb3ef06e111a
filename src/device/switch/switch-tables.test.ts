import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import {
  ServedAgent,
  agentUser,
  readOnly,
  snmpdPeer,
} from '../../transport/snmp/served-agent.test-support.ts';
import type { ServedTable } from '../../transport/snmp/served-agent.test-support.ts';
import { fastStart, trunkWord } from './cisco-mibs.ts';
import type { Switch } from './index.ts';
import { openSnmpSwitch } from './index.ts';

const ports = [10_101, 10_102, 10_103];
const channel = 5001;
const mac = [0x00, 0x11, 0x22, 0xaa, 0xbb, 0xcc];

/** A column of integers, by index. */
function column(entry: string, number: number, cells: Readonly<Record<string, number>>): ServedTable {
  return {
    entry,
    columns: [{ number, type: 'Integer' }],
    rows: Object.entries(cells).map(([index, value]) => ({
      index: index.split('.').map(Number),
      values: [value],
    })),
  };
}

/** A counter of 64 bits as the agent of the package takes it. */
function wide(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

const bridge = '1.3.6.1.2.1.17';
const cisco = '1.3.6.1.4.1.9.9';
const basePorts = column(`${bridge}.1.4.1`, 2, { 1: 10_101, 2: 10_102, 3: 10_103 });

describe('tables of a switch by SNMP', () => {
  let agent: ServedAgent;
  let opened: Switch | undefined;

  beforeEach(async () => {
    agent = await ServedAgent.listening();
    agent.table({
      entry: '1.3.6.1.2.1.31.1.1.1',
      columns: [
        { number: 1, type: 'OctetString' },
        { number: 6, type: 'Counter64' },
        { number: 12, type: 'Counter64' },
        { number: 14, type: 'Integer' },
      ],
      rows: [...ports, channel].map((index) => ({
        index: [index],
        values: [
          index === channel ? 'Po1' : `Gi1/0/${index - 10_100}`,
          wide(2 ** 40),
          wide(5),
          1 + (index % 2),
        ],
      })),
    });
  });

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    await agent.close();
  });

  async function open(...tables: readonly ServedTable[]): Promise<Switch> {
    for (const table of tables) agent.table(table);
    const access = { host: '127.0.0.1', port: agent.port, version: '2c', community: readOnly } as const;
    opened = await openSnmpSwitch({ name: 'sw1', access, protected: [] }, realClock);
    return opened;
  }

  describe('learned addresses', () => {
    const byVlan = (status: number) => ({
      entry: `${bridge}.7.1.2.2.1`,
      columns: [2, 3].map((number) => ({ number, type: 'Integer' as const })),
      rows: [{ index: [7, ...mac], values: [2, status] }],
    });

    it('come from one table, each with the VLAN that uses its database', async () => {
      const vlans = column(`${bridge}.7.1.4.2.1`, 3, { '0.101': 7, '0.102': 8 });
      const { learned, raw } = await (await open(basePorts, byVlan(3), vlans)).macTable();
      expect(learned).to.deep.equal([{ mac: '0011.22aa.bbcc', port: ['Gi1/0/2'], vlan: 101 }]);
      expect(raw).to.contain(`${bridge}.7.1.2.2.1.2.7.0.17.34.170.187.204 = 2`);
    });

    it('are in the VLAN of that number where nothing else is said of the database', async () => {
      expect((await (await open(basePorts, byVlan(3))).macTable()).learned[0]?.vlan).to.equal(7);
    });

    for (const [status, what] of [
      [2, 'no longer valid'],
      [4, 'of the switch itself'],
    ] as const)
      it(`that are ${what} are left out`, async () => {
        expect((await (await open(basePorts, byVlan(status))).macTable()).learned).to.deep.equal([]);
      });

    it('of a switch without VLANs have none; without a port they are not behind one', async () => {
      const plain = column(`${bridge}.4.3.1`, 2, { [mac.join('.')]: 3, '2.0.0.0.0.1': 0 });
      const { learned } = await (await open(basePorts, plain)).macTable();
      expect(learned).to.deep.equal([{ mac: '0011.22aa.bbcc', port: ['Gi1/0/3'] }]);
    });

    it('name the port of the bridge where the switch does not say which interface that is', async () => {
      const plain = column(`${bridge}.4.3.1`, 2, { [mac.join('.')]: 9 });
      expect((await (await open(basePorts, plain)).macTable()).learned[0]?.port).to.deep.equal([
        'bridge port 9',
      ]);
    });
  });

  describe('VLANs', () => {
    const ofCisco = column('1.3.6.1.4.1.9.9.46.1.3.1.1', 2, { '1.1': 1, '1.101': 1, '1.998': 2, '1.999': 1 });
    const ofTheStandard = column(`${bridge}.7.1.4.3.1`, 2, { 7: 0, 8: 0 });

    it('are those that carry frames, as Cisco has them', async () => {
      expect(await (await open(basePorts, ofCisco)).vlans()).to.deep.equal([1, 101, 999]);
    });

    it('are those that are configured, as the standard has them', async () => {
      expect(await (await open(basePorts, ofTheStandard)).vlans()).to.deep.equal([7, 8]);
    });

    it('are not told by a switch that lists none', async () => {
      const sw = await open(basePorts);
      const said = await sw.vlans().then(String, (error: unknown) => String(error));
      expect(said).to.contain('sw1: could not read its VLANs').and.to.contain('lists no VLANs');
    });
  });

  describe('settings of a port', () => {
    const status = {
      entry: '1.3.6.1.2.1.2.2.1',
      columns: [7, 8].map((number) => ({ number, type: 'Integer' as const })),
      rows: ports.map((index) => ({ index: [index], values: [1, 1] })),
    };

    it('are what a Catalyst says of it, each table by its own numbers', async () => {
      const sw = await open(
        status,
        basePorts,
        column(`${cisco}.68.1.2.2.1`, 2, { 10_101: 102 }),
        {
          entry: `${cisco}.46.1.6.1.1`,
          columns: [5, 13, 14].map((number) => ({ number, type: 'Integer' as const })),
          rows: [
            { index: [10_101], values: [1, 2, 2] },
            { index: [10_102], values: [99, 1, 1] },
          ],
        },
        column(`${cisco}.82.1.9.3.1`, 3, { 1: 1, 2: 1 }),
        column(`${bridge}.2.15.1`, 3, { 1: 5, 2: 3 }),
        column(`${cisco}.98.1.1.1.1`, 8, { 10_101: 10_101, 10_102: channel }),
        column(`${cisco}.548.1.3.1.1`, 2, { '10102.0': 6 }),
      );
      const first = await sw.portSettings('Gi1/0/1');
      const { askedMs, answeredMs, raw, ...settings } = first;
      expect(settings).to.deep.equal({
        admin: 'up',
        oper: 'up',
        vlan: 102,
        portfast: true,
        spanningTree: 'forwarding',
        trunk: 'off',
        channel: 'off',
        linkTraps: false,
      });
      expect(askedMs).to.be.at.most(answeredMs);
      expect(raw).to.contain(`${cisco}.82.1.9.3.1.3.1 = 1`);
      const second = {
        vlan: 99,
        portfast: false,
        spanningTree: 'listening',
        trunk: 'on',
        channel: 'Po1',
        linkTraps: true,
      };
      expect(await sw.portSettings('Gi1/0/2')).to.include({ ...second, errDisabled: 'cause 6' });
    });

    it('tell whether portfast works by VLAN, and that the VLAN is none', async () => {
      const sw = await open(
        status,
        basePorts,
        {
          entry: `${cisco}.68.1.2.2.1`,
          columns: [2, 3].map((number) => ({ number, type: 'Integer' as const })),
          rows: [
            { index: [10_101], values: [102, 2] },
            { index: [10_102], values: [103, 1] },
          ],
        },
        column(`${cisco}.82.1.9.5.1`, 3, { '102.1': 1, '103.2': 2 }),
      );
      expect(await sw.portSettings('Gi1/0/1')).to.include({ portfast: true, vlanExists: true });
      expect(await sw.portSettings('Gi1/0/2')).to.include({ portfast: false, vlanExists: false });
    });

    it('are left out where the switch does not say them', async () => {
      const { askedMs, answeredMs, raw, ...settings } = await (await open(status)).portSettings('Gi1/0/3');
      expect(settings).to.deep.equal({ admin: 'up', oper: 'up', linkTraps: false });
      expect(raw)
        .to.contain('no such object')
        .and.not.equal(String(askedMs + answeredMs));
    });

    it('of other makes come from the standard: VLAN and edge port by port of the bridge', async () => {
      const sw = await open(
        status,
        basePorts,
        column(`${bridge}.7.1.4.5.1`, 1, { 3: 104 }),
        column(`${bridge}.2.19.1`, 3, { 3: 2 }),
      );
      expect(await sw.portSettings('Gi1/0/3')).to.include({ vlan: 104, portfast: false });
    });
  });

  it('counters are those of 64 bits, and those of 32 where there are no others', async () => {
    const narrow = {
      entry: '1.3.6.1.2.1.2.2.1',
      columns: [10, 11].map((number) => ({ number, type: 'Integer' as const })),
      rows: [{ index: [10_101], values: [77, 78] }],
    };
    const { received, sent } = await (await open(narrow)).portCounters('Gi1/0/1');
    expect(received).to.deep.equal({ octets: 2 ** 40, unicast: 78 });
    expect(sent).to.deep.equal({ multicast: 5 });
  });

  it("counts the frames of a real agent, Debian's, and finds neither addresses nor VLANs there", async function () {
    const snmpd = await snmpdPeer(this);
    const { name: user, authPassword, privPassword } = agentUser;
    const access = {
      host: '127.0.0.1',
      port: snmpd.port,
      version: '3',
      user,
      auth: { protocol: 'sha', password: authPassword },
      priv: { protocol: 'aes', password: privPassword },
    } as const;
    try {
      opened = await openSnmpSwitch({ name: 'host', access, protected: [] }, realClock);
      const before = await opened.portCounters('lo');
      const after = await opened.portCounters('lo');
      expect(before.received.octets).to.be.above(0);
      expect(after.received.octets).to.be.at.least(before.received.octets ?? Infinity);
      expect(await opened.portSettings('lo'))
        .to.include({ admin: 'up' })
        .and.not.have.property('vlan');
      expect((await opened.macTable()).learned).to.deep.equal([]);
    } finally {
      await snmpd.close();
    }
  });

  describe('words', () => {
    for (const [state, status, word] of [
      [1, 1, 'on'],
      [1, 2, 'on'],
      [2, 2, 'off'],
      [3, 2, 'negotiated'],
      [4, 1, 'on'],
      [5, 2, 'on'],
      [undefined, undefined, undefined],
      [9, 2, undefined],
    ] as const)
      it(`trunk state ${state} with status ${status}: ${word}`, () => {
        expect(trunkWord(state, status)).to.equal(word);
      });

    for (const [mode, globalMode, isTrunk, on] of [
      [1, 2, false, true],
      [1, 2, true, false],
      [2, 1, false, false],
      [3, 2, true, true],
      [4, 1, false, true],
      [4, 1, true, false],
      [4, 2, false, false],
      [4, undefined, false, undefined],
      [5, 1, false, false],
      [undefined, 1, false, undefined],
    ] as const)
      it(`portfast mode ${mode}, default ${globalMode}, ${isTrunk ? 'trunk' : 'no trunk'}: ${on}`, () => {
        expect(fastStart(mode, globalMode, isTrunk)).to.equal(on);
      });
  });
});
