import type { UpdateCall } from '../../listen/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Instrument } from './instrument.ts';

/**
 * Who called for updates, one call a line, with seconds since the scenario began, and what the caller told of itself:
 * `61.02 POST 200 /autoupdate primary DeviceID FCH1931J0PA, Version 9.2(4)`, and `61.05 GET 200 /asa-9.2.5.bin`. The
 * unit stands where the serial number of one was told.
 */
export const updateServer: Instrument = {
  name: 'update-server',
  missing: ({ topology }) =>
    topology.listen?.['update-server']
      ? undefined
      : 'there is no server that the units could call for updates; add listen.update-server to the topology',
  read: ({ updates, topology, clock }, sinceMs) => {
    const calls = updates?.server.since(sinceMs) ?? [];
    const raw = calls.map((call) => lineOf(call, sinceMs, topology)).join('\n');
    const nowMs = clock.nowMs();
    return Promise.resolve({ raw, askedMs: nowMs, answeredMs: nowMs });
  },
};

function lineOf(
  { atMs, method, status, path, told }: UpdateCall,
  sinceMs: number,
  { units }: Topology,
): string {
  const values = told.map(([, value]) => value);
  const who = unitNames.find((unit) => values.includes(units[unit].serial));
  const words = told.map(([name, value]) => `${name} ${value}`).join(', ');
  const at = ((atMs - sinceMs) / 1000).toFixed(2);
  return [at, method, status, path, who, words].filter((each) => each !== undefined && each !== '').join(' ');
}
