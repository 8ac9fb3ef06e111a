/** Where a draft goes, and what is said of it. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { draftText } from '../draft/index.ts';
import type { DraftFacts, DraftFrame } from '../draft/index.ts';
import { UsageError } from '../errors.ts';
import { wordFits } from '../topology/index.ts';
import { packageFolder } from './places.ts';
import { tell, tellAside } from './say.ts';

/** Refuses to write over a file, before any work is done for it. Throws `UsageError`. */
export function refuseOverwriting(file: string | undefined, force: boolean | undefined): void {
  if (file !== undefined && force !== true && existsSync(file))
    throw new UsageError(`${file} is there already; --force writes over it`);
}

/** What stands around the facts of a draft in that file, or on standard output. */
export function frameOf(file: string | undefined, by: string): DraftFrame {
  const bare = basename(file ?? 'rack.yaml').replace(/\.ya?ml$/, '');
  const name = wordFits('name', bare) ? bare : 'rack';
  return {
    by,
    name,
    ...(file === undefined ? {} : { secretsFile: `${name}.secrets` }),
    schema: schemaSeenFrom(dirname(file ?? 'rack.yaml')),
  };
}

/** As editors take it in a comment: a path without blanks, else a URL. */
function schemaSeenFrom(folder: string): string {
  const schema = join(packageFolder, 'topologies', 'topology.schema.json');
  const path = relative(resolve(folder), schema);
  const seen = path.startsWith('.') ? path : `./${path}`;
  return /^[\w./@-]+$/.test(seen) ? seen : pathToFileURL(schema).href;
}

/** Writes a draft, and tells how much of it is still to be filled in. Throws `UsageError` if it cannot be written. */
export function putDraft(
  facts: DraftFacts,
  frame: DraftFrame,
  { file, force }: { readonly file: string | undefined; readonly force: boolean | undefined },
): void {
  const text = draftText(facts, frame);
  if (file === undefined) tell(text);
  else write(file, text, force === true);
  const blanks = text.match(/# fill in:/g)?.length ?? 0;
  const where = file ?? 'the draft';
  const todo =
    blanks === 0
      ? 'nothing is left to be filled in'
      : `${blanks} ${blanks === 1 ? 'place' : 'places'} to fill in`;
  const then = file === undefined ? '' : `; then: fover check ${file}`;
  const notes = facts.notes.map((note) => `  - ${note.replaceAll(/\s*\n\s*/g, ' ')}\n`).join('');
  tellAside(`${notes}${where}: ${todo}${then}\n`);
}

function write(file: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = code === 'EEXIST' ? 'it is there already; --force writes over it' : String(error);
    throw new UsageError(`cannot write ${file}: ${why}`, { cause: error });
  }
}
