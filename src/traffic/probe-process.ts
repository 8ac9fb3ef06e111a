/**
 * The process of the probes, started by `startProbes` and by nobody else. It measures apart from the process that
 * parses and judges, because a sender on that thread would be late by its own work; it ends with its parent.
 */
import { setPriority } from 'node:os';
import { messageOf } from '../errors.ts';
import { realClock } from '../clock.ts';
import { readOrder } from './probe-message.ts';
import type { ProbeNews, ProbeOrder } from './probe-message.ts';
import { Prober } from './prober.ts';

const tell = (news: ProbeNews): void => {
  const last = news.news === 'stopped' || news.news === 'failed';
  if (process.connected) process.send?.(news, () => last && process.disconnect());
};

let prober: Promise<Prober> | undefined;

async function obey(order: ProbeOrder): Promise<void> {
  try {
    if (order.order === 'start') prober = Prober.start(order.flows, realClock, tell, order);
    const started = await prober;
    if (order.order === 'start') tell({ news: 'ready' });
    else started?.stop();
  } catch (error) {
    tell({ news: 'failed', why: messageOf(error) });
  }
}

try {
  // Where the system permits it, we go before others: a late probe is an uncertain measurement.
  setPriority(-10);
} catch {
  // An ordinary user may not; lateness is measured and told with every batch anyway.
}

// A signal from the terminal goes to us as well, but it is the parent who decides how a run ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
// Nobody is left to tell, and timers must not keep it alive.
process.on('disconnect', () => process.exit());
process.on('message', (message) => void obey(readOrder(message)));
