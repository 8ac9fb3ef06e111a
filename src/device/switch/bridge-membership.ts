import { BenchError } from '../../errors.ts';
import type { SnmpAgent, SnmpAnswer, SnmpValue } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import { dot1qVlanStaticEgressPorts, dot1qVlanStaticUntaggedPorts } from './vlan-mib.ts';

/** A port of a bridge, and the object that holds the VLAN of what it sends untagged. */
export interface BridgePort {
  readonly device: string;
  readonly agent: SnmpAgent;
  readonly port: number;
  readonly pvid: string;
}

const retries = 2;

/** The VLANs that a port hears untagged; none where the switch does not say. */
export async function untaggedVlansOf(agent: SnmpAgent, port: number): Promise<readonly number[]> {
  return members(await agent.subtree(dot1qVlanStaticUntaggedPorts), port);
}

/**
 * Moves a port of the bridge into a VLAN, both ways: what it sends goes there, and it hears nothing else untagged.
 * Switches that do the second by themselves are left to it. Throws `BenchError` for a VLAN that is not there.
 */
export async function moveInBridge(of: BridgePort, vlan: number): Promise<Acknowledgement> {
  const { device, agent, port, pvid } = of;
  const answers: SnmpAnswer[] = [];
  const table = await agent.subtree(dot1qVlanStaticEgressPorts);
  const set = async (column: string, row: number, isMember: boolean): Promise<void> => {
    const oid = `${column}.${row}`;
    const known = octetsOf((await agent.get([oid])).values.get(oid));
    if (!known || hasPort(known, port) === isMember) return;
    answers.push(await agent.set(oid, 'octet-string', withPort(known, port, isMember), { retries }));
  };
  if (table.values.size > 0) {
    if (!table.values.has(`${dot1qVlanStaticEgressPorts}.${vlan}`))
      throw new BenchError(
        device,
        `VLAN ${vlan} does not exist on this switch; create it there, or name another`,
      );
    await set(dot1qVlanStaticEgressPorts, vlan, true);
    await set(dot1qVlanStaticUntaggedPorts, vlan, true);
  }
  answers.push(await agent.set(pvid, 'integer', vlan, { retries }));
  for (const left of await untaggedVlansOf(agent, port)) {
    if (left === vlan) continue;
    await set(dot1qVlanStaticUntaggedPorts, left, false);
    await set(dot1qVlanStaticEgressPorts, left, false);
  }
  return {
    askedMs: Math.min(...answers.map(({ askedMs }) => askedMs)),
    answeredMs: Math.max(...answers.map(({ answeredMs }) => answeredMs)),
    raw: answers.map(({ raw }) => raw).join('\n'),
  };
}

function members({ values }: SnmpAnswer, port: number): readonly number[] {
  return [...values].flatMap(([oid, value]) => {
    const ports = octetsOf(value);
    return ports && hasPort(ports, port) ? [Number(oid.slice(oid.lastIndexOf('.') + 1))] : [];
  });
}

function octetsOf(value: SnmpValue | undefined): Uint8Array | undefined {
  return value instanceof Uint8Array ? value : undefined;
}

/** Where the bit of a port stands: ports count from 1, and the first of eight is the highest bit. */
function placeOf(port: number): { readonly at: number; readonly bit: number } {
  return { at: Math.floor((port - 1) / 8), bit: 0x80 >> ((port - 1) % 8) };
}

function hasPort(ports: Uint8Array, port: number): boolean {
  const { at, bit } = placeOf(port);
  return ((ports[at] ?? 0) & bit) !== 0;
}

/** The list may be shorter than the switch has ports: what is left out is no member. */
function withPort(ports: Uint8Array, port: number, isMember: boolean): Uint8Array {
  const { at, bit } = placeOf(port);
  const changed = new Uint8Array(Math.max(ports.length, at + 1));
  changed.set(ports);
  changed[at] = isMember ? (changed[at] ?? 0) | bit : (changed[at] ?? 0) & ~bit;
  return changed;
}
