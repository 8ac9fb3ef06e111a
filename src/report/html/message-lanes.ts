import type { Entry, Observation } from '../../timeline/index.ts';
import { seconds } from '../words.ts';
import type { Lane, Tick } from './lane.ts';

/** What each sender logged of failover, one lane a sender; other system messages are in the list of entries. */
export function messageLanes(entries: readonly Entry[]): readonly Lane[] {
  const ticks = new Map<string, Tick[]>();
  for (const entry of entries) {
    if (entry.kind !== 'observation') continue;
    const tick = messageTick(entry);
    if (tick) ticks.set(entry.witness, [...(ticks.get(entry.witness) ?? []), tick]);
  }
  return [...ticks].map(([name, of]) => ({ name, bars: [], ticks: of }));
}

function messageTick({ saw, answeredMs, witness, seq }: Observation): Tick | undefined {
  if (saw.sight !== 'syslog' || saw.means === undefined) return undefined;
  const title = `${seconds(answeredMs)} ${witness}: ${saw.text} (${saw.means})`;
  const letter = letters.get(saw.id ?? '') ?? String(saw.severity ?? '?');
  return { atMs: answeredMs, tone: saw.id === '104001' ? 'active' : 'standby', letter, title, seq };
}

/** The letters of the same words on a console; any other message is told by its severity. */
const letters: ReadonlyMap<string, string> = new Map([
  ['104001', 'A'],
  ['104002', 'S'],
  ['709003', 'R'],
  ['709005', 'R'],
  ['709004', 'E'],
  ['709006', 'E'],
]);
