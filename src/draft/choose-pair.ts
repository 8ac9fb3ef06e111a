import { UsageError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';

/** Which devices somebody said are the units. */
export type WantedUnits = Readonly<Partial<Record<UnitName, string>>>;

/** The two devices that are the pair, and how that was told. */
export interface ChosenPair {
  readonly units: Readonly<Record<UnitName, string>>;
  readonly note?: string;
}

const tokens: readonly (readonly [UnitName, RegExp])[] = [
  ['primary', /(?:^|[-_. ])(?:pri|primary|a|0?1)$/i],
  ['secondary', /(?:^|[-_. ])(?:sec|secondary|b|0?2)$/i],
];

/**
 * Which two of the devices are the pair: as somebody said, else the only two that are `likely`, told apart by how
 * their names end. `file` is where they stand. Throws `UsageError` where that leaves a doubt.
 */
export function choosePair(
  file: string,
  devices: readonly string[],
  likely: readonly string[],
  wanted: WantedUnits,
): ChosenPair {
  const { primary, secondary } = wanted;
  if (primary !== undefined && secondary !== undefined) {
    const units = { primary: known(file, devices, primary), secondary: known(file, devices, secondary) };
    if (units.primary === units.secondary)
      throw new UsageError(`${primary} cannot be both units of the pair`);
    return { units };
  }
  const [first, second] = likely;
  if (first === undefined || second === undefined || likely.length > 2)
    throw new UsageError(
      `${file}: which two devices are the pair? Say --primary <device> --secondary <device>; ${likely.length > 2 ? `several may be: ${few(likely)}` : `devices here: ${few(devices)}`}`,
    );
  const said = unitNames.find((unit) => wanted[unit] !== undefined);
  const named = said === undefined ? undefined : known(file, devices, wanted[said] ?? '');
  const crossed =
    named === undefined ? isCrossed(first, second) : (named === second) === (said === 'primary');
  const units = crossed ? { primary: second, secondary: first } : { primary: first, secondary: second };
  return {
    units,
    note: `${file}: ${units.primary} is taken for the primary unit and ${units.secondary} for the secondary one, by their names and order; --primary and --secondary say it`,
  };
}

function isCrossed(first: string, second: string): boolean {
  return roleOf(first) === 'secondary' || roleOf(second) === 'primary';
}

function roleOf(name: string): UnitName | undefined {
  return tokens.find(([, shape]) => shape.test(name))?.[0];
}

function known(file: string, devices: readonly string[], name: string): string {
  const found = devices.find((device) => device.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`${file}: there is no device ${JSON.stringify(name)}${suggestion(name, devices)}`);
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => JSON.stringify(name.slice(0, 60)));
  return `${shown.join(', ')}${names.length > shown.length ? ', …' : ''}` || 'none';
}
