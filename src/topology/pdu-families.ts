/**
 * The families of PDUs that a topology may name, by how they are reached. This room knows no device, so the list
 * stands here a second time; the test of the drivers holds both lists together.
 */
const bySnmp = [
  'apc-masterswitch',
  'apc-rpdu',
  'apc-rpdu2',
  'avocent-pm',
  'cyberpower-epdu',
  'cyberpower-epdu2',
  'eaton-epdu',
  'eaton-pulizzi',
  'eaton-revelation',
  'emerson-mpx',
  'enlogic-epdu',
  'geist-vertiv',
  'gude-epc8',
  'gude-snmp',
  'netio-snmp',
  'poe-port',
  'raritan-px1',
  'raritan-px2',
  'servertech-sentry3',
  'servertech-sentry4',
  'tripplite-lx',
  'tripplite-old',
] as const;
const byHttp = [
  'digital-loggers',
  'gude-http',
  'netio-json',
  'shelly-gen1',
  'shelly-gen2',
  'tasmota',
] as const;
const byPowerman = ['powerman'] as const;
const byWeb = ['web'] as const;

/** Every family that a topology may name. */
export const pduFamilies = [...bySnmp, ...byHttp, ...byPowerman, ...byWeb] as const;

/** A family of PDUs. */
export type PduFamily = (typeof pduFamilies)[number];

/** The keys of a PDU that say how it is reached; each family wants one of them. */
export const pduReaches = ['snmp', 'http', 'powerman', 'web'] as const;

/** How a PDU is reached. */
export type PduReach = (typeof pduReaches)[number];

const families: Readonly<Record<PduReach, readonly PduFamily[]>> = {
  snmp: bySnmp,
  http: byHttp,
  powerman: byPowerman,
  web: byWeb,
};

/** How a PDU of this family is reached. */
export function reachOf(family: PduFamily): PduReach {
  return pduReaches.find((reach) => families[reach].includes(family)) ?? 'snmp';
}

/** The families that a simulated bench can stand in for. */
export const simulatedPduFamilies = [
  'apc-masterswitch',
  'apc-rpdu',
  'apc-rpdu2',
  'avocent-pm',
  'cyberpower-epdu',
  'digital-loggers',
  'eaton-epdu',
  'eaton-pulizzi',
  'eaton-revelation',
  'enlogic-epdu',
  'geist-vertiv',
  'gude-http',
  'gude-snmp',
  'netio-json',
  'netio-snmp',
  'raritan-px1',
  'raritan-px2',
  'servertech-sentry3',
  'servertech-sentry4',
  'shelly-gen2',
  'tasmota',
  'tripplite-lx',
] as const satisfies readonly PduFamily[];

/** A family of PDUs that a simulated bench can stand in for. */
export type SimulatedPduFamily = (typeof simulatedPduFamilies)[number];

/** The same family as one that a simulated bench can stand in for; undefined where it cannot. */
export function simulatedAs(family: PduFamily | undefined): SimulatedPduFamily | undefined {
  return simulatedPduFamilies.find((simulated) => simulated === family);
}
