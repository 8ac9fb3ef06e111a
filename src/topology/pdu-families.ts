/**
 * The families of PDUs that a topology may name. This room knows no device, so the list stands here a second
 * time; the test of the drivers holds both lists together.
 */
export const pduFamilies = ['apc-masterswitch', 'apc-rpdu', 'apc-rpdu2'] as const;

/**
 * The families that a simulated bench can stand in for: those that a topology may name, and those that have no
 * driver yet and are there for other programs.
 */
export const simulatedPduFamilies = [
  ...pduFamilies,
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
] as const;

/** A family of PDUs that a simulated bench can stand in for. */
export type SimulatedPduFamily = (typeof simulatedPduFamilies)[number];
