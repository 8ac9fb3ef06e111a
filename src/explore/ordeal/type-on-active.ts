import { isActive, mateOf, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Typed } from './endured.ts';
import type { OrdealPair } from './ordeal.ts';
import { cardName, placesOf } from './places.ts';
import type { QuickConsole } from './quick-console.ts';
import type { Stand } from './stand.ts';

/** What a mate may be in while commands are typed: «Do not enter commands» while the configuration is replicated. */
const quiet = ['standby-ready', 'failed'];

/**
 * Types configuration commands in one place of the pair, on the unit where it is active; nowhere while both units are,
 * or while the mate joins. Returns what has to be in the configuration of both units from now on, which is nothing if
 * the mate was not ready to take it.
 */
export function typeOnActive(
  pair: OrdealPair,
  consoles: Readonly<Record<UnitName, QuickConsole>>,
  stand: Stand,
  at: number,
): readonly Typed[] {
  const places = placesOf(pair);
  const place = places[at % places.length];
  const unit = unitNames.find((one) => isActive(stand[one]?.groups[place?.group ?? 1] ?? 'invalid'));
  if (!place || unit === undefined) return [];
  const state = stand[mateOf(unit)]?.groups[place.group];
  if (stand[mateOf(unit)] && !quiet.includes(state ?? 'disabled')) return [];
  const list = `access-list typed extended permit ip host ${addressAt(stand.atMs)} any`;
  const description = `description typed at ${Math.floor(stand.atMs)}`;
  const card = cardName(pair, place.cards[0]);
  consoles[unit].configure([list, `interface ${card}`, description], place.context);
  const where = place.context ?? 'system';
  return state === 'standby-ready' ? [{ where, line: list, atMs: stand.atMs }] : [];
}

/** One that no other instant has. */
function addressAt(atMs: number): string {
  const whole = Math.floor(atMs);
  return `10.${(whole >> 16) & 255}.${(whole >> 8) & 255}.${whole & 255}`;
}
