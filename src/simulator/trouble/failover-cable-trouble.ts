import type { Box } from '../box/box.ts';
import type { FailoverCable } from '../cabling/failover-cable.ts';
import type { FailoverCableTrouble } from '../face/trouble.ts';

/** What can go wrong with the failover cable at a unit; nothing happens where there is none. */
export function failoverCableTroubleOf(box: Box, cable: FailoverCable | undefined): FailoverCableTrouble {
  const socket = box.failoverSocket;
  return {
    pullFailoverCable: () => {
      if (socket) cable?.pull(socket);
    },
    plugFailoverCable: (end = box.name) => {
      if (socket) cable?.plug(end, socket);
    },
    damageFailoverCable: (wires) => cable?.damage(wires),
    mendFailoverCable: () => cable?.mend(),
  };
}
