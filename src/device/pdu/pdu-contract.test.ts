/**
 * What every model of PDU promises, held against a simulated agent of each. The figures below are written out
 * from the vendors' MIBs a second time, on purpose: a slip in a model's page must not find its copy here.
 */
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { readWrite, ServedAgent } from '../../transport/snmp/served-agent.test-support.ts';
import { pduFamilies, reachOf } from '../../topology/pdu-families.ts';
import type { Pdu } from './index.ts';
import { openPdu, pduModels } from './index.ts';

/** `[entry, column]` of a table. */
type Column = readonly [entry: string, column: number];

interface Published {
  readonly model: string;
  readonly sysObjectId: string;
  /** The row of an outlet; its number alone by default. */
  readonly row?: (number: number) => readonly number[];
  /** Where on and off are written, and what; one column where both are written to the same. */
  readonly control: {
    readonly at: Column;
    readonly offAt?: Column;
    readonly on: number;
    readonly off: number;
  };
  /** The column that the state stands in, the value of on, and every other with what it means. */
  readonly state: {
    readonly at: Column;
    readonly on: number;
    readonly values: readonly (readonly [number, 'on' | 'off' | 'unsettled'])[];
  };
  readonly pending?: { readonly at: Column; readonly yes: number; readonly no: number };
  readonly label?: Column;
  readonly watts?: Column;
  /** Columns of numbers that tell chained PDUs apart. */
  readonly chain?: { readonly module: Column; readonly number: Column };
}

const e = '1.3.6.1.4.1';
const inOne = (number: number): readonly number[] => [1, number];
const inOneOfOne = (number: number): readonly number[] => [1, 1, number];

/** Every value that is neither on nor off is unsettled. */
const unsettled = (...values: readonly number[]) => values.map((value) => [value, 'unsettled'] as const);

