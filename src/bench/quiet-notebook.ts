import { Notebook } from './notebook.ts';

/** A notebook for what is done without a run: nobody keeps a timeline of it. */
export function quietNotebook(): Notebook {
  return new Notebook(
    {
      record: (entry) => ({ seq: 0, ...entry }),
      at: (ms) => ms,
      now: () => 0,
      consoleBytes: () => undefined,
    },
    () => undefined,
  );
}
