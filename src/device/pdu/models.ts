import { apcMasterSwitch } from './family/apc-masterswitch.ts';
import { apcRpdu } from './family/apc-rpdu.ts';
import { apcRpdu2 } from './family/apc-rpdu2.ts';
import { avocentPm } from './family/avocent-pm.ts';
import { cyberPowerEpdu } from './family/cyberpower-epdu.ts';
import { cyberPowerEpdu2 } from './family/cyberpower-epdu2.ts';
import { digitalLoggers } from './family/digital-loggers.ts';
import { eatonEpdu } from './family/eaton-epdu.ts';
import { eatonPulizzi } from './family/eaton-pulizzi.ts';
import { eatonRevelation } from './family/eaton-revelation.ts';
import { emersonMpx } from './family/emerson-mpx.ts';
import { enlogicEpdu } from './family/enlogic-epdu.ts';
import { geistVertiv } from './family/geist-vertiv.ts';
import { gudeEpc8 } from './family/gude-epc8.ts';
import { gudeHttp } from './family/gude-http.ts';
import { gudeSnmp } from './family/gude-snmp.ts';
import { netioJson } from './family/netio-json.ts';
import { netioSnmp } from './family/netio-snmp.ts';
import { poePort } from './family/poe-port.ts';
import { powerman } from './family/powerman.ts';
import { raritanPx1 } from './family/raritan-px1.ts';
import { raritanPx2 } from './family/raritan-px2.ts';
import { serverTechSentry3 } from './family/servertech-sentry3.ts';
import { serverTechSentry4 } from './family/servertech-sentry4.ts';
import { shellyGen1 } from './family/shelly-gen1.ts';
import { shellyGen2 } from './family/shelly-gen2.ts';
import { tasmota } from './family/tasmota.ts';
import { trippLiteLx } from './family/tripplite-lx.ts';
import { trippLiteOld } from './family/tripplite-old.ts';
import { web } from './family/web.ts';
import type { PduModel } from './pdu-model.ts';

/** Every family of PDUs that is known. One file and one line here add another. */
export const pduModels: readonly PduModel[] = [
  apcMasterSwitch,
  apcRpdu,
  apcRpdu2,
  avocentPm,
  cyberPowerEpdu,
  cyberPowerEpdu2,
  digitalLoggers,
  eatonEpdu,
  eatonPulizzi,
  eatonRevelation,
  emersonMpx,
  enlogicEpdu,
  geistVertiv,
  gudeEpc8,
  gudeHttp,
  gudeSnmp,
  netioJson,
  netioSnmp,
  poePort,
  powerman,
  raritanPx1,
  raritanPx2,
  serverTechSentry3,
  serverTechSentry4,
  shellyGen1,
  shellyGen2,
  tasmota,
  trippLiteLx,
  trippLiteOld,
  web,
];
