import { snmpNumber } from '../../transport/index.ts';
import type { SnmpAgent, SnmpAnswer } from '../../transport/index.ts';
import { dot1dStpPortOperEdgePort, dot1dStpPortState, numbersBelow, spanningTreeWord } from './bridge-mib.ts';
import {
  cErrDisableIfStatusCause,
  clagAggPortAdminStatus,
  dot3adAggPortAttachedAggId,
  fastStart,
  pagpEthcOperationMode,
  pagpGroupIfIndex,
  stpxFastStartGlobalDefaultMode,
  stpxFastStartOperMode,
  stpxFastStartPortEnable,
  stpxFastStartPortMode,
  trunkWord,
  vlanTrunkPortDynamicState,
  vlanTrunkPortDynamicStatus,
  vlanTrunkPortNativeVlan,
} from './cisco-mibs.ts';
import { ifAdminStatus, ifHighSpeed, ifLinkUpDownTrapEnable, ifOperStatus } from './if-mib.ts';
import type { PortSettings } from './switch.ts';
import type { VlanAgents } from './vlan-agents.ts';
import { dot1dBasePortIfIndex, dot1qPvid, vmPortStatus, vmVlan } from './vlan-mib.ts';

/** The columns by ifIndex; one request has room for them. */
const byInterface = [
  ifAdminStatus,
  ifOperStatus,
  ifHighSpeed,
  ifLinkUpDownTrapEnable,
  vmVlan,
  vmPortStatus,
  vlanTrunkPortDynamicState,
  vlanTrunkPortDynamicStatus,
  vlanTrunkPortNativeVlan,
  pagpEthcOperationMode,
  pagpGroupIfIndex,
  clagAggPortAdminStatus,
  dot3adAggPortAttachedAggId,
];
/** The columns by bridge port. */
const byBridgePort = [
  stpxFastStartPortMode,
  stpxFastStartPortEnable,
  dot1dStpPortState,
  dot1dStpPortOperEdgePort,
  dot1qPvid,
];

/** What is asked of the row of a port in IF-MIB and the tables that are numbered alike. */
export function settingsAsked(ifIndex: string): readonly string[] {
  return [...byInterface.map((column) => `${column}.${ifIndex}`), `${cErrDisableIfStatusCause}.${ifIndex}.0`];
}

/** What a port is set to, beside its two statuses; `named` gives the name of a channel by its ifIndex. */
export async function settingsOf(
  ifIndex: string,
  answer: SnmpAnswer,
  agents: VlanAgents,
  named: (ifIndex: string) => string,
): Promise<Omit<PortSettings, 'admin' | 'oper'>> {
  const of = (column: string): number | undefined => snmpNumber(answer.values.get(`${column}.${ifIndex}`));
  const trunk = trunkWord(of(vlanTrunkPortDynamicState), of(vlanTrunkPortDynamicStatus));
  const accessVlan = of(vmVlan);
  const found = await bridgePortOf(ifIndex, accessVlan, agents);
  const bridge = found ? await askBridge(found, accessVlan) : undefined;
  const pvid = bridge?.of(dot1qPvid);
  const vlan = accessVlan ?? (trunk === 'on' ? of(vlanTrunkPortNativeVlan) : undefined) ?? pvid;
  const portfast = bridge?.portfast(trunk === 'on');
  const spanningTree = spanningTreeWord(bridge?.of(dot1dStpPortState));
  const channel = channelOf(ifIndex, of, named);
  const speedMbps = of(ifHighSpeed);
  const linkTraps = of(ifLinkUpDownTrapEnable);
  const membership = of(vmPortStatus);
  const cause = snmpNumber(answer.values.get(`${cErrDisableIfStatusCause}.${ifIndex}.0`));
  return {
    ...(vlan === undefined ? {} : { vlan }),
    ...(portfast === undefined ? {} : { portfast }),
    ...(spanningTree === undefined ? {} : { spanningTree }),
    ...(trunk === undefined ? {} : { trunk }),
    ...(channel === undefined ? {} : { channel }),
    ...(speedMbps === undefined ? {} : { speedMbps }),
    ...(linkTraps === undefined ? {} : { linkTraps: linkTraps === 1 }),
    ...(membership === undefined ? {} : { vlanExists: membership !== 1 }),
    ...(cause === undefined ? {} : { errDisabled: `cause ${cause}` }),
    askedMs: answer.askedMs,
    answeredMs: bridge?.answer.answeredMs ?? answer.answeredMs,
    raw: [answer.raw, ...(bridge ? [bridge.answer.raw] : [])].join('\n'),
  };
}

interface BridgePort {
  readonly agent: SnmpAgent;
  readonly port: string;
}

/** The bridge port of an interface: where the switch numbers by VLAN, it is found only in that of the port. */
async function bridgePortOf(
  ifIndex: string,
  vlan: number | undefined,
  agents: VlanAgents,
): Promise<BridgePort | undefined> {
  const inWhole = await findIn(agents.whole, ifIndex);
  return inWhole ?? (vlan === undefined ? undefined : findIn(agents.of(vlan), ifIndex));
}

async function findIn(agent: SnmpAgent, ifIndex: string): Promise<BridgePort | undefined> {
  const ports = numbersBelow(dot1dBasePortIfIndex, await agent.subtree(dot1dBasePortIfIndex));
  const found = [...ports].find(([, of]) => String(of) === ifIndex);
  return found && { agent, port: found[0] };
}

/** What the bridge says of a port; how portfast works is told for each VLAN, so that of the port is asked. */
async function askBridge(
  { agent, port }: BridgePort,
  vlan: number | undefined,
): Promise<{
  readonly answer: SnmpAnswer;
  of(column: string): number | undefined;
  portfast(isTrunk: boolean): boolean | undefined;
}> {
  const answer = await agent.get([
    ...byBridgePort.map((column) => `${column}.${port}`),
    stpxFastStartGlobalDefaultMode,
    ...(vlan === undefined ? [] : [`${stpxFastStartOperMode}.${vlan}.${port}`]),
  ]);
  const of = (column: string): number | undefined => snmpNumber(answer.values.get(`${column}.${port}`));
  return {
    answer,
    of,
    portfast: (isTrunk) => {
      const globalMode = snmpNumber(answer.values.get(stpxFastStartGlobalDefaultMode));
      // A truth value of SNMP: 1 is true, 2 is false (RFC 2579).
      const older = of(stpxFastStartPortEnable) ?? of(dot1dStpPortOperEdgePort);
      const works = snmpNumber(answer.values.get(`${stpxFastStartOperMode}.${vlan}.${port}`)) ?? older;
      return (
        fastStart(of(stpxFastStartPortMode), globalMode, isTrunk) ??
        (works === undefined ? undefined : works === 1)
      );
    },
  };
}

function channelOf(
  ifIndex: string,
  of: (column: string) => number | undefined,
  named: (ifIndex: string) => string,
): string | undefined {
  const groups = [of(pagpGroupIfIndex), of(dot3adAggPortAttachedAggId)];
  const modes = [of(pagpEthcOperationMode), of(clagAggPortAdminStatus)];
  const bundled = groups.find((group) => group !== undefined && group !== 0 && String(group) !== ifIndex);
  if (bundled !== undefined) return named(String(bundled));
  if ([...groups, ...modes].every((value) => value === undefined)) return undefined;
  return modes.every((mode) => mode === undefined || mode === 1) ? 'off' : 'negotiated';
}
