/** What an examination came to, and what to do about it. */

/** `unknown` is never taken for `ok`. */
export type Outcome = 'ok' | 'wrong' | 'warning' | 'unknown';

/** Why nothing is known: it was not reached, it did not say, or there is nothing to see before the pair is configured. */
export type Unseen = 'unreached' | 'unread' | 'unconfigured';

/** One thing that was looked at, on one device. */
export interface Row {
  readonly what: string;
  /** As the topology calls it: `primary`, `sw1`, `pdu1`; or `pair`, or `this machine`. */
  readonly device: string;
  readonly outcome: Outcome;
  /** Of what is unknown alone. */
  readonly because?: Unseen;
  /** What the device said, or why it did not. */
  readonly said: string;
  readonly wanted?: string;
  /** What to do about it. */
  readonly do?: string;
}

/** What was read, or why it was not. */
export type Look<T> = { readonly saw: T } | Blind;

/** Nothing was read. */
export interface Blind {
  readonly blind: string;
  readonly because: Unseen;
}

/** Where nobody came to ask, since what was before did not answer. */
export const notAsked: Blind = { blind: 'it was not asked', because: 'unread' };

/** Says of one thing what came of it. */
export interface Telling {
  ok(said: string): Row;
  wrong(said: string, wanted: string, todo: string): Row;
  warning(said: string, wanted: string, todo: string): Row;
  unknown(why: Blind, todo?: string): Row;
}

/** The ways to say what came of one thing on one device. */
export function about(device: string, what: string): Telling {
  const told = (outcome: Outcome) => (said: string, wanted: string, todo: string) => ({
    what,
    device,
    outcome,
    said,
    wanted,
    do: todo,
  });
  return {
    ok: (said) => ({ what, device, outcome: 'ok', said }),
    wrong: told('wrong'),
    warning: told('warning'),
    unknown: ({ blind, because }, todo) => ({
      what,
      device,
      outcome: 'unknown',
      because,
      said: blind,
      // What waits for the pair to be configured needs nothing else to be done.
      ...(todo === undefined || because === 'unconfigured' ? {} : { do: todo }),
    }),
  };
}

/** The first of the looks that saw nothing, for what takes all of them. */
export function firstBlind(...looks: readonly Look<unknown>[]): Blind | undefined {
  return looks.find((look) => 'blind' in look);
}

/** What was seen, or nothing. */
export function sawOf<T>(look: Look<T>): T | undefined {
  return 'saw' in look ? look.saw : undefined;
}
