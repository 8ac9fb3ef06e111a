import { BenchError } from '../../errors.ts';
import { snmpNumber } from '../../transport/index.ts';
import type { SnmpAgent, SnmpAnswer } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import type { NamedRow, NamedRows } from '../named-rows.ts';
import { moveInBridge, untaggedVlansOf } from './bridge-membership.ts';
import { dot1dBasePortIfIndex, dot1qPvid, vmVlan, vtpVlanState } from './vlan-mib.ts';

/** To set a port twice is to set it once, so a lost answer may be asked for again. */
export const setRetries = 2;

/** The VLAN of an access port, with what was answered, and the way into another. */
export interface AccessVlan {
  readonly vlan: number;
  readonly answer: SnmpAnswer;
  /** Resolves when the switch has said yes. Throws `BenchError` for a VLAN that the switch does not have. */
  moveTo(vlan: number): Promise<Acknowledgement>;
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
  const found =
    ofCisco(device, agent, `${vmVlan}.${row.index}`, answer) ?? (await bridged(device, agent, row));
  if (found) return found;
  throw new BenchError(
    device,
    `port ${port} has no VLAN that can be set, neither vmVlan nor dot1qPvid: is it a trunk or a routed port?`,
  );
}

function ofCisco(device: string, agent: SnmpAgent, oid: string, answer: SnmpAnswer): AccessVlan | undefined {
  const vlan = snmpNumber(answer.values.get(oid));
  if (vlan === undefined) return undefined;
  return {
    vlan,
    answer,
    moveTo: async (wish) => {
      await refuseUnknown(device, agent, wish);
      const { askedMs, answeredMs, raw } = await agent.set(oid, 'integer', wish, { retries: setRetries });
      return { askedMs, answeredMs, raw };
    },
  };
}

/** A port that is put into a VLAN that does not exist loses its link: another fault than the one that was meant. */
async function refuseUnknown(device: string, agent: SnmpAgent, vlan: number): Promise<void> {
  const { values } = await agent.subtree(vtpVlanState);
  if (values.size === 0) return;
  const state = [...values].find(([oid]) => oid.endsWith(`.${vlan}`))?.[1];
  if (state === 1) return;
  const how = state === undefined ? 'does not exist' : 'is not operational';
  throw new BenchError(device, `VLAN ${vlan} ${how} on this switch; create it there, or name another`);
}

/** A port of the bridge is in a VLAN when what it sends goes there, and what it is sent comes from nowhere else. */
async function bridged(device: string, agent: SnmpAgent, row: NamedRow): Promise<AccessVlan | undefined> {
  const behind = await agent.subtree(dot1dBasePortIfIndex);
  const base = [...behind.values].find(([, ifIndex]) => String(snmpNumber(ifIndex)) === row.index)?.[0];
  if (base === undefined) return undefined;
  const port = Number(base.slice(dot1dBasePortIfIndex.length + 1));
  const pvid = `${dot1qPvid}.${port}`;
  const answer = await agent.get([pvid]);
  const own = snmpNumber(answer.values.get(pvid));
  if (own === undefined) return undefined;
  const others = (await untaggedVlansOf(agent, port)).filter((vlan) => vlan !== own);
  return {
    vlan: others[0] ?? own,
    answer,
    moveTo: (wish) => {
      if (others.length === 0) return moveInBridge({ device, agent, port, pvid }, wish);
      throw new BenchError(
        device,
        `port ${row.names[0] ?? port} sends into VLAN ${own} and hears VLAN ${others.join(', ')} untagged as well; make it a port of one VLAN`,
      );
    },
  };
}
