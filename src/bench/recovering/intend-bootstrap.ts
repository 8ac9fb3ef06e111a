import type { Bench } from '../bench.ts';
import type { ChangedOf, SavedConfiguration } from '../journal/changed.ts';
import type { Intent } from '../journal/journal.ts';
import { putSavedBack } from './put-saved-back.ts';

/** Writes down that the units are about to be configured, and what they are to run with if that is broken off. */
export function intendBootstrap(bench: Bench, saved: readonly SavedConfiguration[]): Intent {
  const { journal } = bench;
  const restores = 'the configurations of both units as they were before the bootstrap';
  const { run } = journal;
  const of: ChangedOf<'configurations'> = { kind: 'configurations', run, saved, undo: [], key: false };
  const intent = journal.intend({ restores, of }, async () => {
    // It may have been broken off before anybody looked.
    bench.watch.start();
    await putSavedBack(bench, of, journal.texts);
    journal.mended(intent);
  });
  return intent;
}
