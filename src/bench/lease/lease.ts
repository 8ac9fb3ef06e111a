import { z } from 'zod';

const word = z.string().max(4096);

const holder = z
  .object({
    user: word,
    host: word,
    pid: z.number().int().positive(),
    /** The boot of a machine, and the numbering of processes in it; where it is not the same, a `pid` means nothing. */
    place: word.optional(),
    /** When the process started, in ticks of that boot: its number is given to others later. */
    started: word.optional(),
    command: word,
    /** Where what it does is recorded. */
    run: word.optional(),
  })
  .readonly();

/** How a lease is written. */
export const leaseShape = z
  .object({
    token: z.number().int().positive(),
    /** Its own and no other's, also where somebody removed files and tokens were given twice. */
    id: word,
    holder,
    takenAt: z.iso.datetime(),
    // Longer than a timer takes, one would end at once, again and again.
    ttlMs: z.number().int().positive().max(3_600_000),
    /** Whose it was before, if he did not give it back, and why it could be taken. */
    from: word.optional(),
  })
  .readonly();

/** How its end is written. */
export const leaseEndShape = z
  .object({
    at: z.iso.datetime(),
    by: word,
    /** Why it was taken away from a holder that may be alive. */
    because: word.optional(),
  })
  .readonly();

/** Who holds a bench: a process, on a machine, on behalf of somebody. */
export type Holder = z.output<typeof holder>;

/** The right to change a bench. The highest token is the one that counts; all before it are fenced off. */
export type Lease = z.output<typeof leaseShape>;

/** A lease before it has its token. */
export type LeaseClaim = Omit<Lease, 'token'>;

/** That a lease was given back, or taken away. */
export type LeaseEnd = z.output<typeof leaseEndShape>;

/** A lease as it stands in the store. */
export interface LeaseSeen {
  readonly token: number;
  /** Left out where what is written cannot be read. */
  readonly lease?: Lease;
  /** Why it cannot. */
  readonly unreadable?: string;
  /** Another one with each heartbeat; compared, never counted with: clocks of two machines differ. */
  readonly beat: string;
  /** The date of the last heartbeat by the clock of whoever keeps the store, for people. */
  readonly beatAt: Date;
  /** Left out while it holds. */
  readonly ended?: LeaseEnd;
}

/**
 * Where leases are kept. The one that comes with the tool keeps them beside the topology; a shared one keeps these
 * promises as well. Every call throws `BenchError` where the store itself cannot be used.
 */
export interface LeaseStore {
  /** For people: where it is. */
  readonly name: string;
  /** The one with the highest token; undefined before the first. */
  read(): Promise<LeaseSeen | undefined>;
  /**
   * Compare and swap: takes the next token if the highest is still `after` (0 before the first), and else does
   * nothing. Of all who try at once, one is given it; tokens are never given twice.
   */
  take(claim: LeaseClaim, after: number): Promise<Lease | undefined>;
  /** A heartbeat. Whether the lease is still the holder's is for `read` to say. */
  renew(token: number, at: Date): Promise<void>;
  /** Ends the lease of that token, once; false where it was ended before. */
  end(token: number, end: LeaseEnd): Promise<boolean>;
  /** The latest, the last first. */
  history(most: number): Promise<readonly LeaseSeen[]>;
}
