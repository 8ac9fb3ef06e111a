/**
 * How long a message is on a serial line, in bytes: its values with a separator each, without the names that both
 * sides know.
 */
export function messageBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + 1;
  if (typeof value === 'number') return 4;
  if (typeof value === 'boolean') return 1;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + messageBytes(each), 1);
}
