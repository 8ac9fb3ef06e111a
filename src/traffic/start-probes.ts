import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../child-environment.ts';
import { UsageError } from '../errors.ts';
import type { ProbeFlow } from './probe-flow.ts';
import type { ProbeOptions } from './probe-options.ts';
import { RunningProbes } from './running-probes.ts';

/** Probes under way. */
export interface Probes {
  /** Sends no more, waits a bounded time for what is under way, tells the last batches. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts probes of all flows in a process of their own; resolves when they are under way. Rejects with `BenchError`
 * when a place cannot be used, with `UsageError` when the flows make no sense. `options.clock` must be on the
 * monotonic clock of the machine, which both processes share.
 */
export async function startProbes(flows: readonly ProbeFlow[], options: ProbeOptions): Promise<Probes> {
  for (const flow of flows) check(flow);
  if (new Set(flows.map((flow) => flow.name)).size < flows.length)
    throw new UsageError('two flows have the same name');
  if (flows.length === 0) return { stop: () => Promise.resolve() };
  const probes = new RunningProbes(probeProcess(), flows, options);
  await probes.begun();
  return probes;
}

function check({ name, everyMs, receive }: ProbeFlow): void {
  if (!(everyMs >= 1)) throw new UsageError(`flow ${name}: probes every ${everyMs} ms; 1 ms is the least`);
  if (!receive.bind && !receive.attachTo)
    throw new UsageError(`flow ${name}: nothing could arrive; receive needs bind or attach-to`);
}

/** The same file beside this one: TypeScript in a checkout, JavaScript once built. */
function probeProcess(): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = fileURLToPath(new URL(`./probe-process.${extension}`, import.meta.url));
  const execArgv = process.execArgv.filter((argument) => !argument.startsWith('--inspect'));
  const env = childEnvironment(process.env);
  return fork(file, [], { env, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}
