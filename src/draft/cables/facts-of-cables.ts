import { TopologyError } from '../../errors.ts';
import type { Complaint } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { applianceSocket } from '../appliance-socket.ts';
import { choosePair } from '../choose-pair.ts';
import type { WantedUnits } from '../choose-pair.ts';
import { noFacts } from '../facts.ts';
import type { CableFound, DraftFacts, FeedFound } from '../facts.ts';
import type { DraftNode } from '../node/draft-node.ts';
import { cableRow } from './cable-row.ts';
import type { CableEnd, CableRow } from './cable-row.ts';
import { readColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { consoleBehind } from './console-behind.ts';
import { guardedBy } from './guarded-by.ts';
import { readCsv } from './read-csv.ts';
import type { Cell } from './read-csv.ts';

/** What looks like a firewall by its name. */
const firewall = /(?:^|[^a-z])(?:fw|asa|pix|firewall|pri|primary|sec|secondary)(?:[^a-z]|$)|^(?:fw|asa|pix)/i;

/**
 * Reads a cable list: one cable a row, its columns by their headings. Consoles and feeds of the units are rows too.
 * Ports and outlets that serve others are protected. Throws `TopologyError` with the place of what is wrong, and
 * `UsageError` where nobody can tell which two devices are the pair.
 */
export function factsOfCables(text: string, file: string, wanted: WantedUnits): DraftFacts {
  const [header = [], ...body] = readCsv(text, file);
  const columns = readColumns(header);
  const empty: string[] = [];
  const rows = readRows(body, columns, empty);
  const devices = [...new Set(rows.flatMap(({ ends }) => ends.map((end) => end.device.text)))];
  const likely = devices.filter((name) => firewall.test(name));
  const { units, note } = choosePair(file, devices, likely, wanted);
  const rack = new Rack(units);
  for (const row of rows) rack.take(row);
  const { complaints, notes, parts } = rack;
  if (complaints.length > 0) throw new TopologyError(complaints);
  const guarded = guardedBy(rack.others, parts);
  return {
    ...noFacts,
    units: parts,
    switches: guarded.switches,
    pdus: guarded.pdus,
    notes: [
      ...(note === undefined ? [] : [note]),
      ...columns.unknown.map((cell) =>
        at(cell, `the column ${JSON.stringify(cell.text)} was not understood`),
      ),
      ...empty,
      ...notes,
      ...guarded.notes,
    ],
  };
}

function readRows(
  body: readonly (readonly Cell[])[],
  columns: Columns,
  notes: string[],
): readonly CableRow[] {
  return body.flatMap((cells) => {
    const row = cableRow(cells, columns);
    const [first] = cells;
    if (!row && first)
      notes.push(at(first, 'a cell of this row is empty, and a cable has a device and a port at either end'));
    return row ? [row] : [];
  });
}

const at = ({ place: { file, line, column } }: Cell, message: string): string =>
  `${file}:${line}:${column}: ${message}`;

interface Parts {
  readonly console: DraftNode[];
  readonly power: FeedFound[];
  readonly cables: CableFound[];
}

/** What the rows add up to. */
class Rack {
  readonly complaints: Complaint[] = [];
  readonly notes: string[] = [];
  readonly others: CableRow[] = [];
  readonly parts: Readonly<Record<UnitName, Parts>> = {
    primary: { console: [], power: [], cables: [] },
    secondary: { console: [], power: [], cables: [] },
  };
  readonly #units: Readonly<Record<UnitName, string>>;

  constructor(units: Readonly<Record<UnitName, string>>) {
    this.#units = units;
  }

  take(row: CableRow): void {
    const [one, other] = row.ends;
    const [mine, theirs] = [this.#unitOf(one), this.#unitOf(other)];
    if (mine && theirs)
      this.notes.push(at(one.device, 'a cable from unit to unit: fover needs a switch between them'));
    else if (mine) this.#takeEnd(mine, one, other, row);
    else if (theirs) this.#takeEnd(theirs, other, one, row);
    else this.others.push(row);
  }

  #unitOf({ device }: CableEnd): UnitName | undefined {
    return unitNames.find((unit) => this.#units[unit].toLowerCase() === device.text.toLowerCase());
  }

  #takeEnd(unit: UnitName, mine: CableEnd, far: CableEnd, { from }: CableRow): void {
    const { console, power, cables } = this.parts[unit];
    if (mine.is === 'console') {
      console.push(consoleBehind(far, from));
      return;
    }
    if (mine.is === 'power') {
      power.push({ pdu: far.device.text, outlet: far.port.text.replace(/^outlet[ -]*/i, ''), from });
      return;
    }
    const socket = applianceSocket(mine.port.text);
    if (socket === undefined) {
      this.notes.push(
        at(mine.port, `${JSON.stringify(mine.port.text)} is no interface, console or power inlet`),
      );
      return;
    }
    if (cables.some((cable) => cable.interface === socket))
      this.complaints.push({
        place: mine.port.place,
        message: `${socket} of the ${unit} unit is cabled twice`,
      });
    cables.push({ interface: socket, from, to: { switch: far.device.text, port: far.port.text } });
  }
}
