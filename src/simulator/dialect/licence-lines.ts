import type { VersionText } from './dialect.ts';
import type { UnitPlate } from './unit-plate.ts';

/** The rows of a licence, as boots and `show version` print them: names and values each in its column. */
export function licenceRows({ licence }: UnitPlate, text: VersionText): readonly string[] {
  return text.features.map(([shown, feature]) => {
    const value = (licence[feature] ?? 'Disabled').padEnd(text.valueWidth);
    return `${shown.padEnd(text.featureWidth)}: ${value}${text.term}`;
  });
}
