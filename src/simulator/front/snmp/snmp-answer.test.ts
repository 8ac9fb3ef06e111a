import { expect } from 'chai';
import type { ManagedObjects } from '../../snmp/managed-object.ts';
import { ManagedTree } from './managed-tree.ts';
import { netSnmp, type RequestPdu, type SnmpVarbind } from './net-snmp.ts';
import { answerTo, type Answer } from './snmp-answer.ts';

const { ErrorStatus, ObjectType, PduType } = netSnmp;
const reader = { mayWrite: false, version1: false };
const writer = { mayWrite: true, version1: false };
const old = { mayWrite: true, version1: true };
const table = '1.3.6.1.4.1.1.2.1';

/** Rows out of order, two numbers in their index, a cell that is not there, and a counter too wide for version 1. */
function device(): { objects: ManagedObjects; rows: number[]; written: string[] } {
  const rows = [11, 9, 10];
  const written: string[] = [];
  const objects: ManagedObjects = {
    scalars: [{ name: 'late', oid: '1.3.6.1.4.1.1.10', type: 'Integer', read: () => 7 }],
    tables: [
      {
        name: 'wide',
        oid: table,
        rows: () => rows,
        indexOf: (row) => [1, row],
        columns: [
          { number: 10, name: 'bytes', type: 'Counter64', read: (row) => row * 2 ** 40 },
          {
            number: 2,
            name: 'label',
            type: 'OctetString',
            read: (row) => `row ${row}`,
            writeBytes: (row, value) => void written.push(`${row} ${value.toString()}`),
          },
          {
            number: 3,
            name: 'mode',
            type: 'Integer',
            read: (row) => (row === 9 ? undefined : row),
            refuses: (_row, value) => (value === 4 ? 'InconsistentValue' : undefined),
            write: (row, value) => {
              if (value === 5) throw new Error('stuck');
              written.push(`${row} ${value}`);
            },
          },
          {
            number: 4,
            name: 'broken',
            type: 'Integer',
            read: (row) => {
              if (row === 10) throw new Error('dead');
              return row;
            },
          },
        ],
      },
    ],
  };
  return { objects, rows, written };
}

function ask(
  tree: ManagedTree,
  kind: keyof typeof PduType,
  varbinds: readonly (string | SnmpVarbind)[],
  who: Parameters<typeof answerTo>[2] = reader,
  bulk: Pick<RequestPdu, 'nonRepeaters' | 'maxRepetitions'> = {},
): Answer | undefined {
  const written = varbinds.map((one) => (typeof one === 'string' ? { oid: one, type: 5, value: null } : one));
  const pdu: RequestPdu = {
    ...bulk,
    type: PduType[kind],
    varbinds: written,
    getResponsePduForRequest: () => ({ varbinds: [] }),
  };
  return answerTo(pdu, tree, who);
}

const oids = (answer: Answer | undefined): string[] => answer?.varbinds.map(({ oid }) => oid) ?? [];
const types = (answer: Answer | undefined): number[] => answer?.varbinds.map(({ type }) => type) ?? [];
const integer = (oid: string, value: number): SnmpVarbind => ({ oid, type: ObjectType.Integer, value });

