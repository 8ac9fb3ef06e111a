import { counted, seconds } from '../words.ts';
import type { Lane } from './lane.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { seqLink } from './seq-link.ts';

interface Row {
  readonly lane: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly what: string;
  readonly seq?: number;
}

/** Everything that a chart shows, as a table: for those who cannot see it, and for those who want the numbers. */
export function laneTable(name: string, lanes: readonly Lane[], fromMs: number, toMs: number): Markup {
  const rows = lanes.flatMap(rowsOf).filter((row) => row.toMs >= fromMs && row.fromMs <= toMs);
  if (rows.length === 0) return nothing;
  return html`<details class="beside">
    <summary>${name}, as a table: ${counted(rows.length, 'row')}</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Lane</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What</th>
            <th scope="col">Entry</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(rowMarkup)}
        </tbody>
      </table>
    </div>
  </details>`;
}

function rowsOf(lane: Lane): readonly Row[] {
  const bars = lane.bars.map(({ fromMs, toMs, title, seq }) => ({ fromMs, toMs, what: title, seq }));
  const ticks = lane.ticks.map(({ atMs, title, letter, seq }) => ({
    fromMs: atMs,
    toMs: atMs,
    what: `${letter}: ${title}`,
    seq,
  }));
  return [...bars, ...ticks]
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .map(({ seq, ...row }) => ({ lane: lane.name, ...row, ...(seq === undefined ? {} : { seq }) }));
}

function rowMarkup({ lane, fromMs, toMs, what, seq }: Row): Markup {
  return html`<tr>
    <th scope="row">${lane}</th>
    <td class="number">${seconds(fromMs)}</td>
    <td class="number">${seconds(toMs)}</td>
    <td>${what}</td>
    <td>${seq === undefined ? nothing : seqLink(seq)}</td>
  </tr> `;
}
