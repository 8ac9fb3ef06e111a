import type { Prompt } from './prompt.ts';
import type { Question } from './question.ts';

/** Where a console stands, as far as it has told. */
export type Place =
  | { readonly at: 'prompt'; readonly prompt: Prompt }
  | { readonly at: 'question'; readonly question: Question }
  /** A page is full; a key turns it. */
  | { readonly at: 'more' }
  /** A boot was seen to begin, and neither a prompt nor a login since. */
  | { readonly at: 'booting' }
  | { readonly at: 'closed'; readonly why?: Error }
  /** In the middle of something, silent, or never heard. */
  | { readonly at: 'unknown' };

/** The place in words, for messages. */
export function placeInWords(place: Place): string {
  if (place.at === 'prompt') return `at the prompt ${place.prompt.text}`;
  if (place.at === 'question') return `at the question ${JSON.stringify(place.question.text)}`;
  if (place.at === 'more') return 'at the pager';
  if (place.at === 'booting') return 'in a boot';
  if (place.at === 'closed') return 'closed';
  return 'at no prompt';
}
