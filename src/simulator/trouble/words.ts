/** The words behind a verb: each is one of those that are known, or is refused with them. */
import { UsageError } from '../../errors.ts';

/** The word that is meant; throws `UsageError` for any other. */
export function oneOf<Word extends string>(word: string, known: readonly Word[]): Word {
  const found = known.find((one) => one === word);
  if (found === undefined)
    throw new UsageError(`expected one of ${known.join(', ')}, and not ${JSON.stringify(word)}`);
  return found;
}

/** A number, with or without its `%` or `ms`; throws `UsageError` for one beyond its bounds. */
export function numberOf(text: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text.replace(/(?<=\d)(%|ms)$/, ''));
  if (text === '' || !(number >= least && number <= most))
    throw new UsageError(`expected a number from ${least} to ${most}, and not ${JSON.stringify(text)}`);
  return number;
}
