import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Tone } from './lane.ts';

const tones: readonly (readonly [Tone, string])[] = [
  ['active', 'active'],
  ['standby', 'standby-ready'],
  ['moving', 'on the way: cold-standby, synchronizing, negotiating'],
  ['failed', 'failed'],
  ['off', 'silent, off or down'],
  ['unknown', 'any other word, or not readable'],
  ['between', 'changed in here'],
  ['through', 'probes sent, up, on'],
  ['lost', 'probes lost'],
  ['fault', 'fault'],
  ['heal', 'healing'],
  ['setup', 'setting up'],
  ['gap', 'could not see'],
];

/** What the colours, letters and shades of the drawings mean. */
export function legend(): Markup {
  return html`<section class="legend">
    <h2>How to read the drawings</h2>
    <ul class="keys">
      ${tones.map(
        ([tone, words]) =>
          html`<li>
            <svg width="22" height="14" aria-hidden="true">
              <rect class="bar t-${tone}" x="1" y="1" width="20" height="12" />
            </svg>
            ${words}
          </li>`,
      )}
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect class="shade-fault" width="22" height="14" />
        </svg>
        a fault in effect
      </li>
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect class="shade-edge" width="22" height="14" />
        </svg>
        its effect began or ended in here
      </li>
    </ul>
    <p>
      A bar spans the questions that were answered with the same word. Between two words the change lies
      somewhere in the hatching, or in the question before or after it; where there is no bar, nobody asked.
      Letters over a unit are what its console said unasked: A switching to active, S switching to standby, D
      active mate detected, R replication begun, E replication ended, X rebooting, B boot finished, m any
      other message, F a fault, H its healing, ! trouble or a stall of our own. Over a witness of syslog they
      are system messages of failover, by the same letters or else by their severity, 0 to 7. All times are
      seconds since the run began; measured times are intervals, rounded outwards, that hold the truth.
    </p>
  </section> `;
}
