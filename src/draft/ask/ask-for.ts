import { UsageError } from '../../errors.ts';

/** Somebody who answers: a terminal, or a list of answers. Nothing when there are no more answers. */
export interface Answerer {
  ask(question: string): Promise<string | undefined>;
  say(text: string): void;
}

/** How often a thing is asked for again, and how many there can be of a kind. */
const most = 64;

/** Asks until the answer can be read, or is empty. Throws `UsageError` when the answers end. */
export async function askFor<T>(
  answerer: Answerer,
  question: string,
  read: (text: string) => T,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < most; attempt++) {
    const answer = await answerer.ask(`${question}: `);
    if (answer === undefined)
      throw new UsageError('the answers ended before the questions did; nothing was written');
    if (answer.trim() === '') return undefined;
    try {
      return read(answer.trim());
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      answerer.say(error.message);
    }
  }
  throw new UsageError(`«${question}» was not answered; nothing was written`);
}

/** Asks again for one more until the answer is empty. */
export async function askForSeveral<T>(
  answerer: Answerer,
  question: string,
  read: (text: string) => T,
): Promise<readonly T[]> {
  const all: T[] = [];
  while (all.length < most) {
    const next = await askFor(answerer, all.length === 0 ? question : 'Another one', read);
    if (next === undefined) break;
    all.push(next);
  }
  return all;
}

/** Asks a question whose empty answer is yes. */
export async function askYes(answerer: Answerer, question: string): Promise<boolean> {
  return (await askFor(answerer, `${question} [Y/n]`, readYes)) ?? true;
}

function readYes(text: string): boolean {
  if (!/^(y|yes|n|no)$/i.test(text)) throw new UsageError('expected yes or no');
  return /^y/i.test(text);
}
