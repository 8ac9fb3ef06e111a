import type { SnmpModel } from '../snmp-model.ts';

const pdu = '1.3.6.1.4.1.13742.6';

/**
 * Raritan PX2, PX3 and PX4. The state is one of a sensor, 7 is on and 8 is off; «on» may wait for the turn of the outlet.
 * The power drawn is the sensor of kind 5.
 */
export const raritanPx2: SnmpModel = {
  reach: 'snmp',
  name: 'raritan-px2',
  title: 'Raritan PX2, PX3, PX4',
  source: 'PDU2-MIB, outletSwitchControl and measurementsOutletSensor',
  proof: 'written',
  probes: ['1.3.6.1.4.1.13742.6'],
  control: {
    on: { column: `${pdu}.4.1.2.1.2`, value: 1 },
    off: { column: `${pdu}.4.1.2.1.2`, value: 0 },
  },
  status: { column: `${pdu}.4.1.2.1.3`, power: { 7: 'on', 8: 'off' } },
  label: `${pdu}.3.5.3.1.3`,
  watts: `${pdu}.5.4.3.1.4.{row}.5`,
};
