import type { OpenIntents } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { askYes } from './ask-yes.ts';
import { tellAside } from './say.ts';

/**
 * Shows what a journal that was brought here wants typed on the units, and asks whether that may be: its lines are
 * whoever's wrote them, and secrets of the topology stand in them by reference. Asks nothing where it wants nothing typed.
 * Throws `UsageError` where it is not agreed to.
 */
export async function agreeToJournal(
  { open }: OpenIntents,
  named: string,
  yes: boolean | undefined,
): Promise<void> {
  const wanted = open.map(({ of }) => of).filter((of) => of.kind === 'configurations');
  if (wanted.length === 0) return;
  const typed = wanted.flatMap(({ undo, saved }) => [
    ...undo.flatMap(({ on, context, lines }) =>
      lines.map((line) => `on ${context === undefined ? on : `${on}, in ${context}`}: ${line}`),
    ),
    ...saved.map(
      ({ unit, which, file }) => `on ${unit}, what it lacks of the ${which} configuration in ${file}`,
    ),
  ]);
  tellAside(`${named} has this typed:\n${typed.map((line) => `  ${line}\n`).join('')}`);
  if (!(await askYes('Is this what a run of yours wrote, and is it to be typed?', yes)))
    throw new UsageError(`what ${named} has typed was not agreed to; nothing was done`);
}