describe('the answers of an agent', () => {
  it('walk in the order of the numbers, leaving out what is not there', () => {
    const tree = new ManagedTree(device().objects);
    const seen: string[] = [];
    let at = '1.3';
    for (let next = tree.next(at); next && seen.length < 20; next = tree.next(at)) {
      seen.push((at = next.oid).slice(table.length + 1));
      if (at.startsWith(`${table}.3.1.11`)) at = `${table}.9`;
    }
    const ten = ['10.1.9', '10.1.10', '10.1.11'];
    expect(seen.slice(0, -1)).to.deep.equal(['2.1.9', '2.1.10', '2.1.11', '3.1.10', '3.1.11', ...ten]);
    expect(at).to.equal('1.3.6.1.4.1.1.10.0');
  });

  it('tell a missing object from a missing instance, and a version 1 client which variable failed', () => {
    const tree = new ManagedTree(device().objects);
    const asked = [`${table}.2.1.9`, `${table}.2.1.12`, `${table}.3.1.9`, `${table}.7.1.9`, `${table}.2`];
    expect(types(ask(tree, 'GetRequest', asked))).to.deep.equal([
      ObjectType.OctetString,
      ObjectType.NoSuchInstance,
      ObjectType.NoSuchInstance,
      ObjectType.NoSuchObject,
      ObjectType.NoSuchInstance,
    ]);
    expect(ask(tree, 'GetRequest', asked, old)).to.include({ status: ErrorStatus.NoSuchName, index: 2 });
    expect(ask(tree, 'GetRequest', [`${table}.10.1.9`], old)).to.include({ index: 1 });
    expect(oids(ask(tree, 'GetNextRequest', [`${table}.4.1.11`], old))).to.deep.equal(['1.3.6.1.4.1.1.10.0']);
    expect(ask(tree, 'GetRequest', [`${table}.4.1.9`, `${table}.4.1.10`])).to.include({
      status: ErrorStatus.GeneralError,
      index: 2,
    });
  });

  it('write a 64-bit counter in as few bytes as there must be', () => {
    const answer = ask(new ManagedTree(device().objects), 'GetRequest', [`${table}.10.1.9`]);
    expect(answer?.varbinds[0]?.value).to.deep.equal(Buffer.from([9, 0, 0, 0, 0, 0]));
  });

  it('repeat what is to be repeated, row by row, until the end and no further', () => {
    const tree = new ManagedTree(device().objects);
    const from = ['1.3.6.1.4.1.1.9', `${table}.2`, `${table}.10`];
    const answer = ask(tree, 'GetBulkRequest', from, reader, { nonRepeaters: 1, maxRepetitions: 2 });
    expect(oids(answer)).to.deep.equal([
      '1.3.6.1.4.1.1.10.0',
      `${table}.2.1.9`,
      `${table}.10.1.9`,
      `${table}.2.1.10`,
      `${table}.10.1.10`,
    ]);
    const end = ask(tree, 'GetBulkRequest', ['1.3.6.1.4.1.1.9'], reader, { maxRepetitions: 50 });
    expect(types(end)).to.deep.equal([ObjectType.Integer, ObjectType.EndOfMibView]);
    const greedy = ask(tree, 'GetBulkRequest', Array(100).fill(table), reader, { maxRepetitions: 2 ** 30 });
    expect(greedy?.varbinds).to.have.lengthOf(200);
    expect(ask(tree, 'GetBulkRequest', ['1.3'], old, { maxRepetitions: 1 })).to.equal(undefined);
  });

  it('write all or nothing', () => {
    const { objects, written } = device();
    const tree = new ManagedTree(objects);
    const [ten, eleven] = [`${table}.3.1.10`, `${table}.3.1.11`];
    const refusals: readonly [readonly SnmpVarbind[], number, number][] = [
      [[integer(ten, 1), integer(eleven, 4)], ErrorStatus.InconsistentValue, 2],
      [[integer(ten, 1), integer(`${table}.3.1.9`, 1)], ErrorStatus.NoCreation, 2],
      [[integer(`${table}.4.1.9`, 1)], ErrorStatus.NotWritable, 1],
      [[integer(`${table}.2.1.9`, 1)], ErrorStatus.WrongType, 1],
    ];
    for (const [varbinds, status, index] of refusals)
      expect(ask(tree, 'SetRequest', varbinds, writer)).to.include({ status, index });
    expect(ask(tree, 'SetRequest', [integer(ten, 1)], reader)).to.include({ status: ErrorStatus.NoAccess });
    expect(written).to.deep.equal([]);
    const text = { oid: `${table}.2.1.9`, type: ObjectType.OctetString, value: Buffer.from('nine') };
    expect(ask(tree, 'SetRequest', [integer(ten, 1), text], writer)).to.include({ status: 0 });
    expect(ask(tree, 'SetRequest', [integer(ten, 5)], writer)).to.include({
      status: ErrorStatus.CommitFailed,
    });
    expect(written).to.deep.equal(['10 1', '9 nine']);
  });

  it('follow rows that come and go', () => {
    const { objects, rows } = device();
    const tree = new ManagedTree(objects);
    rows.splice(0, 3, 40);
    expect(tree.next(`${table}.2`)?.oid).to.equal(`${table}.2.1.40`);
    expect(tree.find(`${table}.2.1.9`)).to.equal('NoSuchInstance');
  });
});
