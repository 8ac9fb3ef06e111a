/**
 * A failover link that is a cable from unit to unit, with no switch in between. Played by name: `fover run crossover`.
 */
import { certify, shows, takes } from 'fover';
import type { Ask } from 'fover';

const link = 'show interface {failover-link.interface}';
const units = ['primary', 'secondary'] as const;

/** Both ends of the cable show this of the failover link. */
const bothEnds = (line: 'up' | 'down', means: string, proves: readonly string[]): readonly Ask[] =>
  units.map((on) =>
    shows(link, `line protocol is ${line}`, `on the ${on} unit ${means}`, proves, { on, within: 10_000 }),
  );

describe('A failover link without a switch', () => {
  certify({
    name: 'crossover-goes-down-on-both',
    title:
      'a pair fails over by a cable from unit to unit, and an end of it that goes down takes the other down',
    requirements: ['SYS-CROSSOVER', 'SYS-CROSSOVER-BOTH-DOWN'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'crossover'],
    before: [
      shows(
        'show failover',
        [
          '^Failover LAN Interface: {failover-link.nameif} {failover-link.interface} \\(up\\)',
          'This host: Primary - Active',
          'Other host: Secondary - Standby Ready',
        ],
        'the units hear each other over the cable',
        ['SYS-CROSSOVER'],
      ),
      ...bothEnds('up', 'the link is up', ['SYS-CROSSOVER']),
      {
        ...takes(['interface {failover-link.interface}', 'shutdown'], 'one end is shut', [], {
          on: 'secondary',
        }),
        undo: ['interface {failover-link.interface}', 'no shutdown'],
      },
      ...bothEnds('down', 'the link is down', ['SYS-CROSSOVER-BOTH-DOWN']),
      takes(['interface {failover-link.interface}', 'no shutdown'], 'the end is opened again', [], {
        on: 'secondary',
      }),
      ...bothEnds('up', 'the link is up again', ['SYS-CROSSOVER']),
    ],
  });
});
