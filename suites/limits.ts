/**
 * What can be configured and what is refused: every range and ratio of the guides from both sides, the last value that
 * is taken and the first that is not. Nothing is broken; what is typed is put back. Played by name: `fover run limits`.
 */
import { boundaries, certify, hides, refuses, takes } from 'fover';
import type { Act, Boundary } from 'fover';

/** Where a command is entered, with what is typed before it, and on which pairs there is such a place. */
const places = {
  global: { before: [], needs: [] },
  'failover-group': { before: ['failover group 1'], needs: ['active-active'] },
  interface: { before: ['interface {context.2.data.1.interface}'], needs: ['active-active'] },
} as const;

const limits = [...new Set(boundaries.map(({ limit }) => limit))];

/** What the running configuration shows of a command that was taken: a default of its own may follow it. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function acts({ command, in: place, expected, requirement }: Boundary): readonly Act[] {
  const enter = [...places[place].before, command];
  const within = place === 'interface' ? { in: '{context.2}' } : {};
  if (expected === 'open') return [];
  if (expected === 'refused')
    return [
      refuses(enter, [], `«${command}» is refused`, [requirement.id], within),
      hides(
        'show running-config',
        `^ *${escaped(command)}$`,
        `«${command}» is not in the configuration`,
        [requirement.id],
        within,
      ),
    ];
  return [takes(enter, `«${command}» is taken`, [requirement.id], within)];
}

describe('Limits', () => {
  for (const limit of limits) {
    const own = boundaries.filter((each) => each.limit === limit);
    const [first] = own;
    if (!first) continue;
    certify({
      name: `limit-${limit.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`,
      title: `${limit}: both ends are taken, and what lies beyond them is refused`,
      requirements: [first.requirement.id],
      begin: 'primary',
      // A pair in single context mode has no groups to number.
      needs: first.command.startsWith('failover group') ? ['active-active'] : places[first.in].needs,
      before: own.flatMap(acts),
    });
  }
});
