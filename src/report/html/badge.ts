import { standingWords } from '../standing.ts';
import type { Standing } from '../standing.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';

/** The word of a standing on its colour. */
export function badge(standing: Standing): Markup {
  return html`<span class="badge b-${standing}">${standingWords[standing]}</span>`;
}
