import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { SnmpAgent, SnmpAgentAccess, SnmpAnswer } from '../../transport/index.ts';
import { openAgent, snmpNumber, snmpText } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import type { NamedRow } from '../named-rows.ts';
import { NamedRows } from '../named-rows.ts';
import { onDevice } from '../on-device.ts';
import { pduModels } from './models.ts';
import { readOutlets } from './outlet-rows.ts';
import type { PduModel } from './pdu-model.ts';
import type { OutletReading, Pdu } from './pdu.ts';

/** Which PDU, of which family, reached how. */
export interface SnmpPduOptions {
  readonly name: string;
  /** The name of a family in `models.ts`. */
  readonly model: string;
  readonly access: SnmpAgentAccess;
  /** Outlets that are never switched. */
  readonly protected: readonly string[];
}

const sysObjectId = '1.3.6.1.2.1.1.2.0';

/** On twice is on and off twice is off, so a lost answer may be asked for again. */
const setRetries = 2;

/**
 * A PDU by SNMP. Asks at once who it is and which outlets it has; throws `BenchError` if it does not answer, is
 * of another family (whose numbers could mean the opposite), or lacks a protected outlet.
 */
export async function openSnmpPdu(options: SnmpPduOptions, clock: Clock): Promise<Pdu> {
  const { name } = options;
  const model = modelNamed(name, options.model);
  const agent = openAgent(options.access, clock);
  const rows = new NamedRows({
    device: name,
    kind: 'outlet',
    agent,
    readRows: () => readOutlets(name, agent, model),
    protected: options.protected,
  });
  try {
    await onDevice(name, 'identify the PDU', () => refuseOtherFamily(name, agent, model));
    await onDevice(name, 'read the outlets of the PDU', () => rows.lookUp());
    return new SnmpPdu(name, model, agent, rows);
  } catch (error) {
    await agent.close();
    throw error;
  }
}

class SnmpPdu implements Pdu {
  readonly name: string;
  readonly #model: PduModel;
  readonly #agent: SnmpAgent;
  readonly #rows: NamedRows;

  constructor(name: string, model: PduModel, agent: SnmpAgent, rows: NamedRows) {
    this.name = name;
    this.#model = model;
    this.#agent = agent;
    this.#rows = rows;
  }

  async outlets(): Promise<readonly string[]> {
    const rows = await onDevice(this.name, 'read the outlets of the PDU', () => this.#rows.lookUp());
    return rows.map((row) => row.names[0] ?? row.index);
  }

  read(outlet: string): Promise<OutletReading> {
    const { status, pending, label } = this.#model;
    return onDevice(this.name, `read outlet ${outlet}`, async () => {
      const columns = [status.column, pending?.column, label].filter((column) => column !== undefined);
      const { row, answer } = await this.#rows.ask(outlet, (index) =>
        columns.map((column) => `${column}.${index}`),
      );
      const { askedMs, answeredMs, raw, values } = answer;
      const at = (column: string) => values.get(`${column}.${row.index}`);
      const state = this.#stateIn(outlet, row, answer);
      const given = label && snmpText(at(label));
      return {
        power: status.power[state] ?? 'unsettled',
        ...(pending ? { pending: snmpNumber(at(pending.column)) === pending.value } : {}),
        ...(given === undefined ? {} : { label: given }),
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
      const { row, answer } = await this.#rows.ask(outlet, (index) => [`${status.column}.${index}`]);
      this.#rows.refuseProtected(outlet, row);
      this.#stateIn(outlet, row, answer);
      const { column, value } = control[wish];
      const { askedMs, answeredMs, raw } = await this.#agent.set(`${column}.${row.index}`, 'integer', value, {
        retries: setRetries,
      });
      return { askedMs, answeredMs, raw };
    });
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  #stateIn(outlet: string, row: NamedRow, answer: SnmpAnswer): number {
    const state = snmpNumber(answer.values.get(`${this.#model.status.column}.${row.index}`));
    if (state !== undefined) return state;
    throw new BenchError(this.name, `outlet ${outlet} has no state to read back: ${answer.raw}`);
  }
}

function modelNamed(device: string, name: string): PduModel {
  const model = pduModels.find((candidate) => candidate.name === name);
  if (model) return model;
  const known = pduModels.map((candidate) => candidate.name);
  throw new BenchError(device, `PDU model ${name} is not known${suggestion(name, known)}`);
}

async function refuseOtherFamily(device: string, agent: SnmpAgent, model: PduModel): Promise<void> {
  const answer = await agent.get([sysObjectId]);
  const said = snmpText(answer.values.get(sysObjectId)) ?? 'nothing';
  if (isOrBelow(said, model.probe)) return;
  const fitting = pduModels.filter((candidate) => isOrBelow(said, candidate.probe)).map(({ name }) => name);
  const advice =
    fitting.length > 0 ? `It looks like ${fitting.join(' or ')}` : 'It looks like no PDU that is known';
  throw new BenchError(
    device,
    `the topology says ${model.name}, whose sysObjectID begins with ${model.probe}, but the device says ${said}. ` +
      `${advice}; with the wrong model, off could mean on`,
  );
}

function isOrBelow(oid: string, top: string): boolean {
  return oid === top || oid.startsWith(`${top}.`);
}
