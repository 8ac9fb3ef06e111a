import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { readOnly, readWrite, ServedAgent } from '../../transport/snmp/served-agent.test-support.ts';
import type { Switch } from './index.ts';
import { openSnmpSwitch } from './index.ts';

const ifEntry = '1.3.6.1.2.1.2.2.1';
const ifXEntry = '1.3.6.1.2.1.31.1.1.1';
const host = '127.0.0.1';

interface Served {
  readonly index: number;
  readonly short: string;
  readonly long: string;
}

const ports: readonly Served[] = [
  { index: 10_101, short: 'Gi1/0/1', long: 'GigabitEthernet1/0/1' },
  { index: 10_102, short: 'Gi1/0/2', long: 'GigabitEthernet1/0/2' },
  { index: 10_124, short: 'Gi1/0/24', long: 'GigabitEthernet1/0/24' },
];

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('switch by SNMP', () => {
  let agent: ServedAgent;
  let opened: Switch | undefined;
  const sets: string[] = [];

  beforeEach(async () => {
    agent = await ServedAgent.listening();
    agent.scalar({ oid: '1.3.6.1.2.1.1.3', type: 'TimeTicks', value: 5000 });
    sets.length = 0;
    agent.onSet = (oid, value) => sets.push(`${oid} = ${value}`);
  });

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    await agent.close();
  });

  function serve(rows: readonly Served[], { withIfName = true } = {}): void {
    agent.table({
      entry: ifEntry,
      columns: [
        { number: 2, type: 'OctetString' },
        { number: 7, type: 'Integer', writable: true },
        { number: 8, type: 'Integer' },
        { number: 9, type: 'TimeTicks' },
      ],
      rows: rows.map(({ index, long }) => ({ index: [index], values: [long, 1, 1, 2000] })),
    });
    if (!withIfName) return;
    agent.table({
      entry: ifXEntry,
      columns: [{ number: 1, type: 'OctetString' }],
      rows: rows.map(({ index, short }) => ({ index: [index], values: [short] })),
    });
  }

  async function open(kept: readonly string[] = [], community = readWrite): Promise<Switch> {
    const access = { host, port: agent.port, version: '2c', community } as const;
    opened = await openSnmpSwitch({ name: 'sw1', access, protected: kept }, realClock);
    return opened;
  }

  it('lists its ports by the names that it prints', async () => {
    serve(ports);
    expect(await (await open()).ports()).to.deep.equal(['Gi1/0/1', 'Gi1/0/2', 'Gi1/0/24']);
  });

  for (const name of ['Gi1/0/2', 'GigabitEthernet1/0/2']) {
    it(`reads and sets ${name}`, async () => {
      serve(ports);
      const sw = await open();
      const said = await sw.setPort(name, 'down');
      expect(sets).to.deep.equal([`${ifEntry}.7.10102 = 2`]);
      expect(said.raw).to.equal(`${ifEntry}.7.10102 = 2`);
      // Told is not done: this switch has not followed yet.
      expect(await sw.readPort(name)).to.include({ admin: 'down', oper: 'up', changedAgoMs: 30_000 });
      agent.change(ifEntry, 8, [10_102], 2);
      const reading = await sw.readPort(name);
      expect(reading).to.include({ admin: 'down', oper: 'down' });
      expect(reading.askedMs).to.be.at.most(reading.answeredMs);
      expect(reading.raw).to.contain(`${ifEntry}.8.10102 = 2`);
      await sw.setPort(name, 'up');
      expect(sets[1]).to.equal(`${ifEntry}.7.10102 = 1`);
    });
  }

  it('goes by ifDescr where there is no ifName', async () => {
    serve(ports, { withIfName: false });
    const sw = await open();
    await sw.setPort('GigabitEthernet1/0/1', 'down');
    expect(sets).to.deep.equal([`${ifEntry}.7.10101 = 2`]);
  });

  for (const [value, oper] of [
    [1, 'up'],
    [2, 'down'],
    [3, 'other'],
    [5, 'other'],
    [6, 'other'],
    [7, 'other'],
  ] as const) {
    it(`tells ifOperStatus ${value} as ${oper}`, async () => {
      serve(ports);
      agent.change(ifEntry, 8, [10_101], value);
      expect((await (await open()).readPort('Gi1/0/1')).oper).to.equal(oper);
    });
  }

  it('refuses a status that IF-MIB does not have', async () => {
    serve(ports);
    agent.change(ifEntry, 7, [10_101], 9);
    expect(await refusal((await open()).readPort('Gi1/0/1'))).to.contain('no status that IF-MIB knows');
  });

  it('finds a port again that has another ifIndex after a restart, and never switches the one in its place', async () => {
    serve(ports);
    const sw = await open();
    await sw.readPort('Gi1/0/1');
    for (const [index, long, short] of [
      [10_101, 'GigabitEthernet1/0/2', 'Gi1/0/2'],
      [10_102, 'GigabitEthernet1/0/1', 'Gi1/0/1'],
    ] as const) {
      agent.change(ifEntry, 2, [index], long);
      agent.change(ifXEntry, 1, [index], short);
    }
    await sw.setPort('Gi1/0/1', 'down');
    expect(sets).to.deep.equal([`${ifEntry}.7.10102 = 2`]);
  });

  it('goes by the description that people gave a port, while only one has it and it is the same', async () => {
    serve(ports, { withIfName: false });
    const described = (index: number, text: string) => ({ index: [index], values: [`Gi1/0/${index}`, text] });
    const columns = [1, 18].map((number) => ({ number, type: 'OctetString' as const }));
    const rows = [described(10_101, 'fw-a inside'), described(10_102, 'fw-b inside'), described(10_124, '')];
    agent.table({ entry: ifXEntry, columns, rows });
    const sw = await open(['fw-b inside']);
    await sw.setPort('fw-a inside', 'down');
    expect(sets).to.deep.equal([`${ifEntry}.7.10101 = 2`]);
    expect(await refusal(sw.setPort('Gi1/0/10102', 'down'))).to.contain('(it is fw-b inside) is protected');
    agent.change(ifXEntry, 18, [10_101], 'spare');
    agent.change(ifXEntry, 18, [10_124], 'fw-a inside');
    await sw.setPort('fw-a inside', 'up');
    agent.change(ifXEntry, 18, [10_101], 'fw-a inside');
    expect(await refusal(sw.setPort('GigabitEthernet1/0/1', 'up').then(() => sw.readPort('fw-a inside'))))
      .to.contain('not one but 2')
      .and.to.contain('index 10101');
    expect(sets.slice(1)).to.deep.equal([`${ifEntry}.7.10124 = 1`, `${ifEntry}.7.10101 = 1`]);
  });

  it('reads its ports anew after a restart, and when one came: a name may be of two ports then', async () => {
    serve(ports);
    agent.scalar({ oid: '1.3.6.1.2.1.31.1.5', type: 'TimeTicks', value: 100 });
    const sw = await open();
    await sw.readPort('Gi1/0/1');
    agent.addRow(ifEntry, { index: [10_201], values: ['Renamed', 1, 2, 0] });
    expect((await sw.readPort('Gi1/0/1')).oper).to.equal('up');
    agent.addRow(ifXEntry, { index: [10_201], values: ['Gi1/0/1'] });
    agent.changeScalar('1.3.6.1.2.1.31.1.5', 6000);
    expect(await refusal(sw.readPort('Gi1/0/1'))).to.contain('not one but 2');
    agent.deleteRow(ifXEntry, [10_201]);
    agent.changeScalar('1.3.6.1.2.1.1.3', 7000);
    await sw.readPort('Gi1/0/1');
    agent.addRow(ifXEntry, { index: [10_201], values: ['Gi1/0/1'] });
    await sw.readPort('Gi1/0/1');
    agent.changeScalar('1.3.6.1.2.1.1.3', 10);
    expect(await refusal(sw.readPort('Gi1/0/1'))).to.contain('not one but 2');
  });

  it('finds a port that came with another module', async () => {
    serve(ports);
    const sw = await open();
    agent.addRow(ifEntry, { index: [10_201], values: ['GigabitEthernet2/0/1', 1, 2, 0] });
    agent.addRow(ifXEntry, { index: [10_201], values: ['Gi2/0/1'] });
    expect((await sw.readPort('Gi2/0/1')).oper).to.equal('down');
  });

  it('tells the nearest names of a port that is not there', async () => {
    serve(ports);
    const said = await refusal((await open()).readPort('Gi1/0/25'));
    expect(said)
      .to.match(/^sw1: port Gi1\/0\/25 is not known to the device/)
      .and.to.contain('Gi1/0/24');
  });

  it('refuses a name that two ports carry', async () => {
    serve(ports.map((port) => ({ ...port, long: 'Gigabit - Level' })));
    const sw = await open();
    expect(await refusal(sw.setPort('Gigabit - Level', 'down'))).to.contain('not one but 3');
    await sw.setPort('Gi1/0/1', 'down');
    expect(sets).to.deep.equal([`${ifEntry}.7.10101 = 2`]);
  });

  for (const kept of ['Gi1/0/24', 'GigabitEthernet1/0/24']) {
    for (const name of ['Gi1/0/24', 'GigabitEthernet1/0/24']) {
      it(`never switches ${name} when ${kept} is protected`, async () => {
        serve(ports);
        const sw = await open([kept]);
        for (const wish of ['up', 'down'] as const)
          expect(await refusal(sw.setPort(name, wish))).to.match(/^sw1: port .* is protected/);
        expect(sets).to.deep.equal([]);
        expect((await sw.readPort(name)).oper).to.equal('up');
      });
    }
  }

  it('refuses to open when a protected port is not there: a slip would leave another unprotected', async () => {
    serve(ports);
    expect(await refusal(open(['Gi1/0/23'])))
      .to.contain('is protected in the topology, but')
      .and.to.contain('Gi1/0/24');
  });

  it('says that a community may only read', async () => {
    serve(ports);
    const sw = await open([], readOnly);
    const said = await refusal(sw.setPort('Gi1/0/1', 'down'));
    expect(said).to.match(/^sw1: could not set port Gi1\/0\/1 down: snmp 127/);
    expect(said).to.contain('may read but not write').and.not.to.contain(readOnly);
  });

  const memberships = '1.3.6.1.4.1.9.9.68.1.2.2.1';
  const basePorts = '1.3.6.1.2.1.17.1.4.1';
  const portVlans = '1.3.6.1.2.1.17.7.1.4.5.1';
  const vlanColumn = (number: number) => ({ number, type: 'Integer', writable: true }) as const;

  it('reads and sets the VLAN of a port as Cisco has it, together with its status', async () => {
    serve(ports);
    const rows = ports.map(({ index }) => ({ index: [index], values: [101] }));
    agent.table({ entry: memberships, columns: [vlanColumn(2)], rows });
    const sw = await open();
    await sw.setVlan('Gi1/0/2', 999);
    expect(sets).to.deep.equal([`${memberships}.2.10102 = 999`]);
    const reading = await sw.readVlan('Gi1/0/2');
    expect(reading).to.include({ vlan: 999, admin: 'up', oper: 'up' });
    expect(reading.raw).to.contain(`${memberships}.2.10102 = 999`);
    expect(await sw.readVlan('Gi1/0/1')).to.include({ vlan: 101 });
  });

  it('reads and sets it as the standard has it where the switch is of another make', async () => {
    serve(ports);
    const numbered = ports.map(({ index }, at) => ({ at: at + 1, index }));
    const behind = numbered.map(({ at, index }) => ({ index: [at], values: [index] }));
    agent.table({ entry: basePorts, columns: [{ number: 2, type: 'Integer' }], rows: behind });
    const rows = numbered.map(({ at }) => ({ index: [at], values: [101] }));
    agent.table({ entry: portVlans, columns: [vlanColumn(1)], rows });
    const sw = await open();
    await sw.setVlan('GigabitEthernet1/0/2', 999);
    expect(sets).to.deep.equal([`${portVlans}.1.2 = 999`]);
    expect(await sw.readVlan('Gi1/0/2')).to.include({ vlan: 999 });
  });

  describe('of another make, with lists of ports for each VLAN', () => {
    const staticVlans = '1.3.6.1.2.1.17.7.1.4.3.1';

    /** The agent in this process keeps octets that are set as text, so no port has the highest bit. */
    function serveBridge(untagged: Readonly<Record<number, number>>): void {
      serve(ports);
      const numbered = ports.map(({ index }, at) => ({ at: at + 2, index }));
      const behind = numbered.map(({ at, index }) => ({ index: [at], values: [index] }));
      agent.table({ entry: basePorts, columns: [{ number: 2, type: 'Integer' }], rows: behind });
      const rows = numbered.map(({ at }) => ({ index: [at], values: [101] }));
      agent.table({ entry: portVlans, columns: [vlanColumn(1)], rows });
      const lists = [2, 4].map((number) => ({ number, type: 'OctetString' as const, writable: true }));
      agent.table({
        entry: staticVlans,
        columns: lists,
        rows: Object.entries(untagged).map(([vlan, bits]) => ({
          index: [Number(vlan)],
          values: [Buffer.of(bits), Buffer.of(bits)],
        })),
      });
    }

    const lists = (vlan: number): unknown =>
      [2, 4].map((column) => Buffer.from(String(agent.cell(staticVlans, column, [vlan]))));

    it('moves what the port hears as well as what it sends, and leaves the others alone', async () => {
      serveBridge({ 101: 0b0111_0000, 999: 0b0000_1000 });
      const sw = await open();
      expect(await sw.readVlan('Gi1/0/2')).to.include({ vlan: 101 });
      const { raw } = await sw.setVlan('Gi1/0/2', 999);
      expect(await sw.readVlan('Gi1/0/2')).to.include({ vlan: 999 });
      expect(lists(101)).to.deep.equal([Buffer.of(0b0101_0000), Buffer.of(0b0101_0000)]);
      expect(lists(999)).to.deep.equal([Buffer.of(0b0010_1000), Buffer.of(0b0010_1000)]);
      expect(raw).to.contain(`${portVlans}.1.3 = 999`);
      await sw.setVlan('Gi1/0/2', 101);
      expect(lists(101)).to.deep.equal([Buffer.of(0b0111_0000), Buffer.of(0b0111_0000)]);
    });

    it('refuses a VLAN that is not there, and a port that hears two, before anything is set', async () => {
      serveBridge({ 101: 0b0111_0000, 102: 0b0001_0000 });
      const sw = await open();
      expect(await refusal(sw.setVlan('Gi1/0/1', 999))).to.contain('VLAN 999 does not exist');
      expect(await sw.readVlan('Gi1/0/24')).to.include({ vlan: 102 });
      expect(await refusal(sw.setVlan('Gi1/0/24', 101))).to.contain('hears VLAN 102 untagged as well');
      expect(sets).to.deep.equal([]);
    });
  });

  it('refuses a VLAN that a Catalyst does not have, for the port would lose its link', async () => {
    serve(ports);
    const rows = ports.map(({ index }) => ({ index: [index], values: [101] }));
    agent.table({ entry: memberships, columns: [vlanColumn(2)], rows });
    const states = [
      { index: [1, 101], values: [1] },
      { index: [1, 998], values: [2] },
    ];
    agent.table({ entry: '1.3.6.1.4.1.9.9.46.1.3.1.1', columns: [vlanColumn(2)], rows: states });
    const sw = await open();
    expect(await refusal(sw.setVlan('Gi1/0/1', 999))).to.contain('VLAN 999 does not exist on this switch');
    expect(await refusal(sw.setVlan('Gi1/0/1', 998))).to.contain('VLAN 998 is not operational');
    await sw.setVlan('Gi1/0/1', 101);
    expect(sets).to.deep.equal([`${memberships}.2.10101 = 101`]);
  });

  it('says of a trunk that it has no VLAN to set, and never moves a protected port', async () => {
    serve(ports);
    const sw = await open(['Gi1/0/24']);
    expect(await refusal(sw.setVlan('Gi1/0/1', 999))).to.contain('is it a trunk or a routed port?');
    expect(await refusal(sw.setVlan('GigabitEthernet1/0/24', 999))).to.match(/^sw1: port .* is protected/);
    expect(sets).to.deep.equal([]);
  });
});
