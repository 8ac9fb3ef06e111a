import type { SnmpAgent } from '../../transport/index.ts';
import { numbersBelow } from './bridge-mib.ts';
import { dot1qVlanStaticEgressPorts, vtpVlanState } from './vlan-mib.ts';

/** Operational, in the words of `vtpVlanState`. */
const operational = 1;

/** Reads which VLANs there are: as Cisco has them, and else as the standard does. Throws where it has neither. */
export async function readVlanNumbers(agent: SnmpAgent): Promise<readonly number[]> {
  const states = numbersBelow(vtpVlanState, await agent.subtree(vtpVlanState));
  if (states.size > 0)
    return [...states].flatMap(([index, state]) =>
      state === operational ? [Number(index.split('.').at(-1))] : [],
    );
  const { values } = await agent.subtree(dot1qVlanStaticEgressPorts);
  if (values.size === 0) throw new Error('it lists no VLANs, neither by vtpVlanState nor by Q-BRIDGE-MIB');
  return [...values.keys()].map((oid) => Number(oid.split('.').at(-1)));
}
