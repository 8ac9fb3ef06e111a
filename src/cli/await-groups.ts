import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { UnitName } from '../pair/index.ts';
import type { SimulatedBench } from '../simulator/index.ts';
import type { Secrets } from '../topology/index.ts';

/** How long a unit may take to show how its groups stand. */
const longestAnswerMs = 2000;

/**
 * How a simulated unit with contexts stands, or in Active/Active each of its failover groups in their order, as its
 * system execution space says; nothing if it does not say. A shell of such a unit begins in the admin context.
 */
export async function groupStates(
  bench: SimulatedBench,
  unit: UnitName,
  secrets: Secrets,
  clock: Clock,
): Promise<readonly string[]> {
  const { login } = bench.topology.pair;
  const terminal = bench.units[unit].openShell(login.username);
  let shown = '';
  terminal.onBytes((bytes) => (shown += Buffer.from(bytes).toString('utf8')));
  const ways = [
    'enable',
    secrets.reveal(login.enable),
    'changeto system',
    'terminal pager 0',
    'show failover',
  ];
  try {
    for (const line of ways) terminal.type(new TextEncoder().encode(`${line}\n`));
    const untilMs = clock.nowMs() + longestAnswerMs;
    while (!/Other host:/.test(shown) && clock.nowMs() < untilMs) await pause(clock, 20);
  } finally {
    terminal.close();
  }
  const [own = ''] = /This host:[^]*?Other host:/.exec(shown) ?? [];
  return [...own.matchAll(/(?:^\s*Group \d\s+State:|This host: \w+ -)\s+(\S.*?)\s*$/gm)].map(
    ([, state = '']) => state,
  );
}
