import { readFileSync, statSync } from 'node:fs';
import { factsOfFile, mergeFacts, noFacts } from '../draft/index.ts';
import { UsageError } from '../errors.ts';
import { frameOf, putDraft, refuseOverwriting } from './put-draft.ts';

/** What `fover import` is told on the command line. */
export interface ImportOptions {
  readonly output?: string | undefined;
  readonly primary?: string | undefined;
  readonly secondary?: string | undefined;
  readonly force?: boolean | undefined;
}

/** No list that people keep is as large; what is, is read no further. */
const largestBytes = 4 * 1024 * 1024;

/** Writes the draft of a topology from files of other tools. Throws `UsageError` and `TopologyError`. */
export function importFiles(files: readonly string[], options: ImportOptions): number {
  const { output: file, force, primary, secondary } = options;
  refuseOverwriting(file, force);
  const wanted = {
    ...(primary === undefined ? {} : { primary }),
    ...(secondary === undefined ? {} : { secondary }),
  };
  const facts = files.map((one) => factsOfFile(read(one), one, wanted)).reduce(mergeFacts, noFacts);
  putDraft(facts, frameOf(file, 'fover import'), { file, force });
  return 0;
}

function read(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > largestBytes)
      throw new UsageError(`${file} is larger than ${largestBytes} bytes; is it the right file?`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof TypeError ? 'it is not UTF-8 text' : String(error);
    throw new UsageError(`cannot read ${file}: ${why}`, { cause: error });
  }
}
