import { speakersIn, writing } from '../bench/index.ts';
import type { Notebook } from '../bench/index.ts';
import type { Clock } from '../clock.ts';
import { Hearing } from '../listen/index.ts';
import type { Ears } from '../listen/index.ts';
import type { SimulatedBench } from '../simulator/index.ts';
import type { Topology } from '../topology/index.ts';

/**
 * Ears in one process: what the simulated units send to the addresses that the topology tells them is heard as it
 * would be from a socket. Nothing where the topology says nothing of listening.
 */
export function memoryEars(
  simulated: SimulatedBench,
  topology: Topology,
  clock: Clock,
  notebook: Notebook,
): Ears | undefined {
  const { syslog, traps } = topology.listen ?? {};
  if (!syslog && !traps) return undefined;
  const hearing = new Hearing(clock, speakersIn(topology), writing(notebook));
  const deaf = [
    simulated.onSyslog?.((sender, host, _port, text, over) => {
      if (host !== syslog?.address) return;
      hearing.syslog({ line: text.replace(/[\r\n]+$/, ''), from: `${sender} in memory`, over, sender });
    }),
    simulated.onTrap?.((sender, host, _port, trap) => {
      if (host !== traps?.address) return;
      const at = { from: `${sender} in memory`, atMs: clock.nowMs() };
      const { oid, variables, as } = trap;
      hearing.trap({ oid, version: as.version, isInform: false, ...at, objects: variables }, sender);
    }),
  ];
  return {
    at: {},
    since: (ms) => hearing.since(ms),
    settled: () => Promise.resolve(hearing.settle()),
    get counts() {
      return hearing.counts;
    },
    close: () => {
      for (const cancel of deaf) cancel?.();
      return Promise.resolve(hearing.settle());
    },
  };
}
