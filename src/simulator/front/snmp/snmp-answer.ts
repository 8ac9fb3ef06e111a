/** What an agent answers to a request, as RFC 3416 section 4.2 has it, and RFC 3584 for version 1. */
import type { Instance, ManagedTree } from './managed-tree.ts';
import { netSnmp, type RequestPdu, type SnmpVarbind } from './net-snmp.ts';

const { ErrorStatus, ObjectType, PduType } = netSnmp;

/** A GETBULK gets so many variables at most; who wants more asks again. */
const mostVariables = 256;

/** Who asks, as far as the answer depends on it. */
interface Asking {
  readonly mayWrite: boolean;
  /** SNMPv1 has no exceptions among the values and no 64-bit counters. */
  readonly version1: boolean;
}

/** The variables, or the status and the place (from 1) of the first that failed. */
export interface Answer {
  readonly status: number;
  readonly index: number;
  readonly varbinds: readonly SnmpVarbind[];
}

class Failure extends Error {
  readonly status: number;
  readonly index: number;

  constructor(status: number, at: number) {
    super(`status ${status} at ${at}`);
    this.status = status;
    this.index = at + 1;
  }
}

/** Answers one request; undefined for one of a kind that agents do not answer. */
export function answerTo(pdu: RequestPdu, tree: ManagedTree, asking: Asking): Answer | undefined {
  const answer = answers[pdu.type];
  if (!answer || (asking.version1 && pdu.type === PduType.GetBulkRequest)) return undefined;
  try {
    return { status: ErrorStatus.NoError, index: 0, varbinds: answer(pdu, tree, asking) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.status, index: error.index, varbinds: pdu.varbinds.map(echo) };
  }
}

type Answering = (pdu: RequestPdu, tree: ManagedTree, asking: Asking) => readonly SnmpVarbind[];

const answers: Readonly<Record<number, Answering>> = {
  [PduType.GetRequest]: (pdu, tree, asking) =>
    pdu.varbinds.map(({ oid }, at) => {
      const found = reading(at, () => tree.find(oid));
      if (typeof found !== 'string' && !(asking.version1 && found.type === 'Counter64')) return told(found);
      if (asking.version1) throw new Failure(ErrorStatus.NoSuchName, at);
      return {
        oid: sendable(oid),
        type: ObjectType[typeof found === 'string' ? found : 'NoSuchInstance'],
        value: null,
      };
    }),

  [PduType.GetNextRequest]: (pdu, tree, asking) =>
    pdu.varbinds.map(({ oid }, at) => {
      const found = following(tree, oid, at, asking);
      if (found) return told(found);
      if (asking.version1) throw new Failure(ErrorStatus.NoSuchName, at);
      return endOfView(oid);
    }),

  [PduType.GetBulkRequest]: (pdu, tree, asking) => {
    const once = Math.max(0, Math.min(pdu.nonRepeaters ?? 0, pdu.varbinds.length));
    const step = (oid: string, at: number): SnmpVarbind => {
      const found = following(tree, oid, at, asking);
      return found ? told(found) : endOfView(oid);
    };
    const varbinds = pdu.varbinds.slice(0, once).map(({ oid }, at) => step(oid, at));
    let row = pdu.varbinds.slice(once);
    for (let times = pdu.maxRepetitions ?? 0; times > 0 && row.length > 0; times -= 1) {
      row = row.map(({ oid }, at) => step(oid, once + at));
      varbinds.push(...row);
      if (row.every(({ type }) => type === ObjectType.EndOfMibView)) break;
      if (varbinds.length + row.length > mostVariables) break;
    }
    return varbinds;
  },

  [PduType.SetRequest]: (pdu, tree, { mayWrite }) => {
    // All or nothing: every variable is tried before the first is written.
    const found = pdu.varbinds.map((varbind, at) => {
      if (!mayWrite) throw new Failure(ErrorStatus.NoAccess, at);
      return settable(tree, varbind, at);
    });
    for (const [at, { value }] of pdu.varbinds.entries()) {
      try {
        if (value !== null) found[at]?.write(value);
      } catch {
        // What the simulated device could not do, its agent says so in the words of SNMP.
        throw new Failure(ErrorStatus.CommitFailed, at);
      }
    }
    return pdu.varbinds.map(echo);
  },
};

function settable(tree: ManagedTree, { oid, type, value }: SnmpVarbind, at: number): Instance {
  const found = reading(at, () => tree.find(oid));
  if (typeof found === 'string') throw new Failure(ErrorStatus.NoCreation, at);
  if (!found.writable) throw new Failure(ErrorStatus.NotWritable, at);
  if (type !== ObjectType[found.type] || value === null) throw new Failure(ErrorStatus.WrongType, at);
  if (found.allowed && !found.allowed.includes(Number(value))) throw new Failure(ErrorStatus.WrongValue, at);
  const refusal = found.refuses(value);
  if (refusal) throw new Failure(ErrorStatus[refusal], at);
  return found;
}

function following(
  tree: ManagedTree,
  oid: string,
  at: number,
  { version1 }: Pick<Asking, 'version1'>,
): Instance | undefined {
  const found = reading(at, () => tree.next(oid));
  if (version1 && found?.type === 'Counter64') return following(tree, found.oid, at, { version1 });
  return found;
}

/** What the device could not read is a `genErr` at that variable. */
function reading<Found>(at: number, read: () => Found): Found {
  try {
    return read();
  } catch {
    throw new Failure(ErrorStatus.GeneralError, at);
  }
}

function told({ oid, type, value }: Instance): SnmpVarbind {
  return { oid, type: ObjectType[type], value: type === 'Counter64' ? bigEndian(Number(value)) : value };
}

function endOfView(oid: string): SnmpVarbind {
  return { oid: sendable(oid), type: ObjectType.EndOfMibView, value: null };
}

function echo({ oid, type, value }: SnmpVarbind): SnmpVarbind {
  return { oid: sendable(oid), type, value };
}

/** The library cannot write an OID of less than four numbers. */
function sendable(oid: string): string {
  return oid.split('.').length < 4 ? '1.3.6.1' : oid;
}

/** As few bytes as BER allows; a leading zero keeps a high bit from being a sign. */
function bigEndian(value: number): Buffer {
  const hex = BigInt(value).toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
}
