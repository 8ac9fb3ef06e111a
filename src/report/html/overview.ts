import type { Verdict } from '../../judge/index.ts';
import type { Entry } from '../../timeline/index.ts';
import { standingOf, standingWords } from '../standing.ts';
import { seconds } from '../words.ts';
import { chart } from './chart.ts';
import { deedLanes, faultShades } from './deed-lanes.ts';
import { flowLanes } from './flow-lanes.ts';
import type { Lane } from './lane.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { unitLanes } from './unit-lanes.ts';

/** Every second of the run in one drawing: scenarios, what both units said, traffic, and what we did. */
export function overview(verdict: Verdict, entries: readonly Entry[]): Markup {
  if (entries.length === 0) return nothing;
  const toMs = entries.reduce((latest, entry) => Math.max(latest, endOf(entry)), 1);
  return html`<section>
    <h2>The whole run</h2>
    ${chart({
      name: 'The whole run',
      description: `Every second of the run, from 0 to ${seconds(toMs)}; the table after the drawing says the same.`,
      fromMs: 0,
      toMs,
      lanes: [scenarioLane(verdict), ...unitLanes(entries), ...flowLanes(entries), ...deedLanes(entries)],
      shades: faultShades(entries, toMs),
    })}
  </section> `;
}

/** When an entry was over. */
export function endOf(entry: Entry): number {
  switch (entry.kind) {
    case 'observation':
    case 'question':
      return entry.answeredMs;
    case 'action':
      return entry.doneMs;
    case 'gap':
      return entry.toMs;
    default:
      return entry.atMs;
  }
}

function scenarioLane({ scenarios }: Verdict): Lane {
  return {
    name: 'scenarios',
    ticks: [],
    bars: scenarios.map((scenario, at) => {
      const { title, fromMs, toMs } = scenario;
      const standing = standingOf(scenario);
      const tone = standing === 'dirty' ? 'infrastructure' : standing;
      const label = `${at + 1} ${standingWords[standing]} ${title}`;
      return { fromMs, toMs, tone, label, title: `${label}, ${seconds(fromMs)} to ${seconds(toMs)}` };
    }),
  };
}
