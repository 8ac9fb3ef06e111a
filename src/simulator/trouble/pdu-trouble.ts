import type { PowerStrip } from '../fabric/power/power-strip.ts';
import type { PduTrouble } from '../face/trouble.ts';

/** The troubles of one PDU, in the hands of whoever holds the bench. */
export function pduTroubleOf(pdu: PowerStrip): PduTrouble {
  return {
    losePower: () => pdu.losePower(),
    regainPower: () => pdu.regainPower(),
    restartAgent: () => pdu.agent.restart(),
    logIn: () => void (pdu.agent.inUse = true),
    logOut: () => void (pdu.agent.inUse = false),
  };
}
