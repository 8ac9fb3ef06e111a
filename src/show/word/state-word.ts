import type { FailoverState } from '../../pair/index.ts';

/**
 * The words of the command line for the states of CUfwFOState, and the older ones: `Standby` and
 * `Standby (Failed)` are PIX 6 (document 77809, «Failover Monitoring», «Unit Failure»). `App Sync` is a step of
 * the threat defence software between `Cold Standby` and `Sync Config`, and counts as the latter.
 */
const stateWords: readonly (readonly [string, FailoverState])[] = [
  ['Init', 'init'],
  ['Disabled', 'disabled'],
  ['Failed', 'failed'],
  ['Negotiation', 'negotiation'],
  ['Cold Standby', 'cold-standby'],
  ['App Sync', 'sync-config'],
  ['Sync Config', 'sync-config'],
  ['Sync File System', 'sync-file-system'],
  ['Bulk Sync', 'bulk-sync'],
  ['Standby Ready', 'standby-ready'],
  ['Standby (Failed)', 'failed'],
  ['Standby', 'standby-ready'],
  ['Just Active', 'just-active'],
  ['Active Drain', 'active-drain'],
  ['Active Applying Config', 'active-applying-config'],
  ['Active Config Applied', 'active-config-applied'],
  ['Active', 'active'],
  ['Invalid', 'invalid'],
  ['Not Detected', 'not-detected'],
];

const byLength = stateWords.toSorted(([a], [b]) => b.length - a.length);

/** A text that begins with the word of a state. */
export interface LeadingState {
  readonly state: FailoverState;
  /** What follows, without the blank; often empty. */
  readonly rest: string;
}

/** The state whose word the text begins with, the longest one: `Active Drain` before `Active`. */
export function leadingState(text: string): LeadingState | undefined {
  const spelled = text.toLowerCase();
  for (const [word, state] of byLength) {
    const next = text.charAt(word.length);
    if (spelled.startsWith(word.toLowerCase()) && (next === '' || next === ' ')) {
      return { state, rest: text.slice(word.length + 1) };
    }
  }
  return undefined;
}

/** The state that the whole text names. */
export function stateWord(text: string): FailoverState | undefined {
  const found = leadingState(text);
  return found?.rest === '' ? found.state : undefined;
}
