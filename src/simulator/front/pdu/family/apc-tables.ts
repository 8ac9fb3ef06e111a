/** What APC has kept in every generation of its PDUs (PowerNet-MIB). */
import { commandColumn, nameColumn, numberColumn, pendingColumn } from '../outlet-column.ts';
import type { OutletTable, PduScalar } from '../pdu-family.ts';

const sPdu = '1.3.6.1.4.1.318.1.1.4';

/** The shortest reboot that an APC allows is five seconds, and it comes with that. */
export const apcDelays = { powerOn: 5, powerOff: 5, reboot: 5 } as const;

/** `sPDUOutletControl`, the oldest way, which the later families answer to as well. */
export const masterSwitchTable: OutletTable = {
  name: 'sPDUOutletControlTable',
  oid: `${sPdu}.4.2.1`,
  columns: [
    numberColumn(1, 'sPDUOutletControlIndex'),
    pendingColumn(2, 'sPDUOutletPending', { pending: 1, none: 2 }),
    commandColumn(
      3,
      'sPDUOutletCtl',
      { 1: 'on', 2: 'off', 3: 'reboot', 5: 'delayed-on', 6: 'delayed-off', 7: 'delayed-reboot' },
      { on: 1, off: 2 },
    ),
    nameColumn(4, 'sPDUOutletCtlName'),
  ],
};

/** `sPDUMasterState`: the state of every outlet in words. */
export const masterState: PduScalar = {
  name: 'sPDUMasterState',
  oid: `${sPdu}.2.2`,
  reads: (outlets) => outlets.map(({ power }) => (power === 'on' ? 'On' : 'Off')).join(' '),
};
