import { closeIntent, doorsOf, openIntents, quietNotebook, recover, textFolders } from '../bench/index.ts';
import type { BenchFolder, DoorsOpening, Recovered } from '../bench/index.ts';
import { agreeToJournal } from './agree-to-journal.ts';
import { askYes } from './ask-yes.ts';
import { atBench } from './at-bench.ts';
import { exitCodes } from './exit-code.ts';
import { holding } from './hold-bench.ts';
import { tell, tellJson } from './say.ts';
import { untilAsked } from './until-asked.ts';

export interface RecoverOptions {
  readonly journal?: string | undefined;
  readonly json?: true | undefined;
  readonly yes?: true | undefined;
}

/** A bench of which something is kept between runs. */
export interface Recoverable extends DoorsOpening {
  readonly kept: BenchFolder;
}

/** What a recovery came to. */
export interface Recovery {
  readonly recovered: readonly Recovered[];
  /** Lines of the journal that are not understood: nobody knows what they held open. */
  readonly unread: readonly string[];
}

/** Puts back whatever the journal of a bench says is not as it was, and tells of each. Returns the exit code. */
export async function recoverTopology(path: string, options: RecoverOptions): Promise<number> {
  const at = atBench(path);
  const recovery = await untilAsked(async (signal) =>
    recoverBench(await holding(at, signal), options, signal),
  );
  const exitCode = isClean(recovery) ? exitCodes.pass : exitCodes.benchLeftDirty;
  if (options.json) {
    const recovered = recovery.recovered.map(({ intent: { of, ...intent }, ...rest }) => ({
      ...intent,
      kind: of.kind,
      ...rest,
    }));
    tellJson({ recovered, unread: recovery.unread, exitCode });
  } else tell(recoveryText(recovery));
  return exitCode;
}

/** The same, told to nobody. */
export async function recoverBench(
  bench: Recoverable,
  { journal, yes }: Pick<RecoverOptions, 'journal' | 'yes'>,
  signal: AbortSignal,
): Promise<Recovery> {
  const { kept, clock } = bench;
  const found = openIntents(kept, journal);
  const { open, unread } = found;
  if (journal !== undefined) await agreeToJournal(found, journal, yes);
  const recovering = {
    ...bench,
    doors: doorsOf(bench),
    notebook: quietNotebook(),
    signal,
    texts: textFolders(kept, journal),
    ask: (question: string) => askYes(question, yes),
  };
  const recovered = await recover(recovering, open, ({ intent }) => closeIntent(kept, clock, intent));
  return { recovered, unread };
}

/** Whether all of it is as it was, as was seen. */
export const isClean = ({ recovered, unread }: Recovery): boolean =>
  unread.length === 0 && recovered.every(({ outcome }) => outcome !== 'unverified');

const outcomes = {
  'put-back': 'put back',
  'as-before': 'was as before',
  unverified: 'NOT VERIFIED',
} as const;

/** A line for each, and one for all. */
export function recoveryText(recovery: Recovery): string {
  const { recovered, unread } = recovery;
  const rows = [
    ...recovered.map(
      ({ intent: { restores, run }, outcome, why }) =>
        `${outcomes[outcome].padEnd(13)}  ${restores} (${run}): ${why}`,
    ),
    ...unread.map(
      (words) => `${outcomes.unverified.padEnd(13)}  a line of the journal that is not understood, ${words}`,
    ),
  ];
  const left = recovered.filter(({ outcome }) => outcome === 'unverified').length + unread.length;
  const end = isClean(recovery)
    ? rows.length === 0
      ? 'Nothing is open in the journal of this bench.'
      : 'The bench is as it was.'
    : `${left} of ${rows.length} could not be verified: look at what is named, and recover again.`;
  return [...rows, end].map((row) => `${row}\n`).join('');
}
