import { commandColumn, fixedColumn, nameColumn, stateColumn } from '../outlet-column.ts';
import type { SnmpPduFamily } from '../pdu-family.ts';

const st4Outlets = '1.3.6.1.4.1.1718.4.1.8';
const rebootDelayS = 5;

/** The master unit, its first cord. */
const index = (outlet: number): readonly number[] => [1, 1, outlet];

/** Server Technology Sentry4-MIB (PRO1, PRO2): unit, cord, outlet; orders may be queued and committed together. */
export const servertechSentry4: SnmpPduFamily = {
  speaks: 'snmp',
  description: 'Simulated Sentry Switched PDU',
  objectId: '1.3.6.1.4.1.1718.4',
  delays: { powerOn: 5, powerOff: 5, reboot: rebootDelayS },
  scalars: [
    { name: 'st4OutletSequenceInterval', oid: `${st4Outlets}.1.10`, reads: () => 0 },
    { name: 'st4OutletRebootDelay', oid: `${st4Outlets}.1.11`, reads: () => rebootDelayS },
    {
      name: 'st4OutletQueueControl',
      oid: `${st4Outlets}.6.1`,
      reads: () => 0,
      takes: { 0: 'nothing', 1: 'commit' },
    },
  ],
  tables: [
    {
      name: 'st4OutletConfigTable',
      oid: `${st4Outlets}.2.1`,
      index,
      columns: [nameColumn(3, 'st4OutletName'), fixedColumn(21, 'st4OutletPostOnDelay', 0)],
    },
    {
      name: 'st4OutletMonitorTable',
      oid: `${st4Outlets}.3.1`,
      index,
      columns: [stateColumn(1, 'st4OutletState', { on: 1, off: 2 })],
    },
    {
      name: 'st4OutletControlTable',
      oid: `${st4Outlets}.5.1`,
      index,
      columns: [
        stateColumn(1, 'st4OutletControlState', {
          off: 10,
          on: 11,
          'turning-on': 8,
          'turning-off': 9,
          rebooting: 12,
        }),
        commandColumn(
          2,
          'st4OutletControlAction',
          {
            0: 'nothing',
            1: 'on',
            2: 'off',
            3: 'reboot',
            4: 'queue-on',
            5: 'queue-off',
            6: 'queue-reboot',
          },
          0,
        ),
      ],
    },
  ],
};
