import { scaleLinear } from 'd3-scale';
import { laneTable } from './lane-table.ts';
import type { Bar, Lane, Shade, Tick } from './lane.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** What to draw, and between when and when. */
export interface ChartContent {
  readonly name: string;
  readonly description: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly lanes: readonly Lane[];
  readonly shades: readonly Shade[];
}

const laneHeight = 36;
const barTop = 15;
const barHeight = 17;
const axisHeight = 22;

/**
 * Lanes over time, with the same as a table beside it. Places on the time axis are percentages, so that the drawing
 * fills any width while its words keep their size.
 */
export function chart(content: ChartContent): Markup {
  const { name, description, lanes, shades, fromMs, toMs } = content;
  const place = placing(fromMs, toMs);
  const bottom = lanes.length * laneHeight;
  const ticks = scaleLinear()
    .domain([fromMs / 1000, Math.max(toMs, fromMs + 1) / 1000])
    .ticks(6);
  return html`<figure class="chart">
    <svg role="img" aria-label="${name}" width="100%" height="${bottom + axisHeight}">
      <title>${name}</title>
      <desc>${description}</desc>
      ${shades.filter(place.shows).map((shade) => shadeMarkup(shade, place, bottom))}
      ${ticks.map((tick) => tickMarkup(tick, place, bottom))}
      ${lanes.map((lane, at) => laneMarkup(lane, at * laneHeight, place))}
    </svg>
    ${laneTable(name, lanes, fromMs, toMs)}
  </figure> `;
}

/** From instants to percentages of the width; what lies outside is cut off. */
interface Placing {
  readonly at: (ms: number) => number;
  readonly shows: (span: { readonly fromMs: number; readonly toMs: number }) => boolean;
}

function placing(fromMs: number, toMs: number): Placing {
  const scale = scaleLinear()
    .domain([fromMs, Math.max(toMs, fromMs + 1)])
    .range([0, 100])
    .clamp(true);
  return {
    at: (ms) => Math.round(scale(ms) * 1000) / 1000,
    shows: (span) => span.toMs >= fromMs && span.fromMs <= toMs,
  };
}

function shadeMarkup({ fromMs, toMs, tone, title }: Shade, place: Placing, bottom: number): Markup {
  const [x, end] = [place.at(fromMs), place.at(toMs)];
  return html`<rect class="shade-${tone}" x="${x}%" width="${width(x, end)}%" y="0" height="${bottom}"
    ><title>${title}</title></rect
  >`;
}

function tickMarkup(second: number, place: Placing, bottom: number): Markup {
  const x = place.at(second * 1000);
  const anchor = x < 3 ? 'start' : x > 96 ? 'end' : 'middle';
  return html`<line class="grid" x1="${x}%" x2="${x}%" y1="0" y2="${bottom}" /><text
      class="axis"
      x="${x}%"
      y="${bottom + 15}"
      text-anchor="${anchor}"
      >${String(second)} s</text
    >`;
}

function laneMarkup(lane: Lane, top: number, place: Placing): Markup {
  const spans = lane.ticks.filter(({ atMs }) => place.shows({ fromMs: atMs, toMs: atMs }));
  return html`<g
    ><line class="lane" x1="0" x2="100%" y1="${top + 0.5}" y2="${top + 0.5}" /><text
      class="lane-name"
      x="2"
      y="${top + 12}"
      >${lane.name}</text
    >
    ${lane.bars.filter(place.shows).map((bar) => barMarkup(bar, top + barTop, place))}
    ${spans.map((tick) => letterMarkup(tick, top + barTop, place))}</g
  > `;
}

function barMarkup({ fromMs, toMs, tone, label, title }: Bar, y: number, place: Placing): Markup {
  const [x, end] = [place.at(fromMs), place.at(toMs)];
  const wide = width(x, end);
  const words = !fits(label, wide)
    ? nothing
    : html`<svg x="${x}%" y="${y}" width="${wide}%" height="${barHeight}">
        <text class="on-${tone}" x="4" y="12.5">${label}</text>
      </svg>`;
  // What is as it should be all the time is a thin line, so that what is not differs in shape as well as in colour.
  const thin = tone === 'through' && label === '';
  const [top, height] = thin ? [y + 6, 5] : [y, barHeight];
  return html`<g
    ><title>${title}</title
    ><rect class="bar t-${tone}" x="${x}%" y="${top}" width="${wide}%" height="${height}" />${words}</g
  >`;
}

function letterMarkup({ atMs, tone, letter, title }: Tick, y: number, place: Placing): Markup {
  const x = place.at(atMs);
  const anchor = x < 1 ? 'start' : x > 99 ? 'end' : 'middle';
  return html`<g
    ><title>${title}</title
    ><line class="tick" x1="${x}%" x2="${x}%" y1="${y - 3}" y2="${y + barHeight}" /><text
      class="letter l-${tone}"
      x="${x}%"
      y="${y - 3}"
      text-anchor="${anchor}"
      >${letter}</text
    ></g
  >`;
}

function width(x: number, end: number): number {
  return Math.max(0, Math.round((end - x) * 1000) / 1000);
}

/** A word of which only the first letters would be seen is better left to the title; the page is 1180 pixels wide at most. */
function fits(label: string, wide: number): boolean {
  const pixels = wide * 11.8;
  return label !== '' && pixels >= Math.min(40, label.length * 7 + 8);
}
