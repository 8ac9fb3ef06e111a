import { pause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { askFailover, FirewallSession } from '../device/index.ts';
import { groupStates } from './await-groups.ts';
import { unitNames } from '../pair/index.ts';
import type { FailoverState, UnitName } from '../pair/index.ts';
import type { SimulatedBench, SimulatedTerminal } from '../simulator/index.ts';
import type { Secrets } from '../topology/index.ts';
import type { Line } from '../transport/index.ts';

/**
 * Waits until a simulated pair that started from its flash has an active unit and a standby unit that is ready, in
 * Active/Active for each group, as a shell of each says. False if that has not come after `atMostMs` milliseconds.
 */
export async function awaitPair(
  bench: SimulatedBench,
  secrets: Secrets,
  clock: Clock,
  atMostMs: number,
): Promise<boolean> {
  const untilMs = clock.nowMs() + atMostMs;
  for (; clock.nowMs() < untilMs; await pause(clock, 100)) {
    if (!unitNames.every((unit) => bench.units[unit].reachable)) continue;
    if (await isReady(bench, secrets, clock)) return true;
  }
  return false;
}

async function isReady(bench: SimulatedBench, secrets: Secrets, clock: Clock): Promise<boolean> {
  if (bench.topology.pair.contexts.length > 0) {
    const [primary = [], secondary = []] = await Promise.all(
      unitNames.map((unit) => groupStates(bench, unit, secrets, clock)),
    );
    const pairs = primary.map((state, at) => [state, secondary[at]]);
    return (
      pairs.length > 0 && pairs.every((both) => both.includes('Active') && both.includes('Standby Ready'))
    );
  }
  const states = await Promise.all(unitNames.map((unit) => stateOf(bench, unit, secrets, clock)));
  return states.includes('active') && states.includes('standby-ready');
}

async function stateOf(
  bench: SimulatedBench,
  unit: UnitName,
  secrets: Secrets,
  clock: Clock,
): Promise<FailoverState | undefined> {
  const { login } = bench.topology.pair;
  const terminal = bench.units[unit].openShell(login.username);
  const session = new FirewallSession(lineTo(terminal, unit, clock), clock, {
    name: `shell of ${unit}`,
    username: login.username,
    password: () => secrets.reveal(login.password),
    enable: () => secrets.reveal(login.enable),
  });
  try {
    const { saw } = await askFailover(session, 2000);
    return saw.sight === 'failover' ? saw.thisHost?.state : undefined;
  } finally {
    await session.close();
  }
}

/** A shell of a simulated unit in this very process, as a line. */
function lineTo(terminal: SimulatedTerminal, name: string, clock: Clock): Line {
  let open = true;
  return {
    name,
    get open() {
      return open;
    },
    write: (bytes) => Promise.resolve(terminal.type(bytes)),
    onBytes: (listener) => terminal.onBytes((bytes) => listener(bytes, clock.nowMs())),
    onClosed: (listener) =>
      terminal.onClosed(() => {
        open = false;
        listener();
      }),
    close: () => {
      open = false;
      terminal.close();
      return Promise.resolve();
    },
  };
}
