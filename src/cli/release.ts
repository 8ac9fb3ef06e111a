import { holderText, leaseFolder, releaseLease } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import { exitCodes } from './exit-code.ts';
import { readTopology } from '../topology/index.ts';
import { keptOf } from './kept-of.ts';
import { tell } from './say.ts';

export interface ReleaseOptions {
  readonly force?: true | undefined;
  readonly because?: string | undefined;
}

/** Gives back the bench of a topology for whoever is gone, or takes it away by force. Returns the exit code. */
export async function release(path: string, { force, because }: ReleaseOptions): Promise<number> {
  const why = because?.trim() ?? '';
  if (force && (why === '' || why.length > 1000))
    throw new UsageError('--force is kept with its reason: add --because "why", of at most 1000 characters');
  if (!force && because !== undefined) throw new UsageError('--because goes with --force');
  const store = leaseFolder(keptOf(readTopology(path)).lease);
  const ended = await releaseLease(store, realClock, force ? { because: why } : undefined);
  if (!ended) tell('Nobody holds this bench.\n');
  else {
    const from = ended.lease ? holderText(ended.lease.holder) : `lease ${ended.token}, which cannot be read`;
    tell(`Released from ${from}. What was left open: fover recover ${path}\n`);
  }
  return exitCodes.pass;
}
