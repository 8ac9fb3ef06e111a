import type { Citation } from '../../judge/index.ts';
import { counted } from '../words.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { seqLink } from './seq-link.ts';

/** Where every entry lies in the file of the timeline that something on this page rests on. */
export function citations(cited: readonly Citation[]): Markup {
  if (cited.length === 0) return nothing;
  return html`<details>
    <summary>Where the evidence lies: ${counted(cited.length, 'entry', 'entries')}, by byte</summary>
    <p>To print one, in the folder of the run: <code>tail -c +BYTE FILE | head -n 1</code></p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">File</th>
            <th scope="col">Byte</th>
          </tr>
        </thead>
        <tbody>
          ${cited.map(
            ({ seq, file, byte }) =>
              html`<tr>
                <td>${seqLink(seq)}</td>
                <td>${file}</td>
                <td class="number">${String(byte)}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </details> `;
}
