/**
 * Commands are written here as the guides write them: `show interface [<port>] [detail]`, `show running-config [all]
 * failover`. A bare word may be abbreviated, as on the appliance; `<word>` stands for any one word; brackets
 * hold a word that may be left out.
 */

/** How many bare words of `usage` the typed command spells, or `undefined` if it does not fit. */
export function fits(usage: string, typed: string): number | undefined {
  return fitsFrom(usage.split(' '), ownWords(typed));
}

/** `failover exec mate show …` prints what `show …` prints on the other unit. */
function ownWords(typed: string): readonly string[] {
  const words = typed
    .toLowerCase()
    .split(/[ \t\r]+/)
    .filter((word) => word !== '');
  const [first, second, third] = words;
  const elsewhere = first === 'failover' && second === 'exec';
  return elsewhere && ['active', 'standby', 'mate'].includes(third ?? '') ? words.slice(3) : words;
}

function fitsFrom(usage: readonly string[], typed: readonly string[]): number | undefined {
  const [form, ...forms] = usage;
  if (form === undefined) return typed.length === 0 ? 0 : undefined;
  const [word, ...words] = typed;
  const mayBeAbsent = form.startsWith('[');
  const wanted = mayBeAbsent ? form.slice(1, -1) : form;
  const here = word === undefined ? undefined : weightOf(wanted, word);
  const rest = here === undefined ? undefined : fitsFrom(forms, words);
  if (here !== undefined && rest !== undefined) return here + rest;
  return mayBeAbsent ? fitsFrom(forms, typed) : undefined;
}

function weightOf(wanted: string, word: string): number | undefined {
  if (wanted.startsWith('<')) return 0;
  return wanted.startsWith(word) ? 1 : undefined;
}
