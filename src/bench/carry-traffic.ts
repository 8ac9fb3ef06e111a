import { startProbes } from '../traffic/index.ts';
import type { Bench } from './bench.ts';

/** Milliseconds of probes in one batch. */
const batchEveryMs = 500;

/** Starts the probes of every flow in the topology; they run until the bench is closed. */
export async function carryTraffic(bench: Bench): Promise<void> {
  const { flows } = bench.topology;
  if (flows.length === 0) return;
  const probes = await startProbes(
    flows.map(({ name, every, send, receive }) => ({
      name,
      everyMs: every,
      send: { ...(send.bind ? { bind: send.bind } : {}), to: send.to },
      receive: {
        ...(receive.bind ? { bind: receive.bind } : {}),
        ...(receive['attach-to'] ? { attachTo: receive['attach-to'] } : {}),
      },
    })),
    {
      clock: bench.clock,
      batchEveryMs,
      onBatch: (saw, { askedMs, answeredMs }) => {
        bench.notebook.observed({ witness: `probe ${saw.flow}`, saw, askedMs, answeredMs });
        bench.probed(saw.flow, saw.lastSentMs);
      },
      onGap: ({ flow, fromMs, toMs, why }) => {
        bench.notebook.gap(`probe ${flow}`, fromMs, toMs, why);
        bench.probed(flow, toMs);
      },
    },
  );
  bench.carry(probes);
}
