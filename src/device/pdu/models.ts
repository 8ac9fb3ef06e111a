import { apcMasterSwitch } from './apc-masterswitch.ts';
import { apcRpdu2 } from './apc-rpdu2.ts';
import { apcRpdu } from './apc-rpdu.ts';
import type { PduModel } from './pdu-model.ts';

/** Every family of PDUs that is known. One file and one line here add another. */
export const pduModels: readonly PduModel[] = [apcRpdu2, apcRpdu, apcMasterSwitch];
