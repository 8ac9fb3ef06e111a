import { BenchError } from '../../errors.ts';
import type { SnmpAgent } from '../../transport/index.ts';
import { snmpText } from '../../transport/index.ts';
import { pduModels } from './models.ts';
import type { SnmpModel } from './snmp-model.ts';

const sysObjectId = '1.3.6.1.2.1.1.2.0';

/**
 * Asks a device who it is. Throws `BenchError` when it is of another family than this one. Returns the number that
 * its vendor gave to the very model: what stands behind the probe in its sysObjectID, or nothing.
 */
export async function recognize(device: string, agent: SnmpAgent, model: SnmpModel): Promise<string> {
  if (model.probes.length === 0) return '';
  const answer = await agent.get([sysObjectId]);
  const said = snmpText(answer.values.get(sysObjectId)) ?? 'nothing';
  const probe = model.probes.find((one) => isOrBelow(said, one));
  if (probe === undefined) throw otherFamily(device, model, said);
  return said.slice(probe.length + 1).split('.')[0] ?? '';
}

function otherFamily(device: string, model: SnmpModel, said: string): BenchError {
  // The more a probe says, the likelier is its family.
  const fitting = pduModels
    .flatMap((one) => (one.reach === 'snmp' ? one.probes.map((probe) => ({ name: one.name, probe })) : []))
    .filter(({ probe }) => isOrBelow(said, probe))
    .toSorted((a, b) => b.probe.length - a.probe.length)
    .map(({ name }) => name);
  const advice =
    fitting.length > 0 ? `It looks like ${fitting.join(' or ')}` : 'It looks like no PDU that is known';
  return new BenchError(
    device,
    `the topology says ${model.name}, whose sysObjectID begins with ${model.probes.join(' or ')}, but the device ` +
      `says ${said}. ${advice}; with the wrong model, off could mean on`,
  );
}

function isOrBelow(oid: string, top: string): boolean {
  return oid === top || oid.startsWith(`${top}.`);
}
