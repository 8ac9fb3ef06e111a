import type { Clock } from '../../clock.ts';
import { answerOf } from './update-info.ts';
import type { UpdateAnswer, UpdateRequest } from './update-info.ts';
import type { OfferedFile } from './update-offer.ts';

/** One request that came, and what was answered. */
export interface UpdateCall {
  readonly atMs: number;
  readonly from: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** What the unit told of itself, by what it calls it: `SerialNumber`, `Version`. */
  readonly told: readonly (readonly [name: string, value: string])[];
}

/** The latest calls that are kept. A pair that polls calls once a minute at most, and fetches a file or three. */
export const callsKept = 2000;

/** How much of what a unit tells of itself is read. */
export const bodyCharactersRead = 65_536;

const detailsKept = 40;

const stranger: UpdateAnswer = {
  status: 403,
  content: new TextEncoder().encode(
    'this address is of no unit: the topology has it neither in the pair nor in sources\n',
  ),
};

/** A server for the Auto Update of the units: tells them what is on offer, and remembers who called, and for what. */
export class UpdateServer {
  readonly #clock: Clock;
  #root: string;
  #files: readonly OfferedFile[] = [];
  readonly #calls: UpdateCall[] = [];
  readonly #isUnit: (address: string) => boolean;

  /**
   * `root` is where the units find it, such as `http://198.51.100.10:8080`. What is offered may hold secrets: nothing of it
   * is told to an address that `isUnit` does not know.
   */
  constructor(clock: Clock, root: string, isUnit: (address: string) => boolean = () => true) {
    this.#clock = clock;
    this.#root = root;
    this.#isUnit = isUnit;
  }

  /** Offers these files and no others from now on; none withdraws the offer. */
  offer(files: readonly OfferedFile[]): void {
    this.#files = files;
  }

  /** Where it is found, once that is known. */
  movedTo(root: string): void {
    this.#root = root;
  }

  /** Answers a request that arrived just now from this address, and remembers it. */
  answer(request: UpdateRequest, from: string): UpdateAnswer {
    const answered = this.#isUnit(from) ? answerOf(request, this.#files, this.#root) : stranger;
    const told = detailsIn((request.body ?? '').slice(0, bodyCharactersRead));
    const { method, path } = request;
    this.#calls.push({
      atMs: this.#clock.nowMs(),
      from,
      method: method.slice(0, 20),
      path: path.slice(0, 200),
      status: answered.status,
      told,
    });
    if (this.#calls.length > callsKept) this.#calls.shift();
    return answered;
  }

  /** Who called since an instant of the clock, in order; of more than two thousand, the last. */
  since(ms: number): readonly UpdateCall[] {
    return this.#calls.filter(({ atMs }) => atMs >= ms);
  }
}

/** What stands in the elements of a document that hold nothing but text, and in the attributes of all, in order. */
function detailsIn(text: string): UpdateCall['told'] {
  const found = text.matchAll(/<([\w:.-]+)(?:\s[^<>]*)?>([^<>]+)<\/\1\s*>|\s([\w:.-]+)="([^"<>]*)"/g);
  return [...found]
    .map(
      ([, element, words, attribute, value]) => [element ?? attribute ?? '', words ?? value ?? ''] as const,
    )
    .map(([name, value]) => [name, value.trim().replaceAll(/\s+/g, ' ').slice(0, 200)] as const)
    .filter(([, value]) => value !== '')
    .slice(0, detailsKept);
}
