import { guide, isAtLeast, physicalOf, placedInterfaces } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { monitorLine } from './interface-lines.ts';

/**
 * The optional settings of a pair. In Active/Active only the unit timers are set here: everything else belongs to
 * the groups and contexts.
 */
export function settingSteps(topology: Topology): readonly BootstrapStep[] {
  const { pair } = topology;
  const unitTimes: BootstrapStep = {
    why: 'set how soon a silent unit is noticed',
    source: guide.unitHealth,
    lines: [
      line`failover polltime unit ${time(pair.failover['unit-poll'])} holdtime ${time(pair.failover['unit-hold'])}`,
    ],
  };
  if (pair.mode === 'active-active') return [unitTimes];
  return [
    unitTimes,
    {
      why: 'set how soon a silent interface is noticed',
      source: guide.interfaceHealth,
      lines: [line`failover polltime interface ${interfaceTimes(topology)}`],
    },
    {
      why: 'set how many failed interfaces make a unit fail',
      source: guide.criteria,
      lines: [line`failover interface-policy ${policyText(pair.failover['interface-policy'])}`],
    },
    ...httpSteps(topology),
    ...monitoringSteps(topology),
    ...macSteps(topology),
  ];
}

/** `msec 500` or `2`. */
function time(ms: number): string {
  return ms % 1000 === 0 ? String(ms / 1000) : `msec ${ms}`;
}

/**
 * `msec 500 holdtime 5`. Firmware before 7.2 has no hold time for interfaces: 7.0 prints none in `show failover`,
 * and the syntax with one is that of 7.2 (document 77809, «Failover Polltime»).
 */
export function interfaceTimes({ pair }: Topology): string {
  const poll = time(pair.failover['interface-poll']);
  return isAtLeast(pair.firmware, 7, 2) ? `${poll} holdtime ${time(pair.failover['interface-hold'])}` : poll;
}

/** `1` or `50%`. */
export function policyText(policy: Topology['pair']['failover']['interface-policy']): string {
  return 'count' in policy ? String(policy.count) : `${policy.percent}%`;
}

function httpSteps({ pair }: Topology): readonly BootstrapStep[] {
  if (!pair.failover['replicate-http']) return [];
  return [
    {
      why: 'replicate HTTP connections as well',
      source: guide.http,
      lines: [line`failover replication http`],
    },
  ];
}

/** In multiple context mode this is said within the contexts. */
function monitoringSteps({ pair }: Topology): readonly BootstrapStep[] {
  if (pair.interfaces.length === 0) return [];
  return [
    {
      why: 'say which interfaces are monitored',
      source: guide.monitoring,
      lines: pair.interfaces.map(monitorLine),
    },
  ];
}

/** Of physical interfaces, which contexts may share; entered in the system execution space. */
function macSteps(topology: Topology): readonly BootstrapStep[] {
  const bySocket = new Map(placedInterfaces(topology).map(({ data }) => [data.interface, data]));
  const lines = [...bySocket.values()].flatMap((data): BootstrapLine[] => {
    const active = data['active-mac'];
    const standby = data['standby-mac'];
    if (active === undefined || standby === undefined) return [];
    return [line`failover mac address ${physicalOf(data.interface)} ${active} ${standby}`];
  });
  if (lines.length === 0) return [];
  return [
    { why: 'give the interfaces MAC addresses that outlive either unit', source: guide.virtualMac, lines },
  ];
}
