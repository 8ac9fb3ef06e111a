import { BenchError } from '../../errors.ts';
import { snmpNumber } from '../../transport/index.ts';
import type { SnmpAgent, SnmpAnswer } from '../../transport/index.ts';
import type { NamedRow, NamedRows } from '../named-rows.ts';
import { dot1dBasePortIfIndex, dot1qPvid, vmVlan } from './vlan-mib.ts';

/** The VLAN of an access port, and the object that it is read from and set by. */
export interface AccessVlan {
  readonly vlan: number;
  readonly oid: string;
  readonly answer: SnmpAnswer;
}

/**
 * Reads the VLAN of an access port: as Cisco has it, by interface, and else as the standard has it, by port of the
 * bridge. Throws `BenchError` for a port that has none.
 */
export async function readAccessVlan(
  device: string,
  agent: SnmpAgent,
  rows: NamedRows,
  port: string,
): Promise<AccessVlan> {
  const { row, answer } = await rows.ask(port, (index) => [`${vmVlan}.${index}`]);
  const found = at(`${vmVlan}.${row.index}`, answer) ?? (await bridged(agent, row));
  if (found) return found;
  throw new BenchError(
    device,
    `port ${port} has no VLAN that can be set, neither vmVlan nor dot1qPvid: is it a trunk or a routed port?`,
  );
}

async function bridged(agent: SnmpAgent, row: NamedRow): Promise<AccessVlan | undefined> {
  const behind = await agent.subtree(dot1dBasePortIfIndex);
  const base = [...behind.values].find(([, ifIndex]) => String(snmpNumber(ifIndex)) === row.index)?.[0];
  if (base === undefined) return undefined;
  const oid = `${dot1qPvid}.${base.slice(dot1dBasePortIfIndex.length + 1)}`;
  return at(oid, await agent.get([oid]));
}

function at(oid: string, answer: SnmpAnswer): AccessVlan | undefined {
  const vlan = snmpNumber(answer.values.get(oid));
  return vlan === undefined ? undefined : { vlan, oid, answer };
}
