import { TopologyError } from '../../errors.ts';
import type { Cell } from './read-csv.ts';

/** What a column is about. */
export type ColumnName = 'device' | 'interface' | 'peer' | 'peerPort' | 'kind';

const sides: readonly (readonly [ColumnName, ColumnName, readonly string[]])[] = [
  [
    'device',
    'interface',
    ['a', 'side a', 'a side', 'start', 'from', 'source', 'src', 'local', '1', 'termination a'],
  ],
  [
    'peer',
    'peerPort',
    [
      'b',
      'side b',
      'b side',
      'end',
      'to',
      'destination',
      'dest',
      'dst',
      'remote',
      'peer',
      'neighbor',
      'neighbour',
      '2',
      'termination b',
      'far',
      'connected',
    ],
  ],
];

const own: Readonly<Record<string, ColumnName>> = {
  device: 'device',
  unit: 'device',
  host: 'device',
  hostname: 'device',
  interface: 'interface',
  peer: 'peer',
  neighbor: 'peer',
  neighbour: 'peer',
  'connected to': 'peer',
  outlet: 'peerPort',
  line: 'peerPort',
  kind: 'kind',
  type: 'kind',
  'cable type': 'kind',
};

/** What says something about the cable that a topology has no place for. */
const passedOver =
  /^(?:label|comments?|notes?|description|cable(?: id)?|id|colou?r|length|rack|media|medium)$/;

/** Which cell of a row is which; and the headings that are not understood. */
export interface Columns {
  readonly of: Readonly<Partial<Record<ColumnName, number>>>;
  readonly unknown: readonly Cell[];
}

/** Reads the first row. Throws `TopologyError` with the place of a heading given twice, or where one is missing. */
export function readColumns(header: readonly Cell[]): Columns {
  const of: Partial<Record<ColumnName, number>> = {};
  const unknown: Cell[] = [];
  const late: { cell: Cell; index: number }[] = [];
  const take = (name: ColumnName, index: number, cell: Cell): void => {
    if (of[name] !== undefined)
      throw new TopologyError([
        {
          place: cell.place,
          message: `there is a column for the ${inWords[name]} already; keep one of them`,
        },
      ]);
    of[name] = index;
  };
  for (const [index, cell] of header.entries()) {
    const heading = plain(cell.text);
    const name = nameOf(heading);
    if (heading === 'port') late.push({ cell, index });
    else if (name !== undefined) take(name, index, cell);
    else if (heading !== '' && !passedOver.test(heading)) unknown.push(cell);
  }
  // A bare «port» is that of the side that has none of its own yet.
  for (const { cell, index } of late)
    take(of.interface === undefined && of.peerPort !== undefined ? 'interface' : 'peerPort', index, cell);
  const missing = (['device', 'interface', 'peer', 'peerPort'] as const).filter(
    (name) => of[name] === undefined,
  );
  if (missing.length > 0)
    throw new TopologyError([
      {
        place: header[0]?.place ?? { file: '', line: 1, column: 1 },
        message: `no column for the ${missing.map((name) => inWords[name]).join(', nor for the ')}; expected headings such as device,interface,peer,port`,
      },
    ]);
  return { of, unknown };
}

const inWords: Readonly<Record<ColumnName, string>> = {
  device: 'device',
  interface: 'interface of the device',
  peer: 'peer',
  peerPort: 'port of the peer',
  kind: 'kind of cable',
};

/** `StartDevice`, `start_device` and `Start Device` are the same. */
function plain(heading: string): string {
  return heading
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\-./ ]+/g, ' ')
    .trim()
    .toLowerCase();
}

function nameOf(heading: string): ColumnName | undefined {
  if (Object.hasOwn(own, heading)) return own[heading];
  for (const [device, port, names] of sides)
    for (const side of names) {
      if ([side, `${side} device`, `device ${side}`, `${side} name`, `${side} host`].includes(heading))
        return device;
      if (
        [`${side} port`, `port ${side}`, `${side} interface`, `interface ${side}`, `${side} outlet`].includes(
          heading,
        )
      )
        return port;
    }
  return undefined;
}
