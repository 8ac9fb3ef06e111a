import { versionOfImage } from '../auto-update/software.ts';
import { dialectOf } from '../dialect/index.ts';
import { pathOf } from '../box/flash-files.ts';
import type { Box } from '../box/box.ts';

/**
 * The unit as it comes up: from the first image that `boot system` names and flash has, else from the one that it
 * was made with.
 */
export function bootedFrom(made: Box, startup: readonly string[] | undefined): Box {
  const named = (startup ?? []).flatMap((line) => /^boot system (\S+)$/.exec(line)?.[1] ?? []);
  const file = named.map((path) => made.files.file(path)).find((found) => found !== undefined);
  if (!file || pathOf(file.name) === made.image) return made;
  const firmware = versionOfImage(file.name, file.content) ?? made.firmware;
  return { ...made, image: file.name, firmware, dialect: dialectOf(made.platform, firmware) };
}
