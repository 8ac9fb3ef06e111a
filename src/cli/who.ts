import { holderText, leaseFolder, livenessOf } from '../bench/index.ts';
import type { LeaseSeen, Liveness } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { exitCodes } from './exit-code.ts';
import { readTopology } from '../topology/index.ts';
import { keptOf } from './kept-of.ts';
import { tell, tellJson } from './say.ts';

export interface WhoOptions {
  readonly json?: true | undefined;
}

/** Of those who held it before, so many are told. */
const mostTold = 20;

/** Tells who holds the bench of a topology, and who did. Returns the exit code. */
export async function who(path: string, { json }: WhoOptions): Promise<number> {
  const store = leaseFolder(keptOf(readTopology(path)).lease);
  const now = await store.read();
  const history = await store.history(mostTold);
  const held = now && !now.ended ? now : undefined;
  if (json) tellJson({ held: held ? factsOf(held) : null, history: history.map(factsOf) }, 2);
  else tell(whoText(held, history));
  return held && !held.lease ? exitCodes.infrastructure : exitCodes.pass;
}

/** How long ago the last heartbeat was, by the dates of both machines, which may differ. */
const agoMs = ({ beatAt }: LeaseSeen): number => realClock.wall().getTime() - beatAt.getTime();

function factsOf(seen: LeaseSeen): object {
  const { token, lease, unreadable, beatAt, ended } = seen;
  const living = ended ? {} : { beatAt, beatAgoMs: agoMs(seen), process: lease && livenessOf(lease.holder) };
  return { token, ...lease, unreadable, ...living, ended };
}

const processes: Readonly<Record<Liveness, string>> = {
  there: 'its process is there',
  gone: 'its process is gone: whoever comes next takes the bench over, or fover release gives it back',
  unknown:
    'on another machine, before another boot or in another container, where its process cannot be seen',
};

/** Who holds it now, and a line for each who did. */
function whoText(held: LeaseSeen | undefined, history: readonly LeaseSeen[]): string {
  const before = history.filter(({ token }) => token !== held?.token).map((seen) => `  ${pastText(seen)}\n`);
  return `${held ? heldText(held) : 'Nobody holds this bench.\n'}${before.length === 0 ? '' : 'Before:\n'}${before.join('')}`;
}

function heldText(seen: LeaseSeen): string {
  const { token, lease, unreadable = '' } = seen;
  if (!lease) return `Lease ${token} cannot be read (${unreadable}).\n`;
  const beat = `last heartbeat ${(agoMs(seen) / 1000).toFixed(1)} s ago`;
  return `Held by ${holderText(lease.holder)},\nsince ${lease.takenAt}, with token ${token}; ${beat}; ${processes[livenessOf(lease.holder)]}.\n`;
}

function pastText({ token, lease, unreadable = '', ended }: LeaseSeen): string {
  const holder = lease
    ? `${holderText(lease.holder)}, since ${lease.takenAt}`
    : `not to be read (${unreadable})`;
  if (!ended) return `${token}  ${holder}, until it was taken over`;
  const why = ended.because === undefined ? '' : `, because: ${ended.because}`;
  return `${token}  ${holder}, until ${ended.at}, ended by ${ended.by}${why}`;
}
