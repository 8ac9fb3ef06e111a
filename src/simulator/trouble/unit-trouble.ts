import type { Firewall } from '../chassis/firewall.ts';
import type { CableTrouble } from '../face/trouble.ts';
import type { FailoverCableTrouble, UnitTrouble } from '../face/trouble.ts';
import type { Box } from '../box/box.ts';

/** What can go wrong with a unit that no PDU and no switch can do to it, its cables included. */
export function troubleOf(
  unit: Firewall,
  box: Box,
  cables: CableTrouble & FailoverCableTrouble,
): UnitTrouble {
  return {
    ...cables,
    hang: () => unit.hang(),
    breakModule: () => box.module?.break(),
    mendModule: () => box.module?.mend(),
    exhaustMemory: () => box.memory.exhaust(),
    freeMemory: () => box.memory.free(),
  };
}
