/** A port of a switch with the number by which its agent knows it. */
export interface NumberedPort {
  readonly name: string;
  readonly index: number;
}

/** A switch has at least so many ports in a row. */
const portsInARow = 24;
/** Ports are numbered as a stack of Catalysts does: from 10101, the next member from 10601. */
const firstIndex = 10101;
const indexStep = 500;

/** The ports of a switch on which the given ones are: whole rows, so that `GigabitEthernet1/0/7` has neighbours. */
export function portsOfSwitch(named: readonly string[]): readonly NumberedPort[] {
  const rows = new Map<string, number>();
  const odd: string[] = [];
  for (const name of new Set(named)) {
    const match = /^(.*\D)(\d+)$/.exec(name);
    const [, row, number] = match ?? [];
    if (row === undefined || number === '0') odd.push(name);
    else rows.set(row, Math.max(rows.get(row) ?? portsInARow, Number(number)));
  }
  const inRows = [...rows].flatMap(([row, count], at) =>
    Array.from({ length: count }, (_, port) => ({
      name: `${row}${port + 1}`,
      index: firstIndex + at * indexStep + port,
    })),
  );
  return [...inRows, ...odd.map((name, at) => ({ name, index: at + 1 }))];
}
