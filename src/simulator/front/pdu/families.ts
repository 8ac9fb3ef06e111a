import type { SimulatedPduFamily } from '../../../topology/index.ts';
import { apcMasterSwitch } from './family/apc-masterswitch.ts';
import { apcRpdu } from './family/apc-rpdu.ts';
import { apcRpdu2 } from './family/apc-rpdu2.ts';
import { avocentPm } from './family/avocent-pm.ts';
import { cyberPowerEpdu } from './family/cyberpower-epdu.ts';
import { digitalLoggers } from './family/digital-loggers.ts';
import { eatonEpdu } from './family/eaton-epdu.ts';
import { eatonPulizzi } from './family/eaton-pulizzi.ts';
import { eatonRevelation } from './family/eaton-revelation.ts';
import { enlogicEpdu } from './family/enlogic-epdu.ts';
import { geistVertiv } from './family/geist-vertiv.ts';
import { gudeHttp } from './family/gude-http.ts';
import { gudeSnmp } from './family/gude-snmp.ts';
import { netioJson } from './family/netio-json.ts';
import { netioSnmp } from './family/netio-snmp.ts';
import { raritanPx1 } from './family/raritan-px1.ts';
import { raritanPx2 } from './family/raritan-px2.ts';
import { servertechSentry3 } from './family/servertech-sentry3.ts';
import { servertechSentry4 } from './family/servertech-sentry4.ts';
import { shellyGen2 } from './family/shelly-gen2.ts';
import { tasmota } from './family/tasmota.ts';
import { trippLiteLx } from './family/tripplite-lx.ts';
import type { PduFamily } from './pdu-family.ts';

/** Every family that a simulated PDU can belong to, under the name that a topology has for it. */
export const pduFamilies: Readonly<Record<SimulatedPduFamily, PduFamily>> = {
  'apc-masterswitch': apcMasterSwitch,
  'apc-rpdu': apcRpdu,
  'apc-rpdu2': apcRpdu2,
  'avocent-pm': avocentPm,
  'cyberpower-epdu': cyberPowerEpdu,
  'digital-loggers': digitalLoggers,
  'eaton-epdu': eatonEpdu,
  'eaton-pulizzi': eatonPulizzi,
  'eaton-revelation': eatonRevelation,
  'enlogic-epdu': enlogicEpdu,
  'geist-vertiv': geistVertiv,
  'gude-http': gudeHttp,
  'gude-snmp': gudeSnmp,
  'netio-json': netioJson,
  'netio-snmp': netioSnmp,
  'raritan-px1': raritanPx1,
  'raritan-px2': raritanPx2,
  'servertech-sentry3': servertechSentry3,
  'servertech-sentry4': servertechSentry4,
  'shelly-gen2': shellyGen2,
  tasmota,
  'tripplite-lx': trippLiteLx,
};

/** Whether a family is spoken to over HTTP, and not over SNMP. */
export function speaksHttp(family: SimulatedPduFamily): boolean {
  return pduFamilies[family].speaks === 'http';
}

/** Whether a family listens to nobody else while somebody is logged in. */
export function hasOneUser(family: SimulatedPduFamily): boolean {
  return pduFamilies[family].hasOneUser === true;
}
