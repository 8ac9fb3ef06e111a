import { applianceSocket } from '../appliance-socket.ts';
import type { Columns, ColumnName } from './columns.ts';
import type { Cell } from './read-csv.ts';

/** One end of a cable. */
export interface CableEnd {
  readonly device: Cell;
  readonly port: Cell;
  /** What the port is, by its name and by the kind of the cable. */
  readonly is: PortKind;
}

/** What a port of a device is, as far as its name tells. */
export type PortKind = 'socket' | 'console' | 'power' | 'other';

/** A row of a cable list. */
export interface CableRow {
  readonly ends: readonly [CableEnd, CableEnd];
  /** The row in words, for comments. */
  readonly from: string;
}

const consoles = /^(?:con(?:s|sole)?|serial|rs-?232|aux)(?:[ -]?(?:port)?[ -]?\d{0,2})$/i;
const power =
  /^(?:power|pwr|psu?|pem|ac|dc|inlet|feed|supply)(?:[ -]?(?:supply|inlet|feed|in))?(?:[ -]?(?:[a-d]|\d{1,2}))?$/i;

/** The row of a list, by its columns; nothing where a cell is empty, which the reader has told. */
export function cableRow(row: readonly Cell[], { of }: Columns): CableRow | undefined {
  const cell = (name: ColumnName): Cell | undefined => {
    const index = of[name];
    return index === undefined ? undefined : row[index];
  };
  const [device, port, peer, peerPort] = [cell('device'), cell('interface'), cell('peer'), cell('peerPort')];
  if (!device?.text || !port?.text || !peer?.text || !peerPort?.text) return undefined;
  const kind = cell('kind')?.text ?? '';
  const { file, line } = device.place;
  return {
    from: `${file}, line ${line}`,
    ends: [
      { device, port, is: kindOf(port.text, kind) },
      { device: peer, port: peerPort, is: kindOf(peerPort.text, kind) },
    ],
  };
}

function kindOf(port: string, kind: string): PortKind {
  if (applianceSocket(port) !== undefined) return 'socket';
  if (consoles.test(port)) return 'console';
  if (power.test(port)) return 'power';
  if (/^(?:console|serial)/i.test(kind)) return 'console';
  return /^(?:power|pdu|outlet)/i.test(kind) ? 'power' : 'other';
}
