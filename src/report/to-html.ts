import type { Verdict } from '../judge/index.ts';
import type { Entry, Manifest } from '../timeline/index.ts';
import { chronicle } from './html/chronicle.ts';
import { citations } from './html/citations.ts';
import { legend } from './html/legend.ts';
import { html } from './html/markup.ts';
import { overview } from './html/overview.ts';
import { belongsTo, scenarioSection } from './html/scenario-section.ts';
import { script, scriptDigest } from './html/script.ts';
import { style } from './html/style.ts';
import { summary } from './html/summary.ts';
import { benchWords, standingOfRun, standingWords } from './standing.ts';

/**
 * The verdict as one page that needs nothing else: no script to be read, no font, image or style from anywhere. The
 * policy in its head forbids the browser to fetch anything, whatever the recorded words say.
 */
export function toHtml(verdict: Verdict, entries: readonly Entry[], manifest?: Manifest): string {
  const { scenarios } = verdict;
  const outside = entries.filter((entry) => !scenarios.some(({ scenario }) => belongsTo(entry, scenario)));
  const title = `${standingWords[standingOfRun(verdict)]}, ${verdict.topology?.name ?? 'unknown topology'} (${benchWords[verdict.bench]}) - fover`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptDigest}'; base-uri 'none'; form-action 'none'"
        />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        <svg width="0" height="0" class="patterns" aria-hidden="true">
          <defs>
            <pattern
              id="hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="hatch-ground" width="6" height="6" />
              <rect class="hatch-line" width="2.5" height="6" />
            </pattern>
            <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
              <rect class="hatch-ground" width="5" height="5" />
              <circle class="hatch-line" cx="2" cy="2" r="1.2" />
            </pattern>
          </defs>
        </svg>
        <main>
          ${summary(verdict, entries, manifest)} ${overview(verdict, entries)}
          ${scenarios.map((scenario, at) => scenarioSection(scenario, at + 1, entries))}
          <section>
            <h2>Before, between and after the scenarios</h2>
            ${outside.length === 0 ? html`<p class="none">Nothing was recorded there.</p>` : chronicle('Everything that was done and seen', outside)}
            ${citations(verdict.cited ?? [])}
          </section>
          ${legend()}
        </main>
        ${script}
      </body>
    </html>`;
  return `${page.markup}\n`;
}
