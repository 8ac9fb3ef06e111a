import { BenchError, LeaseLost } from '../../errors.ts';
import { approach } from './approach.ts';
import { ask } from './ask.ts';
import type { DeadlineOf } from './configure.ts';
import { isRefusal } from './refusal.ts';
import type { Talk } from './talk.ts';

/**
 * Does the work within a context of a unit in multiple context mode, and goes back to the system execution space,
 * where the console stood. Without a context the work is done where the console stands. Throws `BenchError` when the
 * unit has no such context, and what the work throws.
 */
export async function inSpace<T>(
  talk: Talk,
  context: string | undefined,
  deadline: DeadlineOf,
  work: () => Promise<T>,
): Promise<T> {
  if (talk.isAway) await changeTo(talk, 'system', deadline);
  if (context === undefined) return work();
  await changeTo(talk, `context ${context}`, deadline);
  // One that does not answer now is brought back before the next question.
  const goBack = (): Promise<void> => changeTo(talk, 'system', deadline).catch(() => undefined);
  try {
    const done = await work();
    await goBack();
    return done;
  } catch (error) {
    // A console that is another's by now is left as it stands.
    if (!(error instanceof LeaseLost)) await goBack();
    throw error;
  }
}

async function changeTo(talk: Talk, space: string, deadline: DeadlineOf): Promise<void> {
  const command = `changeto ${space}`;
  await approach(talk, deadline(command));
  talk.isAway = true;
  const { lines } = await ask(talk, { typed: command, shown: command }, deadline(command));
  const answer = lines.join('\n');
  if (isRefusal(answer)) {
    talk.isAway = false;
    throw new BenchError(
      talk.settings.name,
      `${JSON.stringify(command)} was refused with ${JSON.stringify(answer.trim())}; is the context on this unit?`,
    );
  }
  talk.isAway = space !== 'system';
}
