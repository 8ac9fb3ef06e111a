import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { MayAct, SnmpAgentAccess, SnmpAnswer } from '../../transport/index.ts';
import { snmpNumber } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import { NamedRows } from '../named-rows.ts';
import { onDevice } from '../on-device.ts';
import {
  adminValue,
  adminWord,
  elapsedMs,
  ifAdminStatus,
  ifLastChange,
  ifOperStatus,
  operWord,
  sysUpTime,
} from './if-mib.ts';
import { readAccessVlan, setRetries } from './access-vlan.ts';
import { readMacTable } from './mac-table.ts';
import { countersAsked, countersOf } from './port-counters.ts';
import { portNames, readPortRows } from './port-rows.ts';
import { settingsAsked, settingsOf } from './port-settings.ts';
import { PortTableAge } from './port-table-age.ts';
import type { MacTable, PortCounters, PortReading, PortSettings, PortVlanReading, Switch } from './switch.ts';
import { VlanAgents } from './vlan-agents.ts';
import { readVlanNumbers } from './vlan-numbers.ts';

/** Which switch, reached how. */
export interface SnmpSwitchOptions {
  readonly name: string;
  readonly access: SnmpAgentAccess;
  /** Ports that are never switched, by any of their names. */
  readonly protected: readonly string[];
  /** Asked before each SET leaves: whether it still may. */
  readonly mayAct?: MayAct | undefined;
}

/**
 * A switch by IF-MIB. Reads its ports at once; throws `BenchError` if it does not answer, or if a protected port
 * is not among them.
 */
export async function openSnmpSwitch(options: SnmpSwitchOptions, clock: Clock): Promise<Switch> {
  const { name } = options;
  const agents = new VlanAgents(options.access, clock, options.mayAct);
  const agent = agents.whole;
  const rows = new NamedRows({
    device: name,
    kind: 'port',
    agent,
    readRows: () => readPortRows(agent),
    age: new PortTableAge(agent),
    protected: options.protected,
  });
  try {
    await onDevice(name, 'read the ports of the switch', () => rows.lookUp());
    return new SnmpSwitch(name, agents, rows);
  } catch (error) {
    await agents.close();
    throw error;
  }
}

class SnmpSwitch implements Switch {
  readonly name: string;
  readonly #agents: VlanAgents;
  readonly #rows: NamedRows;

  constructor(name: string, agents: VlanAgents, rows: NamedRows) {
    this.name = name;
    this.#agents = agents;
    this.#rows = rows;
  }

  async ports(): Promise<readonly string[]> {
    const rows = await onDevice(this.name, 'read the ports of the switch', () => this.#rows.lookUp());
    return rows.map((row) => row.names[0] ?? row.index);
  }

  readPort(port: string): Promise<PortReading> {
    return onDevice(this.name, `read port ${port}`, async () => {
      // Status and time in one request: they belong to one instant of the switch.
      const { row, answer } = await this.#rows.ask(port, (index) => [
        `${ifAdminStatus}.${index}`,
        `${ifOperStatus}.${index}`,
        `${ifLastChange}.${index}`,
        sysUpTime,
      ]);
      const number = (oid: string): number | undefined => snmpNumber(answer.values.get(oid));
      const status = this.#statusOf(port, row.index, answer);
      const { askedMs, answeredMs, raw } = answer;
      const [since, now] = [number(`${ifLastChange}.${row.index}`), number(sysUpTime)];
      const changed = since === undefined || now === undefined ? {} : { changedAgoMs: elapsedMs(since, now) };
      return { ...status, ...changed, askedMs, answeredMs, raw };
    });
  }

  portSettings(port: string): Promise<PortSettings> {
    return onDevice(this.name, `read the settings of port ${port}`, async () => {
      const { row, answer } = await this.#rows.ask(port, settingsAsked);
      const rows = await this.#rows.lookUp();
      const named = (ifIndex: string): string => portNames(rows, ifIndex)[0] ?? ifIndex;
      const status = this.#statusOf(port, row.index, answer);
      return { ...status, ...(await settingsOf(row.index, answer, this.#agents, named)) };
    });
  }

  portCounters(port: string): Promise<PortCounters> {
    return onDevice(this.name, `read the counters of port ${port}`, async () => {
      const { row, answer } = await this.#rows.ask(port, countersAsked);
      return countersOf(row.index, answer);
    });
  }

  macTable(): Promise<MacTable> {
    return onDevice(this.name, 'read the addresses that it has learned', async () => {
      const rows = await this.#rows.lookUp();
      return readMacTable(this.#agents, (ifIndex) => portNames(rows, ifIndex));
    });
  }

  vlans(): Promise<readonly number[]> {
    return onDevice(this.name, 'read its VLANs', () => readVlanNumbers(this.#agents.whole));
  }

  setPort(port: string, wish: 'up' | 'down'): Promise<Acknowledgement> {
    return onDevice(this.name, `set port ${port} ${wish}`, async () => {
      this.#rows.refuseProtected(port);
      const { row } = await this.#rows.ask(port, (index) => [`${ifAdminStatus}.${index}`]);
      this.#rows.refuseProtected(port, row);
      const oid = `${ifAdminStatus}.${row.index}`;
      const { askedMs, answeredMs, raw } = await this.#agents.whole.set(oid, 'integer', adminValue[wish], {
        retries: setRetries,
      });
      return { askedMs, answeredMs, raw };
    });
  }

  async readVlan(port: string): Promise<PortVlanReading> {
    const status = await this.readPort(port);
    return onDevice(this.name, `read the VLAN of port ${port}`, async () => {
      const { vlan, answer } = await readAccessVlan(this.name, this.#agents.whole, this.#rows, port);
      return { ...status, vlan, answeredMs: answer.answeredMs, raw: `${status.raw}\n${answer.raw}` };
    });
  }

  setVlan(port: string, vlan: number): Promise<Acknowledgement> {
    return onDevice(this.name, `put port ${port} into VLAN ${vlan}`, async () => {
      this.#rows.refuseProtected(port);
      const { row } = await this.#rows.ask(port, (index) => [`${ifAdminStatus}.${index}`]);
      this.#rows.refuseProtected(port, row);
      const access = await readAccessVlan(this.name, this.#agents.whole, this.#rows, port);
      return access.moveTo(vlan);
    });
  }

  close(): Promise<void> {
    return this.#agents.close();
  }

  #statusOf(port: string, index: string, { values, raw }: SnmpAnswer): Pick<PortReading, 'admin' | 'oper'> {
    const admin = adminWord(snmpNumber(values.get(`${ifAdminStatus}.${index}`)) ?? 0);
    const oper = snmpNumber(values.get(`${ifOperStatus}.${index}`));
    if (admin === undefined || oper === undefined)
      throw new BenchError(this.name, `port ${port} has no status that IF-MIB knows: ${raw}`);
    return { admin, oper: operWord(oper) };
  }
}
