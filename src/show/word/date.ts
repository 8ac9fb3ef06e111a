/** A text that ends with a date as the appliance prints it. */
export interface DatedText {
  /** What stands before the date; often empty. */
  readonly before: string;
  /** The appliance's own words, without a mark before them. */
  readonly at: string;
}

const timeShape = /^[*.]?\d{1,2}:\d{2}:\d{2}(?:\.\d+)?$/;
const weekdayShape = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/;
const monthShape = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;

/**
 * `13:40:18 UTC Dec 9 2004`, with or without the name of the day before the month, at the end of a text. The
 * time zone is any word (`GMT/BST`, `HKST`): it is shown and never computed with.
 */
export function trailingDate(text: string): DatedText | undefined {
  const words = text.split(' ');
  const [month = '', day = '', year = ''] = words.slice(-3);
  if (!monthShape.test(month) || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return undefined;
  const named = weekdayShape.test(words.at(-4) ?? '') ? 1 : 0;
  const start = words.length - 5 - named;
  if (start < 0 || !timeShape.test(words[start] ?? '')) return undefined;
  return { before: words.slice(0, start).join(' '), at: words.slice(start).join(' ') };
}

/** The text, if all of it is a date. */
export function wholeDate(text: string): string | undefined {
  const dated = trailingDate(text);
  return dated?.before === '' ? dated.at : undefined;
}
