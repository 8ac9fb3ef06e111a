import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { SnmpAgent, SnmpAgentAccess, SnmpAnswer } from '../../transport/index.ts';
import { openAgent, snmpNumber, snmpText } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import type { NamedRow } from '../named-rows.ts';
import { NamedRows } from '../named-rows.ts';
import { onDevice } from '../on-device.ts';
import {
  adminValue,
  adminWord,
  elapsedMs,
  ifAdminStatus,
  ifDescr,
  ifLastChange,
  ifName,
  ifOperStatus,
  operWord,
  sysUpTime,
} from './if-mib.ts';
import { readAccessVlan } from './access-vlan.ts';
import type { PortReading, PortVlanReading, Switch } from './switch.ts';

/** Which switch, reached how. */
export interface SnmpSwitchOptions {
  readonly name: string;
  readonly access: SnmpAgentAccess;
  /** Ports that are never switched, by any of their names. */
  readonly protected: readonly string[];
}

/** To set a port twice is to set it once, so a lost answer may be asked for again. */
const setRetries = 2;

/**
 * A switch by IF-MIB. Reads its ports at once; throws `BenchError` if it does not answer, or if a protected port
 * is not among them.
 */
export async function openSnmpSwitch(options: SnmpSwitchOptions, clock: Clock): Promise<Switch> {
  const { name } = options;
  const agent = openAgent(options.access, clock);
  const rows = new NamedRows({
    device: name,
    kind: 'port',
    agent,
    readRows: () => readPorts(agent),
    protected: options.protected,
  });
  try {
    await onDevice(name, 'read the ports of the switch', () => rows.lookUp());
    return new SnmpSwitch(name, agent, rows);
  } catch (error) {
    await agent.close();
    throw error;
  }
}

class SnmpSwitch implements Switch {
  readonly name: string;
  readonly #agent: SnmpAgent;
  readonly #rows: NamedRows;

  constructor(name: string, agent: SnmpAgent, rows: NamedRows) {
    this.name = name;
    this.#agent = agent;
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
      const admin = adminWord(number(`${ifAdminStatus}.${row.index}`) ?? 0);
      const oper = number(`${ifOperStatus}.${row.index}`);
      if (admin === undefined || oper === undefined)
        throw new BenchError(this.name, `port ${port} has no status that IF-MIB knows: ${answer.raw}`);
      const { askedMs, answeredMs, raw } = answer;
      const [since, now] = [number(`${ifLastChange}.${row.index}`), number(sysUpTime)];
      const changed = since === undefined || now === undefined ? {} : { changedAgoMs: elapsedMs(since, now) };
      return { admin, oper: operWord(oper), ...changed, askedMs, answeredMs, raw };
    });
  }

  setPort(port: string, wish: 'up' | 'down'): Promise<Acknowledgement> {
    return onDevice(this.name, `set port ${port} ${wish}`, async () => {
      this.#rows.refuseProtected(port);
      const { row } = await this.#rows.ask(port, (index) => [`${ifAdminStatus}.${index}`]);
      this.#rows.refuseProtected(port, row);
      const oid = `${ifAdminStatus}.${row.index}`;
      const { askedMs, answeredMs, raw } = await this.#agent.set(oid, 'integer', adminValue[wish], {
        retries: setRetries,
      });
      return { askedMs, answeredMs, raw };
    });
  }

  async readVlan(port: string): Promise<PortVlanReading> {
    const status = await this.readPort(port);
    return onDevice(this.name, `read the VLAN of port ${port}`, async () => {
      const { vlan, answer } = await readAccessVlan(this.name, this.#agent, this.#rows, port);
      return { ...status, vlan, answeredMs: answer.answeredMs, raw: `${status.raw}\n${answer.raw}` };
    });
  }

  setVlan(port: string, vlan: number): Promise<Acknowledgement> {
    return onDevice(this.name, `put port ${port} into VLAN ${vlan}`, async () => {
      this.#rows.refuseProtected(port);
      const { row } = await this.#rows.ask(port, (index) => [`${ifAdminStatus}.${index}`]);
      this.#rows.refuseProtected(port, row);
      const { oid } = await readAccessVlan(this.name, this.#agent, this.#rows, port);
      const { askedMs, answeredMs, raw } = await this.#agent.set(oid, 'integer', vlan, {
        retries: setRetries,
      });
      return { askedMs, answeredMs, raw };
    });
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

/** Every port under its ifName (`Gi1/0/1`) and its ifDescr (`GigabitEthernet1/0/1`), where the switch has both. */
async function readPorts(agent: SnmpAgent): Promise<readonly NamedRow[]> {
  const short = namesBelow(ifName, await agent.subtree(ifName));
  const long = namesBelow(ifDescr, await agent.subtree(ifDescr));
  const indexes = [...new Set([...short.keys(), ...long.keys()])];
  return indexes.map((index) => {
    const found = [
      { oid: `${ifName}.${index}`, reads: short.get(index) },
      { oid: `${ifDescr}.${index}`, reads: long.get(index) },
    ];
    const proof = found.flatMap(({ oid, reads }) =>
      reads === undefined || reads === '' ? [] : [{ oid, reads }],
    );
    return { index, proof, names: [...new Set(proof.map(({ reads }) => reads))] };
  });
}

function namesBelow(column: string, answer: SnmpAnswer): Map<string, string> {
  const names = new Map<string, string>();
  for (const [oid, value] of answer.values) names.set(oid.slice(column.length + 1), snmpText(value) ?? '');
  return names;
}
