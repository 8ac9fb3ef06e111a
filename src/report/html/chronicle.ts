import type { Entry } from '../../timeline/index.ts';
import { counted, seconds } from '../words.ts';
import { entryWords } from './entry-words.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** Entries in the order of the timeline, each with its number to link to and its raw words to unfold. */
export function chronicle(name: string, entries: readonly Entry[]): Markup {
  if (entries.length === 0) return nothing;
  const seen = new Set<number>();
  const items = entries.map((entry) => {
    const again = seen.has(entry.seq);
    seen.add(entry.seq);
    return item(entry, again);
  });
  return html`<details class="chronicle">
    <summary>${name}: ${counted(entries.length, 'entry', 'entries')}, with raw words</summary>
    <ol>
      ${items}
    </ol>
  </details> `;
}

/** A damaged timeline may hold a number twice; only the first can be linked to. */
function item(entry: Entry, again: boolean): Markup {
  const { atMs, toMs, who, what, raw } = entryWords(entry);
  const id = again ? nothing : html` id="e${entry.seq}"`;
  const until =
    toMs === undefined || toMs === atMs ? nothing : html` <span class="until">to ${seconds(toMs)}</span>`;
  const words =
    raw === undefined
      ? nothing
      : html`<details class="raw">
          <summary>raw words</summary>
          <pre>${raw}</pre>
        </details>`;
  return html`<li${id} class="k-${entry.kind}"><span class="seq">#${entry.seq}</span> <span class="when">${seconds(atMs)}${until}</span> <b>${who}</b> <span class="what">${what}</span>${words}</li>
`;
}
