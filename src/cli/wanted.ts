/** What the options of `fover simulate` and `fover run` ask for, understood. */
import { UsageError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import { unitNames } from '../pair/index.ts';
import { defects as knownDefects, isFirmwareDefect } from '../simulator/index.ts';
import type { Defect, WantedDefect } from '../simulator/index.ts';

/** Beyond twenty times as fast, the timers of a process are too coarse for those of a unit. */
const ranges = {
  seed: { least: 0, most: 2 ** 32 - 1, whole: true },
  speed: { least: 0.1, most: 20, whole: false },
  pairs: { least: 1, most: 64, whole: true },
  trouble: { least: 0, most: 65_535, whole: true },
};

/** The number that an option was given. Throws `UsageError` for text that is none, or out of range. */
export function wantedNumber(option: keyof typeof ranges, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const { least, most, whole } = ranges[option];
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most && (!whole || Number.isInteger(value)))
    return value;
  throw new UsageError(
    `--${option} ${text}: expected a ${whole ? 'whole ' : ''}number from ${least} to ${most}`,
  );
}

/** The catalogue of defects: a name and a sentence each, and the requirements that a pair with it breaks. */
export function defectList(): string {
  const width = Math.max(...knownDefects.map(({ name }) => name.length));
  const told = ({ name, sentence }: Defect): string => `  ${name.padEnd(width)}  ${sentence}`;
  const firmware = knownDefects.filter(isFirmwareDefect);
  const broken = firmware.map((one) => `${told(one)}\n${' '.repeat(width + 4)}${one.breaks.join(', ')}`);
  return [
    `Of the firmware of a unit, with the requirements that each breaks (${firmware.length}):`,
    ...broken,
    '',
    `Of the bench around the pair, which break none (${knownDefects.length - firmware.length}):`,
    ...knownDefects.filter((one) => !isFirmwareDefect(one)).map(told),
  ].join('\n');
}

/** `never-takes-over`, or `never-takes-over@secondary` for one unit alone. Throws `UsageError` for one that is not known. */
export function wantedDefect(text: string): WantedDefect {
  const [defect = '', name] = text.split('@');
  const known = knownDefects.map((each) => each.name);
  if (!known.some((each) => each === defect))
    throw new UsageError(`--defect ${text}: there is no such defect${suggestion(defect, known)}`);
  const unit = unitNames.find((candidate) => candidate === name);
  if (name !== undefined && !unit)
    throw new UsageError(`--defect ${text}: after @ comes primary or secondary`);
  return { defect, unit };
}
