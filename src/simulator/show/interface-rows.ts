import type { InterfaceReading } from '../failover/message.ts';
import { addressOf } from '../system/addressing.ts';
import type { System } from '../system/system.ts';
import { healthText } from './state-words.ts';

/** The `Interface …` rows of this unit. */
export function ownRows(system: System): string[] {
  return system.process.monitor.readings().map((reading) => row(system, reading));
}

/** The `Interface …` rows of the mate: as it said last, and unknown once it is silent. */
export function mateRows(system: System): string[] {
  const { mate, monitor, takeover } = system.process;
  if (mate.alive && mate.interfaces.length > 0) return mate.interfaces.map((reading) => row(system, reading));
  const role = takeover.role === 'active' ? 'standby' : 'active';
  const by = { unit: system.failover().unit, role, burnedIn: {} } as const;
  return monitor.readings().map((own) => {
    const one = system.interfaces().find(({ nameif }) => nameif === own.nameif);
    const known = mate.interface(own.nameif)?.monitoring;
    const monitoring = own.monitoring === 'not-monitored' ? own.monitoring : (known ?? 'waiting');
    const address = one ? addressOf(one, by) : '0.0.0.0';
    return row(system, { nameif: own.nameif, address, health: 'unknown', monitoring });
  });
}

function row(system: System, { nameif, address, health, monitoring }: InterfaceReading): string {
  return `Interface ${nameif} (${address}): ${healthText(system.box.firmware, health, monitoring)}`;
}
