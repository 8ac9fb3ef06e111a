import type { CreatedBench, SessionWish, SimulatedSession } from '../../simulator/index.ts';
import { placesOf } from './places.ts';
import type { OrdealPair } from './ordeal.ts';
import type { GroupId } from '../../pair/index.ts';

/** What is carried through the pair; each of them once in every place. */
const wishes = {
  tcp: { protocol: 'tcp', port: 5001 },
  http: { protocol: 'http' },
  udp: { protocol: 'udp', port: 5002 },
} as const satisfies Readonly<Record<string, SessionWish>>;

export type Carried = keyof typeof wishes;

/** A session from the inside of a place to its outside. */
export interface CarriedSession {
  readonly carried: Carried;
  readonly group: GroupId;
  readonly where: string;
  readonly session: SimulatedSession;
}

const carriedNames = Object.keys(wishes).filter((name): name is Carried => name in wishes);

/** Opens a session of every kind in every place of the pair. */
export function openSessions(bench: CreatedBench, pair: OrdealPair): readonly CarriedSession[] {
  return placesOf(pair).flatMap(({ group, names: [outside, inside] }) =>
    carriedNames.map((carried) => ({
      carried,
      group,
      where: `${carried} from ${inside}`,
      session: bench.openSession(inside, outside, wishes[carried]),
    })),
  );
}

const word = new TextEncoder().encode('a word that has to arrive');

/** Sends a word to the server and, `later`, one back. Returns how to learn whether both arrived. */
export function exchange({ session }: CarriedSession): { reply(): void; arrived(): boolean } {
  const { toServer, toClient } = session.delivered;
  session.send(word);
  return {
    reply: () => session.reply(word),
    arrived: () =>
      session.delivered.toServer >= toServer + word.length &&
      session.delivered.toClient >= toClient + word.length,
  };
}