const published: readonly Published[] = [
  {
    model: 'apc-rpdu2',
    sysObjectId: `${e}.318.1.3.4.6`,
    control: { at: [`${e}.318.1.1.26.9.2.4.1`, 5], on: 1, off: 2 },
    state: {
      at: [`${e}.318.1.1.26.9.2.3.1`, 5],
      on: 2,
      values: [[1, 'off'], [2, 'on'], ...unsettled(0, 3, 4, -1)],
    },
    pending: { at: [`${e}.318.1.1.26.9.2.3.1`, 6], yes: 1, no: 2 },
    label: [`${e}.318.1.1.26.9.2.3.1`, 3],
    watts: [`${e}.318.1.1.26.9.4.3.1`, 7],
    chain: { module: [`${e}.318.1.1.26.9.2.4.1`, 2], number: [`${e}.318.1.1.26.9.2.4.1`, 4] },
  },
  {
    model: 'apc-rpdu',
    sysObjectId: `${e}.318.1.3.4.5`,
    control: { at: [`${e}.318.1.1.12.3.3.1.1`, 4], on: 1, off: 2 },
    state: {
      at: [`${e}.318.1.1.12.3.5.1.1`, 4],
      on: 1,
      values: [[1, 'on'], [2, 'off'], ...unsettled(0, 3)],
    },
    pending: { at: [`${e}.318.1.1.12.3.5.1.1`, 5], yes: 1, no: 2 },
    label: [`${e}.318.1.1.12.3.5.1.1`, 2],
  },
  {
    model: 'apc-masterswitch',
    sysObjectId: `${e}.318.1.3.4.4`,
    control: { at: [`${e}.318.1.1.4.4.2.1`, 3], on: 1, off: 2 },
    state: {
      at: [`${e}.318.1.1.4.4.2.1`, 3],
      on: 1,
      values: [[1, 'on'], [2, 'off'], ...unsettled(3, 4, 7)],
    },
    pending: { at: [`${e}.318.1.1.4.4.2.1`, 2], yes: 1, no: 2 },
    label: [`${e}.318.1.1.4.4.2.1`, 4],
  },
  {
    model: 'raritan-px1',
    sysObjectId: `${e}.13742.4`,
    control: { at: [`${e}.13742.4.1.2.2.1`, 3], on: 1, off: 0 },
    state: {
      at: [`${e}.13742.4.1.2.2.1`, 3],
      on: 1,
      values: [[0, 'off'], [1, 'on'], ...unsettled(-1, 2)],
    },
    label: [`${e}.13742.4.1.2.2.1`, 2],
  },
  {
    model: 'raritan-px2',
    sysObjectId: `${e}.13742.6`,
    row: inOne,
    control: { at: [`${e}.13742.6.4.1.2.1`, 2], on: 1, off: 0 },
    state: {
      at: [`${e}.13742.6.4.1.2.1`, 3],
      on: 7,
      values: [[7, 'on'], [8, 'off'], ...unsettled(-1, 0, 1, 2, 30)],
    },
    label: [`${e}.13742.6.3.5.3.1`, 3],
  },
  {
    model: 'servertech-sentry3',
    sysObjectId: `${e}.1718.3`,
    row: inOneOfOne,
    control: { at: [`${e}.1718.3.2.3.1`, 11], on: 1, off: 2 },
    state: {
      at: [`${e}.1718.3.2.3.1`, 5],
      on: 1,
      values: [[0, 'off'], [1, 'on'], ...unsettled(2, 3, 4, 5, 6, 7, 8, 9)],
    },
    pending: { at: [`${e}.1718.3.2.3.1`, 10], yes: 11, no: 5 },
    label: [`${e}.1718.3.2.3.1`, 3],
  },
  {
    model: 'servertech-sentry4',
    sysObjectId: `${e}.1718.4`,
    row: inOneOfOne,
    control: { at: [`${e}.1718.4.1.8.5.1`, 2], on: 1, off: 2 },
    state: {
      at: [`${e}.1718.4.1.8.3.1`, 1],
      on: 1,
      values: [[1, 'on'], [2, 'off'], ...unsettled(0)],
    },
    pending: { at: [`${e}.1718.4.1.8.5.1`, 1], yes: 9, no: 11 },
    label: [`${e}.1718.4.1.8.2.1`, 3],
  },
  {
    model: 'eaton-epdu',
    sysObjectId: `${e}.534.6.6.7`,
    row: (number) => [0, number],
    // A delay in seconds for either verb, each at an object of its own.
    control: { at: [`${e}.534.6.6.7.6.6.1`, 4], offAt: [`${e}.534.6.6.7.6.6.1`, 3], on: 0, off: 0 },
    state: {
      at: [`${e}.534.6.6.7.6.6.1`, 2],
      on: 1,
      values: [[0, 'off'], [1, 'on'], ...unsettled(2, 3)],
    },
    label: [`${e}.534.6.6.7.6.1.1`, 3],
    watts: [`${e}.534.6.6.7.6.5.1`, 3],
  },
  {
    model: 'eaton-revelation',
    sysObjectId: `${e}.534.6.6.6`,
    row: (number) => [number - 1],
    control: { at: [`${e}.534.6.6.6.1.2.2.1`, 3], on: 1, off: 0 },
    state: {
      at: [`${e}.534.6.6.6.1.2.2.1`, 3],
      on: 1,
      values: [[0, 'off'], [1, 'on'], ...unsettled(-1, 2)],
    },
  },
  {
    model: 'cyberpower-epdu',
    sysObjectId: `${e}.3808.1.1.3`,
    control: { at: [`${e}.3808.1.1.3.3.3.1.1`, 4], on: 1, off: 2 },
    state: { at: [`${e}.3808.1.1.3.3.5.1.1`, 4], on: 1, values: [[1, 'on'], [2, 'off'], ...unsettled(0, 3)] },
    pending: { at: [`${e}.3808.1.1.3.3.5.1.1`, 5], yes: 1, no: 2 },
    label: [`${e}.3808.1.1.3.3.5.1.1`, 2],
  },
  {
    model: 'cyberpower-epdu2',
    sysObjectId: `${e}.3808.1.1.6`,
    control: { at: [`${e}.3808.1.1.6.6.1.5.1`, 5], on: 1, off: 2 },
    state: { at: [`${e}.3808.1.1.6.6.1.4.1`, 5], on: 1, values: [[1, 'on'], [2, 'off'], ...unsettled(0, 3)] },
    pending: { at: [`${e}.3808.1.1.6.6.1.4.1`, 6], yes: 1, no: 2 },
  },
  {
    model: 'geist-vertiv',
    sysObjectId: `${e}.21239.5.2`,
    control: { at: [`${e}.21239.5.2.3.5.1`, 6], on: 2, off: 4 },
    state: {
      at: [`${e}.21239.5.2.3.5.1`, 4],
      on: 1,
      values: [[1, 'on'], [2, 'off'], ...unsettled(3, 4, 5, 6, 7)],
    },
    label: [`${e}.21239.5.2.3.5.1`, 3],
  },
  {
    model: 'avocent-pm',
    sysObjectId: `${e}.10418.17.1.7`,
    row: inOneOfOne,
    control: { at: [`${e}.10418.17.2.5.5.1`, 6], on: 2, off: 3 },
    state: {
      at: [`${e}.10418.17.2.5.5.1`, 5],
      on: 2,
      values: [[1, 'off'], [2, 'on'], ...unsettled(3, 4, 5, 6, 7, 8, 9, 12)],
    },
    label: [`${e}.10418.17.2.5.5.1`, 4],
  },
  {
    model: 'emerson-mpx',
    sysObjectId: `${e}.476.1.42`,
    row: inOneOfOne,
    control: { at: [`${e}.476.1.42.3.8.50.20.1.100`, 1], on: 1, off: 0 },
    state: {
      at: [`${e}.476.1.42.3.8.50.20.1.100`, 1],
      on: 1,
      values: [[0, 'off'], [1, 'on'], ...unsettled(2, -1)],
    },
    label: [`${e}.476.1.42.3.8.50.20.1.10`, 1],
  },
  {
    model: 'gude-snmp',
    sysObjectId: `${e}.28507.58`,
    control: { at: [`${e}.28507.58.1.3.1.2.1`, 3], on: 1, off: 0 },
    state: { at: [`${e}.28507.58.1.3.1.2.1`, 3], on: 1, values: [[0, 'off'], [1, 'on'], ...unsettled(2)] },
    label: [`${e}.28507.58.1.3.1.2.1`, 2],
  },
  {
    model: 'gude-epc8',
    sysObjectId: `${e}.28507.1`,
    control: { at: [`${e}.28507.1.1.2.2.1`, 3], on: 1, off: 0 },
    state: { at: [`${e}.28507.1.1.2.2.1`, 3], on: 1, values: [[0, 'off'], [1, 'on'], ...unsettled(2)] },
  },
  {
    model: 'netio-snmp',
    sysObjectId: `${e}.47952`,
    control: { at: [`${e}.47952.1.1.1`, 5], on: 1, off: 0 },
    state: { at: [`${e}.47952.1.1.1`, 3], on: 1, values: [[0, 'off'], [1, 'on'], ...unsettled(2, 5)] },
    label: [`${e}.47952.1.1.1`, 2],
  },
  {
    model: 'enlogic-epdu',
    sysObjectId: `${e}.38446`,
    row: inOne,
    control: { at: [`${e}.38446.1.5.5.1`, 4], on: 2, off: 1 },
    state: { at: [`${e}.38446.1.5.4.1`, 4], on: 1, values: [[0, 'off'], [1, 'on'], ...unsettled(2)] },
  },
  {
    model: 'tripplite-lx',
    sysObjectId: `${e}.850.1`,
    row: inOne,
    control: { at: [`${e}.850.1.1.3.2.3.3.1.1`, 6], on: 2, off: 1 },
    state: {
      at: [`${e}.850.1.1.3.2.3.3.1.1`, 4],
      on: 2,
      values: [[1, 'off'], [2, 'on'], ...unsettled(0, 3)],
    },
    label: [`${e}.850.1.1.3.2.3.3.1.1`, 2],
  },
  {
    model: 'tripplite-old',
    sysObjectId: `${e}.850.1`,
    row: inOne,
    control: { at: [`${e}.850.10.2.3.5.1`, 4], on: 2, off: 1 },
    state: { at: [`${e}.850.10.2.3.5.1`, 2], on: 2, values: [[1, 'off'], [2, 'on'], ...unsettled(0, 3)] },
  },
  {
    model: 'poe-port',
    sysObjectId: `${e}.9.1.716`,
    row: inOne,
    control: { at: ['1.3.6.1.2.1.105.1.1.1', 3], on: 1, off: 2 },
    // Searching, fault and test deliver nothing for certain, and are not off.
    state: {
      at: ['1.3.6.1.2.1.105.1.1.1', 6],
      on: 3,
      values: [[1, 'off'], [3, 'on'], ...unsettled(2, 4, 5, 6)],
    },
  },
];

