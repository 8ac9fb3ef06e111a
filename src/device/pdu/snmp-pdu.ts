import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { MayAct, SnmpAgent, SnmpAgentAccess, SnmpAnswer } from '../../transport/index.ts';
import { openAgent, snmpNumber, snmpText, Turns } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import type { NamedRow } from '../named-rows.ts';
import { NamedRows } from '../named-rows.ts';
import { onDevice } from '../on-device.ts';
import { recognize } from './recognize.ts';
import { OutletObjects } from './outlet-objects.ts';
import { readOutlets } from './outlet-rows.ts';
import type { OutletReading, Pdu } from './pdu.ts';
import type { SnmpModel } from './snmp-model.ts';

/** Which PDU, of which family, reached how. */
export interface SnmpPduOptions {
  readonly name: string;
  readonly model: SnmpModel;
  readonly access: SnmpAgentAccess;
  /** Outlets that are never switched. */
  readonly protected: readonly string[];
  /** Asked before each SET leaves. */
  readonly mayAct?: MayAct | undefined;
}

/**
 * On twice is on and off twice is off, so a lost answer may be asked for again. No verb is ever sent of which that is
 * not true: not reboot, not toggle, not queue.
 */
const setRetries = 2;

/**
 * A PDU by SNMP. Asks at once who it is and which outlets it has; throws `BenchError` if it does not answer, is
 * of another family (whose numbers could mean the opposite), or lacks a protected outlet.
 */
export async function openSnmpPdu(options: SnmpPduOptions, clock: Clock): Promise<Pdu> {
  const { name, model } = options;
  const agent = openAgent(options.access, clock, new Turns(), options.mayAct);
  try {
    const modelNumber = await onDevice(name, 'identify the PDU', () => recognize(name, agent, model));
    const objects = new OutletObjects(modelNumber);
    const rows = new NamedRows({
      device: name,
      kind: 'outlet',
      agent,
      readRows: () => readOutlets(name, agent, model, objects),
      protected: options.protected,
    });
    await onDevice(name, 'read the outlets of the PDU', () => rows.lookUp());
    return new SnmpPdu(name, model, agent, rows, objects);
  } catch (error) {
    await agent.close();
    throw error;
  }
}

class SnmpPdu implements Pdu {
  readonly name: string;
  readonly #model: SnmpModel;
  readonly #agent: SnmpAgent;
  readonly #rows: NamedRows;
  readonly #objects: OutletObjects;

  constructor(name: string, model: SnmpModel, agent: SnmpAgent, rows: NamedRows, objects: OutletObjects) {
    this.name = name;
    this.#model = model;
    this.#agent = agent;
    this.#rows = rows;
    this.#objects = objects;
  }

  async outlets(): Promise<readonly string[]> {
    const rows = await onDevice(this.name, 'read the outlets of the PDU', () => this.#rows.lookUp());
    return rows.map((row) => row.names[0] ?? row.index);
  }

  read(outlet: string): Promise<OutletReading> {
    const { status, pending, label, watts } = this.#model;
    return onDevice(this.name, `read outlet ${outlet}`, async () => {
      const columns = [status.column, pending?.column, label, watts].filter((column) => column !== undefined);
      const { row, answer } = await this.#rows.ask(outlet, (index) =>
        columns.map((column) => this.#objects.at(column, index)),
      );
      const { askedMs, answeredMs, raw, values } = answer;
      const at = (column: string) => values.get(this.#objects.at(column, row.index));
      const state = this.#stateIn(outlet, row, answer);
      const given = label && snmpText(at(label));
      const drawn = watts && snmpNumber(at(watts));
      const awaited = pending && snmpNumber(at(pending.column));
      return {
        power: status.power[state] ?? 'unsettled',
        ...(pending ? { pending: awaited !== undefined && pending.values.includes(awaited) } : {}),
        ...(given ? { label: given } : {}),
        ...(typeof drawn === 'number' ? { watts: drawn } : {}),
        askedMs,
        answeredMs,
        raw,
      };
    });
  }

  set(outlet: string, wish: 'on' | 'off'): Promise<Acknowledgement> {
    const { control, status } = this.#model;
    return onDevice(this.name, `switch outlet ${outlet} ${wish}`, async () => {
      this.#rows.refuseProtected(outlet);
      // The state goes along: a row that has none is no outlet to be switched.
      const { row, answer } = await this.#rows.ask(outlet, (index) => [
        this.#objects.at(status.column, index),
      ]);
      this.#rows.refuseProtected(outlet, row);
      this.#stateIn(outlet, row, answer);
      const { column, value } = control[wish];
      const oid = this.#objects.at(column, row.index);
      const { askedMs, answeredMs, raw } = await this.#agent.set(oid, 'integer', value, {
        retries: setRetries,
      });
      return { askedMs, answeredMs, raw };
    });
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  #stateIn(outlet: string, row: NamedRow, answer: SnmpAnswer): number {
    const oid = this.#objects.at(this.#model.status.column, row.index);
    const state = snmpNumber(answer.values.get(oid));
    if (state !== undefined) return state;
    throw new BenchError(this.name, `outlet ${outlet} has no state to read back: ${answer.raw}`);
  }
}
