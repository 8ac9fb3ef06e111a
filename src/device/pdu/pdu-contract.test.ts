/**
 * What every model of PDU promises, held against a simulated agent of each. The figures below are written out
 * from the vendors' MIBs a second time, on purpose: a slip in a model's page must not find its copy here.
 */
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { ServedRow, ServedTable } from '../../transport/snmp/served-agent.test-support.ts';
import { readWrite, ServedAgent } from '../../transport/snmp/served-agent.test-support.ts';
import { pduFamilies } from '../../topology/pdu-families.ts';
import type { Pdu } from './index.ts';
import { openSnmpPdu, pduModels } from './index.ts';

interface Published {
  readonly model: string;
  readonly sysObjectId: string;
  /** A table with one row an outlet: the columns, and what stands in them for outlet `number`. */
  readonly tables: readonly (Omit<ServedTable, 'rows'> & {
    readonly row: (number: number) => ServedRow['values'];
  })[];
  /** OID of the control object of outlet 3, and what is to be written there. */
  readonly control: { readonly oid: string; readonly on: number; readonly off: number };
  /** Where the state stands: table, column, and every value of the MIB with what it means. */
  readonly state: {
    readonly entry: string;
    readonly column: number;
    readonly values: readonly (readonly [number, 'on' | 'off' | 'unsettled'])[];
  };
  readonly pending: {
    readonly entry: string;
    readonly column: number;
    readonly yes: number;
    readonly no: number;
  };
  readonly label?: { readonly entry: string; readonly column: number };
}

const integer = (number: number, writable = false) => ({ number, type: 'Integer' as const, writable });
const text = (number: number) => ({ number, type: 'OctetString' as const });

const published: readonly Published[] = [
  {
    model: 'apc-rpdu2',
    sysObjectId: '1.3.6.1.4.1.318.1.3.4.6',
    tables: [
      {
        entry: '1.3.6.1.4.1.318.1.1.26.9.2.3.1',
        columns: [integer(2), text(3), integer(4), integer(5), integer(6)],
        row: (number) => [1, `label ${number}`, number, 2, 2],
      },
      {
        entry: '1.3.6.1.4.1.318.1.1.26.9.2.4.1',
        columns: [integer(2), text(3), integer(4), integer(5, true)],
        row: (number) => [1, `label ${number}`, number, 1],
      },
    ],
    control: { oid: '1.3.6.1.4.1.318.1.1.26.9.2.4.1.5.3', on: 1, off: 2 },
    state: {
      entry: '1.3.6.1.4.1.318.1.1.26.9.2.3.1',
      column: 5,
      values: [
        [1, 'off'],
        [2, 'on'],
        [0, 'unsettled'],
        [3, 'unsettled'],
        [4, 'unsettled'],
        [-1, 'unsettled'],
      ],
    },
    pending: { entry: '1.3.6.1.4.1.318.1.1.26.9.2.3.1', column: 6, yes: 1, no: 2 },
    label: { entry: '1.3.6.1.4.1.318.1.1.26.9.2.3.1', column: 3 },
  },
  {
    model: 'apc-rpdu',
    sysObjectId: '1.3.6.1.4.1.318.1.3.4.5',
    tables: [
      {
        entry: '1.3.6.1.4.1.318.1.1.12.3.3.1.1',
        columns: [text(2), integer(4, true)],
        row: (number) => [`label ${number}`, 1],
      },
      {
        entry: '1.3.6.1.4.1.318.1.1.12.3.5.1.1',
        columns: [text(2), integer(4), integer(5)],
        row: (number) => [`label ${number}`, 1, 2],
      },
    ],
    control: { oid: '1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3', on: 1, off: 2 },
    state: {
      entry: '1.3.6.1.4.1.318.1.1.12.3.5.1.1',
      column: 4,
      values: [
        [1, 'on'],
        [2, 'off'],
        [0, 'unsettled'],
        [3, 'unsettled'],
      ],
    },
    pending: { entry: '1.3.6.1.4.1.318.1.1.12.3.5.1.1', column: 5, yes: 1, no: 2 },
    label: { entry: '1.3.6.1.4.1.318.1.1.12.3.5.1.1', column: 2 },
  },
  {
    model: 'apc-masterswitch',
    sysObjectId: '1.3.6.1.4.1.318.1.3.4.4',
    tables: [
      {
        entry: '1.3.6.1.4.1.318.1.1.4.4.2.1',
        columns: [integer(2), integer(3, true)],
        row: () => [2, 1],
      },
    ],
    control: { oid: '1.3.6.1.4.1.318.1.1.4.4.2.1.3.3', on: 1, off: 2 },
    state: {
      entry: '1.3.6.1.4.1.318.1.1.4.4.2.1',
      column: 3,
      values: [
        [1, 'on'],
        [2, 'off'],
        [3, 'unsettled'],
        [4, 'unsettled'],
        [7, 'unsettled'],
      ],
    },
    pending: { entry: '1.3.6.1.4.1.318.1.1.4.4.2.1', column: 2, yes: 1, no: 2 },
  },
];

const outlets = [1, 2, 3, 4, 5, 6, 7, 8];

async function served(of: Published): Promise<ServedAgent> {
  const agent = await ServedAgent.listening();
  agent.scalar({ oid: '1.3.6.1.2.1.1.2', type: 'OID', value: of.sysObjectId });
  for (const { row, ...table } of of.tables)
    agent.table({ ...table, rows: outlets.map((number) => ({ index: [number], values: row(number) })) });
  return agent;
}

function open(agent: ServedAgent, model: string, kept: readonly string[] = []): Promise<Pdu> {
  const access = { host: '127.0.0.1', port: agent.port, version: '2c', community: readWrite } as const;
  return openSnmpPdu({ name: 'pdu1', model, access, protected: kept }, realClock);
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('PDU models', () => {
  it('are all held against figures of their own', () => {
    expect(pduModels.map(({ name }) => name)).to.have.members(published.map(({ model }) => model));
  });

  it('are the families that a topology may name, in topology/pdu-families.ts', () => {
    expect(pduFamilies).to.have.members(pduModels.map(({ name }) => name));
  });
});

for (const of of published) {
  describe(`PDU model ${of.model}`, () => {
    let agent: ServedAgent;
    let pdu: Pdu;
    const sets: string[] = [];

    beforeEach(async () => {
      agent = await served(of);
      sets.length = 0;
      agent.onSet = (oid, value) => sets.push(`${oid} = ${value}`);
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
        expect(sets).to.deep.equal([`${of.control.oid} = ${of.control[wish]}`]);
        expect(said.raw).to.equal(`${of.control.oid} = ${of.control[wish]}`);
        expect(said.askedMs).to.be.at.most(said.answeredMs);
      });
    }

    for (const [value, power] of of.state.values) {
      it(`reads state ${value} as ${power}`, async () => {
        agent.change(of.state.entry, of.state.column, [3], value);
        expect((await pdu.read('3')).power).to.equal(power);
      });
    }

    it('tells a command that is still to be carried out', async () => {
      const { entry, column, yes, no } = of.pending;
      agent.change(entry, column, [3], yes);
      expect((await pdu.read('3')).pending).to.equal(true);
      agent.change(entry, column, [3], no);
      expect((await pdu.read('3')).pending).to.equal(false);
    });

    it('reads the label where the PDU has one', async () => {
      expect((await pdu.read('3')).label).to.equal(of.label ? 'label 3' : undefined);
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
