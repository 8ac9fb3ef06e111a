const cisco = /^([a-z-]+) *(\d[\d/.:]*)$/i;

/**
 * Whether two names may mean one port of a switch: `Gi1/0/3`, `gigabitethernet 1/0/3` and `GigabitEthernet1/0/3` do. A
 * description tells nothing here; the switch itself says whose it is.
 */
export function isSamePort(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const [, kind = '', number] = cisco.exec(one) ?? [];
  const [, otherKind = '', otherNumber] = cisco.exec(other) ?? [];
  if (number === undefined || number !== otherNumber) return false;
  const [short, long] = [kind, otherKind]
    .map((each) => each.toLowerCase())
    .toSorted((a, b) => a.length - b.length);
  return short !== undefined && long !== undefined && long.startsWith(short);
}
