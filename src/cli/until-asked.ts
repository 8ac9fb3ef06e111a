import { StopRequested } from '../bench/index.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something that may be stopped between two steps, and begun again: at the first Ctrl-C its signal is aborted. */
export async function untilAsked<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (name: NodeJS.Signals): void =>
    stopping.abort(new StopRequested(`${name}: it was asked to stop; it may be begun again at any time`));
  for (const name of signals) process.on(name, stop);
  try {
    return await act(stopping.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}
