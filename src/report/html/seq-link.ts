import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** The entry of the timeline with this number, listed below. A number that is not there leads nowhere. */
export function seqLink(seq: number): Markup {
  return html`<a href="#e${seq}">#${seq}</a>`;
}
