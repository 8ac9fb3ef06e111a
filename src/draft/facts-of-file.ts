import { extname } from 'node:path';
import { UsageError } from '../errors.ts';
import { factsOfCables } from './cables/facts-of-cables.ts';
import type { WantedUnits } from './choose-pair.ts';
import type { DraftFacts } from './facts.ts';
import { factsOfTestbed } from './pyats/facts-of-testbed.ts';

type Reader = (text: string, file: string, wanted: WantedUnits) => DraftFacts;

const readers: Readonly<Record<string, Reader>> = {
  '.csv': factsOfCables,
  '.tsv': factsOfCables,
  '.yaml': factsOfTestbed,
  '.yml': factsOfTestbed,
};

/**
 * What the file of another tool says of a bench: a testbed of pyATS, or a cable list, by the ending of its name.
 * Throws `UsageError` for another ending, and what the readers throw.
 */
export function factsOfFile(text: string, file: string, wanted: WantedUnits): DraftFacts {
  const ending = extname(file).toLowerCase();
  const read = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (!read)
    throw new UsageError(
      `cannot tell what ${file} is; a testbed of pyATS ends in .yaml or .yml, a cable list in .csv or .tsv`,
    );
  return read(text, file, wanted);
}