const outlets = [1, 2, 3, 4, 5, 6, 7, 8];

/** A simulated agent of a family, its outlets on, called «label 3», drawing 103 W. */
async function served(of: Published): Promise<ServedAgent> {
  const agent = await ServedAgent.listening();
  agent.scalar({ oid: '1.3.6.1.2.1.1.2', type: 'OID', value: of.sysObjectId });
  const { control, state, pending, label, watts, chain, row = (number: number) => [number] } = of;
  const cells: { at: Column; writable?: boolean; holds: (number: number) => number | string }[] = [
    { at: state.at, writable: state.at.join() === control.at.join(), holds: () => state.on },
    { at: control.at, writable: true, holds: () => 1 },
    ...(control.offAt ? [{ at: control.offAt, writable: true, holds: () => 1 }] : []),
    ...(pending ? [{ at: pending.at, holds: () => pending.no }] : []),
    ...(label ? [{ at: label, holds: (number: number) => `label ${number}` }] : []),
    ...(watts ? [{ at: watts, holds: (number: number) => 100 + number }] : []),
    ...(chain
      ? [
          { at: chain.module, holds: () => 1 },
          { at: chain.number, holds: (number: number) => number },
        ]
      : []),
  ];
  for (const entry of new Set(cells.map(({ at }) => at[0]))) {
    const columns = new Map<number, (typeof cells)[number]>();
    for (const cell of cells)
      if (cell.at[0] === entry && !columns.has(cell.at[1])) columns.set(cell.at[1], cell);
    const sorted = [...columns.values()].toSorted((a, b) => a.at[1] - b.at[1]);
    agent.table({
      entry,
      columns: sorted.map(({ at, writable = false, holds }) => ({
        number: at[1],
        type: typeof holds(1) === 'string' ? 'OctetString' : 'Integer',
        writable,
      })),
      rows: outlets.map((number) => ({
        index: row(number),
        values: sorted.map(({ holds }) => holds(number)),
      })),
    });
  }
  return agent;
}

