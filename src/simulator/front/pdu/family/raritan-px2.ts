import { commandColumn, fixedColumn, nameColumn, stateColumn, wattsColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

const pdu2 = '1.3.6.1.4.1.13742.6';

/** The main unit; those linked to it would be 2 and more. */
const pduId = 1;

/** Off and on in `SensorStateEnumeration`. */
const sensorState = { on: 7, off: 8 } as const;

/** `activePower` in `SensorTypeEnumeration`. */
const activePower = 5;

const index = (outlet: number): readonly number[] => [pduId, outlet];

/** Raritan PX2, PX3 and PX4, PDU2-MIB: no word for pending, and the state of an outlet is that of a sensor. */
export const raritanPx2: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Raritan PX2',
  objectId: '1.3.6.1.4.1.13742.6',
  delays: { powerOn: 5, powerOff: 5, reboot: 10 },
  tables: [
    {
      name: 'outletConfigurationTable',
      oid: `${pdu2}.3.5.3.1`,
      index,
      columns: [
        nameColumn(3, 'outletName'),
        fixedColumn(12, 'outletPowerOffPeriod', 10),
        fixedColumn(28, 'outletSwitchable', 1),
      ],
    },
    {
      name: 'outletSwitchControlTable',
      oid: `${pdu2}.4.1.2.1`,
      index,
      columns: [
        commandColumn(2, 'switchingOperation', { 0: 'off', 1: 'on', 2: 'reboot' }, { off: 0, on: 1 }),
        stateColumn(3, 'outletSwitchingState', sensorState),
      ],
    },
    {
      name: 'outletSensorMeasurementsTable',
      oid: `${pdu2}.5.4.3.1`,
      index: (outlet) => [pduId, outlet, activePower],
      columns: [wattsColumn(4, 'measurementsOutletSensorValue')],
    },
  ],
};
