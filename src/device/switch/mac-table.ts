import type { SnmpAgent, SnmpAnswer } from '../../transport/index.ts';
import {
  dot1dTpFdbPort,
  dot1dTpFdbStatus,
  dot1qTpFdbPort,
  dot1qTpFdbStatus,
  dot1qVlanFdbId,
  macOf,
  notBehindPort,
  numbersBelow,
} from './bridge-mib.ts';
import type { LearnedMac, MacTable } from './switch.ts';
import type { VlanAgents } from './vlan-agents.ts';
import { dot1dBasePortIfIndex, vmVlan } from './vlan-mib.ts';

/** One filtering database: where it is read, and what it says of VLANs. */
interface Database {
  readonly agent: SnmpAgent;
  readonly ports: SnmpAnswer;
  readonly column: string;
  readonly statusColumn: string;
  /** The VLAN of a row, by the numbers of its index. */
  readonly vlanOf: (index: readonly number[]) => number | undefined;
}

/**
 * Reads the addresses that a switch has learned: by VLAN in one table where it has Q-BRIDGE-MIB, else one VLAN
 * after the other. `namesOf` gives the names of a port by its ifIndex.
 */
export async function readMacTable(
  agents: VlanAgents,
  namesOf: (ifIndex: string) => readonly string[],
): Promise<MacTable> {
  const databases = await databasesOf(agents);
  const learned: LearnedMac[] = [];
  const answers: SnmpAnswer[] = [];
  for (const database of databases) {
    const { agent, ports, column, statusColumn, vlanOf } = database;
    const interfaces = await agent.subtree(dot1dBasePortIfIndex);
    const status = await agent.subtree(statusColumn);
    answers.push(ports, interfaces, status);
    const ifIndexes = numbersBelow(dot1dBasePortIfIndex, interfaces);
    const statuses = numbersBelow(statusColumn, status);
    for (const [index, bridgePort] of numbersBelow(column, ports)) {
      // Port 0: the switch has heard the address, and does not say where.
      if (bridgePort === 0 || notBehindPort.includes(statuses.get(index) ?? 0)) continue;
      const numbers = index.split('.').map(Number);
      const vlan = vlanOf(numbers);
      const ifIndex = ifIndexes.get(String(bridgePort));
      const port = ifIndex === undefined ? [`bridge port ${bridgePort}`] : namesOf(String(ifIndex));
      learned.push({ mac: macOf(numbers), port, ...(vlan === undefined ? {} : { vlan }) });
    }
  }
  return {
    learned,
    askedMs: Math.min(...answers.map(({ askedMs }) => askedMs)),
    answeredMs: Math.max(...answers.map(({ answeredMs }) => answeredMs)),
    raw: answers.map(({ raw }) => raw).join('\n'),
  };
}

async function databasesOf(agents: VlanAgents): Promise<readonly Database[]> {
  const { whole } = agents;
  const byVlan = await whole.subtree(dot1qTpFdbPort);
  if (byVlan.values.size > 0) {
    const vlans = vlanByDatabase(await whole.subtree(dot1qVlanFdbId));
    const vlanOf = ([id = 0]: readonly number[]): number => vlans.get(id) ?? id;
    const statusColumn = dot1qTpFdbStatus;
    return [{ agent: whole, ports: byVlan, column: dot1qTpFdbPort, statusColumn, vlanOf }];
  }
  const plain = { column: dot1dTpFdbPort, statusColumn: dot1dTpFdbStatus };
  const vlans = new Set(numbersBelow(vmVlan, await whole.subtree(vmVlan)).values());
  if (vlans.size === 0) {
    const ports = await whole.subtree(dot1dTpFdbPort);
    return [{ agent: whole, ports, ...plain, vlanOf: () => undefined }];
  }
  const databases: Database[] = [];
  for (const vlan of vlans) {
    const agent = agents.of(vlan);
    databases.push({ agent, ports: await agent.subtree(dot1dTpFdbPort), ...plain, vlanOf: () => vlan });
  }
  return databases;
}

/** Filtering databases are numbered as the switch likes; most number them as their VLANs. */
function vlanByDatabase(answer: SnmpAnswer): ReadonlyMap<number, number> {
  const vlans = new Map<number, number>();
  for (const [index, id] of numbersBelow(dot1qVlanFdbId, answer))
    vlans.set(id, Number(index.split('.').at(-1)));
  return vlans;
}
