import type { FailoverGroup } from '../failover/failover-group.ts';
import type { InterfaceReading } from '../message/failover-message.ts';
import { addressOf } from '../system/addressing.ts';
import type { System } from '../system/system.ts';
import { healthText } from './state-words.ts';

/** The `Interface …` rows of this unit; of all groups, or of one, or of one context of it. */
export function ownRows(
  system: System,
  groups: readonly FailoverGroup[] = system.process.groups,
  context?: string,
): string[] {
  return groups
    .flatMap(({ monitor }) => monitor.readings())
    .filter((one) => context === undefined || one.context === context)
    .map((reading) => row(system, reading, context === undefined));
}

/** The `Interface …` rows of the mate: as it said last, and unknown once it is silent. */
export function mateRows(
  system: System,
  groups: readonly FailoverGroup[] = system.process.groups,
  context?: string,
): string[] {
  return groups
    .flatMap((group) => mateReadings(system, group))
    .filter((one) => context === undefined || one.context === context)
    .map((reading) => row(system, reading, context === undefined));
}

function mateReadings(system: System, group: FailoverGroup): readonly InterfaceReading[] {
  const { mate } = system.process;
  const said = mate.interfaces.filter((one) => one.group === group.id);
  if (mate.alive && said.length > 0) return said;
  const role = group.role === 'active' ? 'standby' : 'active';
  const by = { unit: system.failover().unit, role, burnedIn: {} } as const;
  return group.monitor.readings().map((own): InterfaceReading => {
    const { nameif, context } = own;
    const one = system.interfaces().find((each) => each.nameif === nameif && each.context === context);
    const known = mate.interface(nameif, context)?.monitoring;
    const monitoring = own.monitoring === 'not-monitored' ? own.monitoring : (known ?? 'waiting');
    const address = one ? addressOf(one, by) : '0.0.0.0';
    return { ...own, address, health: 'unknown', monitoring };
  });
}

/** Seen from the system execution space, an interface is named with its context. */
function row(system: System, reading: InterfaceReading, withContext: boolean): string {
  const { context, nameif, address, health, monitoring } = reading;
  const head = withContext && context !== undefined ? `${context} ` : '';
  return `${head}Interface ${nameif} (${address}): ${healthText(system.box.dialect.failover, health, monitoring)}`;
}
