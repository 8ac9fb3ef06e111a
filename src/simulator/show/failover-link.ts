import type { System } from '../system/system.ts';

/** `up`, `down`, or that the link is failed because the mate answers elsewhere and not here. */
export function linkStatus(system: System, hardware: string): string {
  const one = system.interfaces().find(({ name }) => name === hardware);
  if (one?.shutdown) return 'administratively down';
  if (system.process.linkFailed && one?.purpose === 'failover') return 'Failed - No Switchover';
  return system.linkUp(one?.hardware ?? hardware) ? 'up' : 'down';
}

/** Of the state link: `failed` when it is up and passes nothing (ASA 5580 guide, table 13-8). */
export function stateLinkStatus(system: System, hardware: string): string {
  const { process, stateExchange } = system;
  const isQuiet = process.mate.alive && stateExchange.quietMs >= system.failover().unitHoldMs;
  const status = linkStatus(system, hardware);
  return status.startsWith('Failed') || (status === 'up' && isQuiet) ? 'failed' : status;
}
