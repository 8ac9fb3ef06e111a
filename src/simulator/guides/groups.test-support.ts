/** Pairs with security contexts, for the samples that speak of them. */
import { unitNames } from '../../pair/index.ts';
import { ActiveActivePair } from '../played/active-active.test-support.ts';
import type { SimulatedBenchOptions } from '../face/bench-options.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { atConsole, prepare } from './play.test-support.ts';

const end = '{ host: 127.0.0.1, port: 0 }';
const flow = (from: string, to: string): string =>
  `  - { name: ${from}-${to}, from: ${from}, to: ${to}, send: { to: ${end} }, receive: { attach-to: ${end} } }`;

/** Two units in multiple context mode, with hosts behind GigabitEthernet0/0 and 0/1 (`outside`, `inside`), 0/4 and 0/5 (`wan`, `lan`). */
export function contextsPair(firmware: string, options: SimulatedBenchOptions = {}): ActiveActivePair {
  return new ActiveActivePair(
    (text) =>
      `${text
        .replace('9.2(4)', firmware)
        .replace(/(GigabitEthernet0\/4, nameif: )outside/, '$1wan')
        .replace(/(GigabitEthernet0\/5, nameif: )inside/, '$1lan')}
flows:
${[flow('inside', 'outside'), flow('lan', 'wan')].join('\n')}
`,
    options,
  );
}

/** Both units at their consoles, with two contexts in the primary one, whose interfaces have no address yet. */
export async function openedContexts(pair: PlayedPair, name: string): Promise<void> {
  await pair.clock.advance(2500);
  for (const unit of unitNames) await atConsole(pair, unit, name);
  await prepare(pair, 'primary', [
    ...[0, 1, 4, 5].flatMap((card) => [`interface GigabitEthernet0/${card}`, 'no shutdown']),
    'exit',
    'admin-context admin',
    'context admin',
    ...[0, 1].map((card) => `allocate-interface GigabitEthernet0/${card}`),
    'config-url disk0:/admin.cfg',
    'context branch',
    ...[4, 5].map((card) => `allocate-interface GigabitEthernet0/${card}`),
    'config-url disk0:/branch.cfg',
    'exit',
  ]);
}

/** The interfaces of a context, by the number of its network. */
export function contextInterfaces(cards: readonly [number, number], net: number): string[] {
  return cards.flatMap((card, at) => [
    `interface GigabitEthernet0/${card}`,
    `nameif ${at === 0 ? 'outside' : 'inside'}`,
    `ip address 10.${net}.${at}.1 255.255.255.0 standby 10.${net}.${at}.2`,
    'no shutdown',
  ]);
}

/** Every group is active on one unit and ready on the other, and `count` interfaces are well. */
export async function groupsReady(pair: ActiveActivePair, count = 8): Promise<void> {
  await pair.until(async () => {
    const shown = (await pair.ask('primary', 'show failover')).join('\n');
    const states = shown.match(/State:\t\t(Active|Standby Ready)$/gm) ?? [];
    return states.length === 4 && (shown.match(/\): Normal( \(Monitored\))?$/gm) ?? []).length === count;
  }, 120_000);
  await pair.clock.advance(1500);
}
