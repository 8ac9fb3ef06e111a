import type { System } from '../system/system.ts';
import { crashRecord } from '../show/crash-record.ts';

/** What a unit prints on its way down: at once, and after what keeps it. */
export interface WayDown {
  readonly lines: readonly string[];
  /** While memory is written to flash; nothing can be done meanwhile. */
  readonly coreDump: readonly string[] | undefined;
  readonly rebooting: readonly string[];
}

/**
 * A restart as it was ordered, or after a crash. A crash leaves its record for `show crashinfo`, unless `crashinfo
 * save disable` says not to, and with `coredump enable` the memory is written to flash before the reboot.
 */
export function wayDown(system: System, why: 'reload' | 'crash'): WayDown {
  const { box, config } = system;
  const { down } = box.dialect;
  if (why === 'reload') return { lines: down.reload, coreDump: undefined, rebooting: down.rebooting.reload };
  const saves = config.text('crashinfo save disable') === undefined;
  if (saves) box.nonvolatile.crash = crashRecord(system, 'crash');
  const dumps = config.text('coredump enable') !== undefined;
  return {
    lines: [...down.registers, ...(saves ? down.crashed : [])],
    coreDump: dumps ? down.coreDump : undefined,
    rebooting: down.rebooting.crash,
  };
}
