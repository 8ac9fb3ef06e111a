import type { ScenarioVerdict } from '../../judge/index.ts';
import type { Entry, PhaseBegun } from '../../timeline/index.ts';
import { standingOf } from '../standing.ts';
import { cancelledWords, seconds } from '../words.ts';
import { badge } from './badge.ts';
import { chart } from './chart.ts';
import { chronicle } from './chronicle.ts';
import { deedLanes, faultShades } from './deed-lanes.ts';
import { deviceLanes } from './device-lanes.ts';
import { findingsTable, outagesTable } from './findings-table.ts';
import { flowLanes } from './flow-lanes.ts';
import type { Bar, Lane } from './lane.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { messageLanes } from './message-lanes.ts';
import { unitLanes } from './unit-lanes.ts';
import { windowBar } from './window-bar.ts';

/** One scenario: its verdict and why, the headline number, what happened when, findings, and every entry. */
export function scenarioSection(
  scenario: ScenarioVerdict,
  number: number,
  entries: readonly Entry[],
): Markup {
  const { title, because, requirements, fromMs, toMs, measured, window, findings, outages, assertions } =
    scenario;
  const standing = standingOf(scenario);
  const own = entries.filter((entry) => belongsTo(entry, scenario.scenario));
  const when = `${seconds(fromMs)} to ${seconds(toMs)} of the run`;
  return html`<section class="scenario" id="s${number}">
    <h2>${badge(standing)} ${title}</h2>
    <p class="because">${because}</p>
    <p class="quiet">
      ${scenario.scenario};
      ${when}${requirements.length === 0 ? nothing : html`; requirements ${requirements.join(', ')}`}
    </p>
    ${sentences('Doubts', scenario.doubts ?? [])}${sentences('Not judged', (scenario.cancelled ?? []).map(cancelledWords))}${sentences('Assertions of the suite that failed', assertions)}
    ${windowBar(measured, window, standing)}
    ${own.length === 0 ? html`<p class="none">The timeline holds nothing of this scenario.</p>` : scenarioChart(scenario, own)}
    ${findingsTable(findings)} ${outagesTable(outages)} ${chronicle('Everything that was done and seen', own)}
  </section> `;
}

/** True for an entry of the scenario; every entry of a timeline belongs to one or to none. */
export function belongsTo(entry: Entry, scenario: string): boolean {
  return 'scenario' in entry && entry.scenario === scenario;
}

/** A heading and a list of sentences; nothing when there are none. */
export function sentences(name: string, list: readonly string[]): Markup {
  if (list.length === 0) return nothing;
  return html`<h3>${name}</h3>
    <ul class="sentences">
      ${list.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}

function scenarioChart({ title, fromMs, toMs }: ScenarioVerdict, own: readonly Entry[]): Markup {
  return chart({
    name: `What happened: ${title}`,
    description: `Lanes over time from ${seconds(fromMs)} to ${seconds(toMs)}; the table after the drawing says the same.`,
    fromMs,
    toMs,
    lanes: [
      phaseLane(own, toMs),
      ...unitLanes(own),
      ...messageLanes(own),
      ...flowLanes(own),
      ...deviceLanes(own),
      ...deedLanes(own),
    ],
    shades: faultShades(own, toMs),
  });
}

function phaseLane(entries: readonly Entry[], endMs: number): Lane {
  const phases = entries.filter((entry): entry is PhaseBegun => entry.kind === 'phase');
  const bars = phases.map(({ phase, atMs, seq }, at): Bar => {
    const toMs = phases[at + 1]?.atMs ?? Math.max(atMs, endMs);
    return {
      fromMs: atMs,
      toMs,
      tone: 'phase',
      label: phase,
      title: `${phase}, ${seconds(atMs)} to ${seconds(toMs)}`,
      seq,
    };
  });
  return { name: 'phase', bars, ticks: [] };
}
