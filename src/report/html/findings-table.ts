import type { Finding, Outage } from '../../judge/index.ts';
import { measuredWords, seconds, waivedWords, whoWords, windowWords } from '../words.ts';
import { badge } from './badge.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { seqLink } from './seq-link.ts';

/** Every prediction held against the timeline: expected, seen, measured, allowed, and where that stands. */
export function findingsTable(findings: readonly Finding[]): Markup {
  if (findings.length === 0)
    return html`<p class="none">No finding: nothing was predicted, or nothing could be held against it.</p>`;
  return html`<div class="scroll">
    <table class="cards">
      <caption>
        Findings
      </caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">Rule</th>
          <th scope="col">Expected</th>
          <th scope="col">Seen</th>
          <th scope="col">Measured, allowed</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        ${findings.map(findingRow)}
      </tbody>
    </table>
  </div> `;
}

function findingRow(finding: Finding): Markup {
  const { outcome, rule, requirements, expected, seen, measured, window, evidence, waived } = finding;
  const times =
    measured || window
      ? html`<b>${measuredWords(measured)}</b><br /><span class="quiet">${windowWords(window)}</span>`
      : html`<span class="quiet">no time</span>`;
  return html`<tr>
    <td>${badge(waived ? 'waived' : outcome)}</td>
    <th scope="row">
      ${rule}<br /><span class="quiet"
        >${whoWords(finding)}${requirements.length === 0 ? nothing : html`; ${requirements.join(', ')}`}</span
      >
    </th>
    <td data-is="expected">${expected}</td>
    <td data-is="seen">
      ${seen}${waived ? html`<br /><span class="quiet">${waivedWords(waived)}</span>` : nothing}
    </td>
    <td class="number" data-is="measured, allowed">${times}</td>
    <td data-is="evidence">
      ${evidence.length === 0 ? html`<span class="quiet">none</span>` : evidence.map((seq) => html`${seqLink(seq)} `)}
    </td>
  </tr> `;
}

/** Interruptions of the probes; nothing when there were none. */
export function outagesTable(outages: readonly Outage[]): Markup {
  if (outages.length === 0) return nothing;
  return html`<div class="scroll">
    <table class="cards">
      <caption>
        Outages of traffic
      </caption>
      <thead>
        <tr>
          <th scope="col">Flow</th>
          <th scope="col">Lasted</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Probes lost</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        ${outages.map(
          ({ flow, lasted, fromMs, toMs, lost, evidence }) =>
            html`<tr>
              <th scope="row">${flow}</th>
              <td class="number" data-is="lasted"><b>${measuredWords(lasted)}</b></td>
              <td class="number" data-is="from">${seconds(fromMs)}</td>
              <td class="number" data-is="to">${seconds(toMs)}</td>
              <td class="number" data-is="probes lost">${lost}</td>
              <td data-is="evidence">${evidence.map((seq) => html`${seqLink(seq)} `)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;
}