async function open(agent: ServedAgent, model: string, kept: readonly string[] = []): Promise<Pdu> {
  const access = { host: '127.0.0.1', port: agent.port, version: '2c', community: readWrite } as const;
  return openPdu({ name: 'pdu1', model, access: { snmp: access }, protected: kept }, realClock);
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('PDU models', () => {
  it('are all held against figures of their own: of Pulizzi below, of those without SNMP in their own tests', () => {
    const bySnmp = pduModels.filter(({ reach }) => reach === 'snmp').map(({ name }) => name);
    expect(bySnmp).to.have.members([...published.map(({ model }) => model), 'eaton-pulizzi']);
  });

  it('are the families that a topology may name, reached as it says, in topology/pdu-families.ts', () => {
    expect(pduFamilies).to.have.members(pduModels.map(({ name }) => name));
    for (const { name, reach } of pduModels)
      expect(reachOf(pduFamilies.find((family) => family === name)!), name).to.equal(reach);
  });

  it('never have a verb that switches off and on again', () => {
    for (const model of pduModels)
      if (model.reach === 'snmp') {
        const { on, off } = model.control;
        expect(Object.keys(model.control)).to.have.members(['on', 'off']);
        expect(`${on.column} ${on.value}`).to.not.equal(`${off.column} ${off.value}`);
      }
  });
});

for (const of of published) {
  describe(`PDU model ${of.model}`, () => {
    let agent: ServedAgent;
    let pdu: Pdu;
    const sets: string[] = [];
    const { control, state, pending, row = (number: number) => [number] } = of;
    const oid = ([entry, column]: Column, number: number): string =>
      [entry, column, ...row(number)].join('.');

    beforeEach(async () => {
      agent = await served(of);
      sets.length = 0;
      agent.onSet = (at, value) => sets.push(`${at} = ${value}`);
      pdu = await open(agent, of.model, ['8']);
    });

    afterEach(async () => {
      await pdu.close();
      await agent.close();
    });

    it('lists its outlets by number', async () => {
      expect(await pdu.outlets()).to.deep.equal(outlets.map(String));
    });

    it('reads on from an outlet that is on', async () => {
      const reading = await pdu.read('3');
      expect(reading.power).to.equal('on');
      expect(reading.askedMs).to.be.at.most(reading.answeredMs);
      expect(reading.raw).to.match(/^\d[\d.]+ = /);
    });

    for (const wish of ['off', 'on'] as const) {
      it(`writes ${wish} as the MIB says, to one outlet`, async () => {
        const said = await pdu.set('3', wish);
        const at = oid(wish === 'off' ? (control.offAt ?? control.at) : control.at, 3);
        expect(sets).to.deep.equal([`${at} = ${control[wish]}`]);
        expect(said.raw).to.equal(`${at} = ${control[wish]}`);
        expect(said.askedMs).to.be.at.most(said.answeredMs);
      });
    }

    for (const [value, power] of state.values) {
      it(`reads state ${value} as ${power}`, async () => {
        agent.change(...state.at, row(3), value);
        expect((await pdu.read('3')).power).to.equal(power);
      });
    }

    if (pending)
      it('tells a command that is still to be carried out', async () => {
        agent.change(...pending.at, row(3), pending.yes);
        expect((await pdu.read('3')).pending).to.equal(true);
        agent.change(...pending.at, row(3), pending.no);
        expect((await pdu.read('3')).pending).to.equal(false);
      });

    it('reads the label and the power drawn where the PDU has them', async () => {
      const { label, watts } = await pdu.read('3');
      expect({ label, watts }).to.deep.equal({
        label: of.label ? 'label 3' : undefined,
        watts: of.watts ? 103 : undefined,
      });
    });

    it('never switches a protected outlet', async () => {
      for (const wish of ['on', 'off'] as const)
        expect(await refusal(pdu.set('8', wish))).to.match(/^pdu1: outlet 8 is protected/);
      expect(sets).to.deep.equal([]);
      expect((await pdu.read('8')).power).to.equal('on');
    });

    it('tells the nearest outlets for one that is not there', async () => {
      for (const asked of [pdu.read('9'), pdu.set('9', 'off')])
        expect(await refusal(asked)).to.match(/^pdu1: outlet 9 is not known to the device; known here: /);
      expect(sets).to.deep.equal([]);
    });

    it('does not take a refusal for done', async () => {
      agent.refuseWith = 5;
      expect(await refusal(pdu.set('3', 'off'))).to.match(
        /^pdu1: could not switch outlet 3 off: snmp .*genErr/,
      );
    });
  });
}

const integer = (number: number, writable = false) => ({ number, type: 'Integer' as const, writable });
const text = (number: number) => ({ number, type: 'OctetString' as const });

describe('PDU model eaton-pulizzi', () => {
  it('is controlled one row above the one it is read at: row 1 would switch all outlets', async () => {
    const agent = await ServedAgent.listening();
    agent.scalar({ oid: '1.3.6.1.2.1.1.2', type: 'OID', value: `${e}.20677.1` });
    // The outlet stands where a column would: …2.6.3.<outlet>.0, and …2.6.2.<outlet + 1>.0.
    const row = (value: number) => [{ index: [0], values: outlets.map(() => value) }];
    const states = `${e}.20677.2.6.3`;
    agent.table({ entry: states, columns: outlets.map((number) => integer(number)), rows: row(1) });
    agent.table({
      entry: `${e}.20677.2.6.2`,
      columns: outlets.map((number) => integer(number + 1, true)),
      rows: row(1),
    });
    const sets: string[] = [];
    agent.onSet = (at, value) => sets.push(`${at} = ${value}`);
    const pdu = await open(agent, 'eaton-pulizzi', ['8']);
    expect(await pdu.outlets()).to.deep.equal(outlets.map(String));
    await pdu.set('3', 'off');
    await pdu.set('1', 'on');
    expect(sets).to.deep.equal([`${e}.20677.2.6.2.4.0 = 2`, `${e}.20677.2.6.2.2.0 = 1`]);
    agent.change(states, 3, [0], 2);
    agent.change(states, 4, [0], 3);
    const read = await Promise.all(['2', '3', '4'].map((outlet) => pdu.read(outlet)));
    expect(read.map(({ power }) => power)).to.deep.equal(['on', 'off', 'unsettled']);
    expect(await refusal(pdu.set('8', 'off'))).to.contain('protected');
    await pdu.close();
    await agent.close();
  });
});

describe('PDU by SNMP', () => {
  const rpdu2 = published[0]!;
  const rpdu = published[1]!;
  let agent: ServedAgent;

  afterEach(() => agent.close());

  it('an acknowledged SET that nothing follows reads as before', async () => {
    agent = await served(rpdu2);
    const pdu = await open(agent, 'apc-rpdu2');
    await pdu.set('3', 'off');
    expect((await pdu.read('3')).power).to.equal('on');
    await pdu.close();
  });

  it('is refused when it is of another family, which may count the other way round', async () => {
    agent = await served(rpdu2);
    const said = await refusal(open(agent, 'apc-rpdu'));
    expect(said).to.contain('the topology says apc-rpdu').and.to.contain('looks like apc-rpdu2');
  });

  it('is refused when nothing says what it is', async () => {
    agent = await ServedAgent.listening();
    expect(await refusal(open(agent, 'apc-rpdu2')))
      .to.contain('says nothing')
      .and.to.contain('looks like no PDU');
  });

  it('is refused when its model is not known, with the nearest', async () => {
    agent = await ServedAgent.listening();
    expect(await refusal(open(agent, 'apc-rpdu3'))).to.match(/apc-rpdu3 is not known.*apc-rpdu2/);
  });

  it('is refused when it has no switched outlets', async () => {
    agent = await ServedAgent.listening();
    agent.scalar({ oid: '1.3.6.1.2.1.1.2', type: 'OID', value: rpdu.sysObjectId });
    expect(await refusal(open(agent, 'apc-rpdu'))).to.contain('lists no switched outlet');
  });

  it('is refused when a protected outlet is not there', async () => {
    agent = await served(rpdu);
    expect(await refusal(open(agent, 'apc-rpdu', ['24']))).to.contain(
      'outlet 24 is protected in the topology, but',
    );
  });

  describe('chained', () => {
    const control = '1.3.6.1.4.1.318.1.1.26.9.2.4.1';
    const status = '1.3.6.1.4.1.318.1.1.26.9.2.3.1';
    const sets: string[] = [];

    /** Rows as an AP8xxx numbers them: through all modules of the chain. */
    async function chain(
      ...rows: readonly (readonly [module: number, number: number])[]
    ): Promise<ServedAgent> {
      const chained = await ServedAgent.listening();
      sets.length = 0;
      chained.onSet = (oid, value) => sets.push(`${oid} = ${value}`);
      chained.scalar({ oid: '1.3.6.1.2.1.1.2', type: 'OID', value: rpdu2.sysObjectId });
      chained.table({
        entry: status,
        columns: [integer(2), text(3), integer(4), integer(5), integer(6)],
        rows: rows.map(([module, number], at) => ({ index: [at + 1], values: [module, '', number, 2, 2] })),
      });
      chained.table({
        entry: control,
        columns: [integer(2), integer(4), integer(5, true)],
        rows: rows.map(([module, number], at) => ({ index: [at + 1], values: [module, number, 1] })),
      });
      return chained;
    }

    it('goes by module and number, and never guesses a module', async () => {
      agent = await chain([1, 1], [1, 2], [2, 1], [2, 2]);
      const pdu = await open(agent, 'apc-rpdu2');
      expect(await pdu.outlets()).to.deep.equal(['1:1', '1:2', '2:1', '2:2']);
      await pdu.set('2:1', 'off');
      expect(sets).to.deep.equal([`${control}.5.3 = 2`]);
      expect(await refusal(pdu.set('2', 'off'))).to.contain('2:2');
      await pdu.close();
    });

    it('a PDU that is alone goes by number, and by module and number', async () => {
      agent = await chain([1, 1], [1, 2]);
      const pdu = await open(agent, 'apc-rpdu2', ['1:2']);
      expect(await refusal(pdu.set('2', 'off')))
        .to.contain('it is 1:2')
        .and.to.contain('protected');
      await pdu.set('1:1', 'off');
      expect(sets).to.deep.equal([`${control}.5.1 = 2`]);
      await pdu.close();
    });

    it('finds an outlet again whose row moved when the chain changed', async () => {
      agent = await chain([1, 1], [1, 2], [2, 1]);
      const pdu = await open(agent, 'apc-rpdu2');
      await pdu.read('2:1');
      for (const entry of [status, control]) {
        agent.change(entry, 2, [2], 2);
        agent.change(entry, 4, [2], 1);
        agent.change(entry, 2, [3], 2);
        agent.change(entry, 4, [3], 2);
      }
      await pdu.set('2:1', 'off');
      expect(sets).to.deep.equal([`${control}.5.2 = 2`]);
      await pdu.close();
    });
  });
});
