/** A pair that boots from flash, so that a defect of its firmware meets a pair that is configured already. */
import type { SimulatedBenchOptions } from '../bench.ts';
import { type UnitName, unitNames } from '../../pair/index.ts';
import { PlayedPair, primaryLines } from '../played/played-pair.test-support.ts';
import type { WantedDefect } from './index.ts';

/** How a pair of a case is set up, beside its defect. */
export interface SetUp {
  /** Lines of both units beyond those of every pair; sub-mode lines begin with a blank. */
  readonly lines?: readonly string[];
  /** Lines of one unit alone. */
  readonly own?: Partial<Readonly<Record<UnitName, readonly string[]>>>;
  readonly made?: SimulatedBenchOptions['made'];
  readonly dialect?: string;
}

/** Long enough for both units to boot, to find each other, and to monitor their interfaces. */
const settleMs = 12_000;

/** What a unit has in flash: the lines that are typed into a pair, as they are stored. */
function stored(unit: UnitName, { lines = [], own }: SetUp): readonly string[] {
  let isInSection = false;
  const typed = primaryLines
    .filter((line) => !/^(enable password|username|failover lan unit)/.test(line))
    .flatMap((line) => {
      if (line === 'exit') {
        isInSection = false;
        return [];
      }
      const isSection = line.startsWith('interface ');
      const isBelow = isInSection && /^(nameif|security-level|ip address|no shutdown)/.test(line);
      isInSection = isSection || isBelow;
      return [isBelow ? ` ${line}` : line];
    });
  return [...typed, ...lines, ...(own?.[unit] ?? []), `failover lan unit ${unit}`, 'failover'];
}

/** A pair of which both units were just powered on, settled as far as its defects let it. */
export async function bootedPair(defects: readonly WantedDefect[], setUp: SetUp = {}): Promise<PlayedPair> {
  const { made, dialect } = setUp;
  const pair = new PlayedPair({
    defects,
    flash: { primary: stored('primary', setUp), secondary: stored('secondary', setUp) },
    ...(made && { made }),
    ...(dialect === undefined ? {} : { dialect }),
  });
  await pair.clock.advance(settleMs);
  for (const unit of unitNames) await pair.enable(unit);
  return pair;
}
