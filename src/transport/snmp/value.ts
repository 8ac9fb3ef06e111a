/** A value of SNMP: numbers of all kinds, 64-bit counters, OIDs and addresses as text, octet strings as bytes. */
export type SnmpValue = number | bigint | string | Uint8Array;

/** The value as a number; `undefined` if it is none. */
export function snmpNumber(value: SnmpValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The value as text: octet strings as UTF-8, without the NUL that some agents end them with. */
export function snmpText(value: SnmpValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!(value instanceof Uint8Array)) return String(value);
  let end = value.length;
  while (end > 0 && value[end - 1] === 0) end--;
  return Buffer.from(value.subarray(0, end)).toString('utf8');
}

/** For people: text where it can be printed, hexadecimal digits where it cannot. */
export function printed(value: SnmpValue | undefined): string {
  if (value === undefined) return 'no such object';
  if (!(value instanceof Uint8Array)) return String(value);
  const text = snmpText(value) ?? '';
  return /^[\t\n\r\x20-\x7e]*$/.test(text) ? JSON.stringify(text) : `0x${Buffer.from(value).toString('hex')}`;
}
