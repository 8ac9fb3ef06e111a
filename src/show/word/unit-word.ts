import type { GroupId, UnitName } from '../../pair/index.ts';

/** `Primary` and `Secondary`. */
export function unitWord(text: string): UnitName | undefined {
  const word = text.toLowerCase();
  return word === 'primary' || word === 'secondary' ? word : undefined;
}

/** `1` and `2`. */
export function groupWord(text: string): GroupId | undefined {
  if (text === '1') return 1;
  return text === '2' ? 2 : undefined;
}
