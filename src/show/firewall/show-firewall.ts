import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** Whether a unit routes or bridges. */
export interface FirewallFacts {
  readonly mode: 'routed' | 'transparent';
}

/** `show firewall`. */
export const showFirewall: ShowParser<FirewallFacts> = showParser('show firewall', (cursor) => ({
  mode: cursor.need(
    shaped(/^Firewall mode: (Router|Transparent)$/i, (word = ''): FirewallFacts['mode'] =>
      word.toLowerCase() === 'router' ? 'routed' : 'transparent',
    ),
    '`Firewall mode: Router` or `Transparent`',
  ),
}));
