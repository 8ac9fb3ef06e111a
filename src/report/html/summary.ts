import type { Verdict } from '../../judge/index.ts';
import type { Entry, Manifest } from '../../timeline/index.ts';
import { benchWords, runSentence, standingOf, standingOfRun } from '../standing.ts';
import { counted, measuredWords, seconds, windowWords } from '../words.ts';
import { badge } from './badge.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { endOf } from './overview.ts';
import { sentences } from './scenario-section.ts';

/** The verdict and why in one sentence, what was under test, and one line a scenario. */
export function summary(verdict: Verdict, entries: readonly Entry[], manifest?: Manifest): Markup {
  return html`<header class="top b-edge-${standingOfRun(verdict)}">
      <p class="tool">fover, failover certification</p>
      <h1>${badge(standingOfRun(verdict))} <span>${runSentence(verdict)}</span></h1>
    </header>
    ${benchBanner(verdict.bench)} ${scenarioTable(verdict, entries)}
    ${sentences('Doubts about the evidence', verdict.doubts)}
    ${sentences(
      'Waivers',
      (verdict.waivers ?? []).map(({ told }) => told),
    )}
    ${sentences('Trouble that is not the pair’s', verdict.troubles)} ${facts(verdict, entries, manifest)}`;
}

function benchBanner(bench: Verdict['bench']): Markup {
  if (bench === 'real') return nothing;
  if (bench === 'simulated')
    return html`<p class="banner">
      <strong>SIMULATED PAIR.</strong> Both firewalls of this run were software on one machine. It says
      nothing about any appliance.
    </p>`;
  return html`<p class="banner">
    <strong>PAIR UNKNOWN.</strong> The timeline does not say whether the firewalls were real or simulated.
  </p>`;
}

function scenarioTable({ scenarios }: Verdict, entries: readonly Entry[]): Markup {
  const pending = entries.filter((entry) => entry.kind === 'pending');
  if (scenarios.length + pending.length === 0) return nothing;
  return html`<div class="scroll">
    <table class="cards">
      <caption>
        Scenarios
      </caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">Scenario</th>
          <th scope="col">Measured</th>
          <th scope="col">Allowed</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        ${scenarios.map(
          (scenario, at) =>
            html`<tr>
              <td>${badge(standingOf(scenario))}</td>
              <th scope="row"><a href="#s${at + 1}">${scenario.title}</a></th>
              <td class="number" data-is="measured"><b>${measuredWords(scenario.measured)}</b></td>
              <td class="number" data-is="allowed">${windowWords(scenario.window)}</td>
              <td>${scenario.because}</td>
            </tr> `,
        )}${pending.map(
          ({ scenario, why }) =>
            html`<tr>
              <td><span class="badge b-pending">PENDING</span></td>
              <th scope="row">${scenario}</th>
              <td class="number">not played</td>
              <td></td>
              <td>${why}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;
}

const exitWords: Readonly<Record<Verdict['exitCode'], string>> = {
  0: 'pass, or nothing fails that is not waived',
  1: 'fail',
  2: 'inconclusive',
  3: 'infrastructure: the bench did not do as asked',
  4: 'the bench was left dirty',
};

function facts(verdict: Verdict, entries: readonly Entry[], manifest?: Manifest): Markup {
  const end = entries.reduce((latest, entry) => Math.max(latest, endOf(entry)), 0);
  const files = manifest?.ended?.files.length;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Under test', benchWords[verdict.bench]],
    ['Instruments', verdict.calibration?.told],
    ['Drivers that have never met their hardware', untried(entries)],
    ['Topology', verdict.topology?.name],
    ['Topology, SHA-256', verdict.topology?.sha256],
    ['Begun', verdict.startedAt],
    ['Length', entries.length === 0 ? undefined : seconds(end)],
    ['Tool', verdict.tool],
    ['Node', manifest?.node],
    ['Timeline', timelineWords(entries.length, manifest?.ended?.entries)],
    ['Recorded files', files === undefined ? undefined : `${files}, with digests in manifest.json`],
    ['Exit code', `${verdict.exitCode}: ${exitWords[verdict.exitCode]}`],
  ];
  return html`<dl class="facts">
    ${rows.map(([name, value]) =>
      value === undefined
        ? nothing
        : html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
    )}
  </dl> `;
}

/** The devices whose drivers come from documents alone, as far as the timeline tells of drivers. */
function untried(entries: readonly Entry[]): string | undefined {
  const drivers = entries.find((entry) => entry.kind === 'run')?.drivers ?? [];
  const written = drivers.filter(({ proof }) => proof === 'written');
  if (written.length === 0) return undefined;
  return written.map(({ device, driver, source }) => `${device}: ${driver}, from ${source}`).join('; ');
}

/** A page of a very long run does not tell every answer; the file does. */
function timelineWords(told: number, recorded: number | undefined): string {
  const words = counted(told, 'entry', 'entries');
  return recorded !== undefined && recorded > told
    ? `${words} told here, of ${recorded} in timeline.ndjson`
    : words;
}
