import { readLines } from './read-lines.ts';

/** Reads `show vlan brief`: the VLANs that there are, and whether they are active. Throws `UnreadLineError`. */
export function readVlans(text: string): ReadonlyMap<number, boolean> {
  const passedOver = [/^VLAN\s+Name\s+Status\s+Ports$/, /^[- ]+$/, /^\s+\S+\d(?:, \S+\d)*,?\s*$/];
  return new Map(
    readLines('show vlan brief', text, passedOver, (line) => {
      const found = /^(\d+)\s+\S.*?\s+(active|suspended|act\/unsup|act\/lshut|sus\/lshut)(?:\s+\S.*)?$/.exec(
        line,
      );
      return found ? ([Number(found[1]), found[2] === 'active'] as const) : undefined;
    }),
  );
}
