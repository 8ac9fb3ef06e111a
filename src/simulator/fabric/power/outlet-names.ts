/** An outlet as its PDU numbers and names it. */
export interface NumberedOutlet {
  readonly number: number;
  readonly name: string;
}

/** A PDU has at least so many outlets. */
const outletsAtLeast = 8;

/** The outlets of a PDU on which the given ones are, by number or by name; a name takes the first free number. */
export function outletsOfPdu(wanted: readonly string[]): readonly NumberedOutlet[] {
  const numbers = wanted.filter((one) => /^\d+$/.test(one)).map(Number);
  const names = [...new Set(wanted.filter((one) => !/^\d+$/.test(one)))];
  const count = Math.max(outletsAtLeast, numbers.length + names.length, ...numbers);
  return Array.from({ length: count }, (_, at) => at + 1).map((number) => ({
    number,
    name: numbers.includes(number) ? `Outlet ${number}` : (names.shift() ?? `Outlet ${number}`),
  }));
}
