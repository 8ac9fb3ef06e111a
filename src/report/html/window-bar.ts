import { scaleLinear } from 'd3-scale';
import type { Standing } from '../standing.ts';
import { measuredWords, timesWords, windowWords } from '../words.ts';
import type { Range } from '../words.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** What is drawn at least, so that a window from zero to nowhere still has an axis that makes sense. */
const leastMs = 1000;

/** The headline number, an interval, drawn over the window that the rule allows; the words say the same. */
export function windowBar(
  measured: Range | undefined,
  window: Range | undefined,
  standing: Standing,
): Markup {
  if (!measured && !window) return nothing;
  const name = timesWords(measured, window);
  const ends = [measured?.loMs, measured?.hiMs, window?.loMs, window?.hiMs].filter(
    (end) => end !== undefined && end !== null,
  );
  const known = ends.filter((end) => Number.isFinite(end));
  const scale = scaleLinear()
    .domain([Math.min(0, ...known) / 1000, (Math.max(leastMs, ...known) * 1.12) / 1000])
    .range([0, 100])
    .clamp(true);
  const at = (ms: number | null): number => (ms === null ? 100 : Math.round(scale(ms / 1000) * 1000) / 1000);
  const band = (range: Range | undefined, kind: string, y: number, height: number): Markup =>
    range
      ? html`<rect
          class="${kind}"
          x="${at(range.loMs)}%"
          width="${Math.max(0, at(range.hiMs) - at(range.loMs))}%"
          y="${y}"
          height="${height}"
        />`
      : nothing;
  return html`<div class="headline">
    <p class="measured">
      <strong>${measuredWords(measured)}</strong>
      <span>${window ? 'allowed ' : ''}${windowWords(window)}</span>
    </p>
    <svg role="img" aria-label="${name}" width="100%" height="50">
      <title>${name}</title>
      <desc>
        The light band is what the rule allows after the effect of the fault; the dark bar is what was
        measured, error included.
      </desc>
      <line class="grid" x1="0" x2="100%" y1="31" y2="31" />
      ${band(window, 'window', 2, 29)}${band(measured, `bar t-${standing}`, 9, 15)}
      ${scale.ticks(6).map((second) => html`<line class="grid" x1="${at(second * 1000)}%" x2="${at(second * 1000)}%" y1="31" y2="35" /><text class="axis" x="${at(second * 1000)}%" y="47" text-anchor="${second === 0 ? 'start' : 'middle'}">${String(second)} s</text>`)}
    </svg>
  </div> `;
}
