/**
 * Leases as files of one folder, `7.json` for token 7 and `7.ended.json` once it has ended. None is ever written a
 * second time: each appears whole, by a hard link, which succeeds for one process only, also where a process was
 * stopped half way and goes on a year later. There is no lock that somebody could die with. The heartbeat is the
 * time of the file's last change, which needs no room on a full disk.
 *
 * Over NFS links are exclusive as well, but clients look at folders from memory for up to a minute (`acdirmax`):
 * an old holder on another machine may learn so late that it was taken from. Mount with `lookupcache=none,noac`.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { BenchError, messageOf } from '../../errors.ts';
import { syncFolder } from '../kept/sync-folder.ts';
import { leaseEndShape, leaseShape } from './lease.ts';
import type { Lease, LeaseClaim, LeaseEnd, LeaseSeen, LeaseStore } from './lease.ts';

/** Older leases are forgotten. */
const mostKept = 200;
/** No lease of ours is longer. */
const mostBytes = 64 * 1024;
/** A file may go between two looks, when somebody takes the bench at this very moment; not this often. */
const mostLooks = 20;

const claimName = /^([1-9]\d{0,14})\.json$/;

/** The store in a folder. Makes nothing before the first lease is taken. */
export function leaseFolder(path: string): LeaseStore {
  return new LeaseFolder(path);
}

class LeaseFolder implements LeaseStore {
  readonly name: string;

  constructor(path: string) {
    this.name = path;
  }

  async read(): Promise<LeaseSeen | undefined> {
    return this.#trying('read who holds the bench', () => {
      for (let looks = 0; looks < mostLooks; looks += 1) {
        const token = this.#tokens()[0];
        if (token === undefined) return undefined;
        const seen = this.#seen(token);
        if (seen) return seen;
      }
      throw new Error('its files come and go');
    });
  }

  async take(claim: LeaseClaim, after: number): Promise<Lease | undefined> {
    return this.#trying('take the bench', () => {
      mkdirSync(this.name, { recursive: true, mode: 0o700 });
      if ((this.#tokens()[0] ?? 0) !== after) return undefined;
      const lease: Lease = { token: after + 1, ...claim };
      if (!this.#publish(`${lease.token}.json`, lease)) return undefined;
      // Who was stopped before the link may have linked a number that was used and forgotten meanwhile.
      if (this.#tokens()[0] !== lease.token) {
        rmSync(this.#claim(lease.token), { force: true });
        return undefined;
      }
      this.#forget(lease.token - mostKept);
      return lease;
    });
  }

  async renew(token: number, at: Date): Promise<void> {
    this.#trying('renew the lease', () => lutimesSync(this.#claim(token), at, at));
  }

  async end(token: number, end: LeaseEnd): Promise<boolean> {
    return this.#trying('release the bench', () => this.#publish(`${token}.ended.json`, end));
  }

  async history(most: number): Promise<readonly LeaseSeen[]> {
    return this.#trying('read who held the bench', () =>
      this.#tokens()
        .slice(0, most)
        .flatMap((token) => this.#seen(token) ?? []),
    );
  }

  #claim(token: number): string {
    return join(this.name, `${token}.json`);
  }

  /** The highest first. */
  #tokens(): readonly number[] {
    const found = lstatSync(this.name, { throwIfNoEntry: false });
    if (!found) return [];
    if (!found.isDirectory())
      throw new Error('it is no folder of ours; see what it is, and move it out of the way');
    return readdirSync(this.name)
      .flatMap((file) => claimName.exec(file)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => b - a);
  }

  /** Undefined where the file is gone. */
  #seen(token: number): LeaseSeen | undefined {
    const path = this.#claim(token);
    const stat = lstatSync(path, { throwIfNoEntry: false, bigint: true });
    if (!stat) return undefined;
    const ended = this.#ended(token);
    return {
      token,
      ...lookAt(path, token),
      beat: String(stat.mtimeNs),
      beatAt: new Date(Number(stat.mtimeMs)),
      ...(ended ? { ended } : {}),
    };
  }

  /** What says that a lease has ended counts by being there. */
  #ended(token: number): LeaseEnd | undefined {
    const path = join(this.name, `${token}.ended.json`);
    if (!lstatSync(path, { throwIfNoEntry: false })) return undefined;
    try {
      return parsed(path, leaseEndShape);
    } catch {
      return { at: new Date(0).toISOString(), by: 'nobody knows whom' };
    }
  }

  /** Lets a file appear whole, unless there is one of that name. */
  #publish(name: string, content: object): boolean {
    const aside = join(this.name, `${randomUUID()}.part`);
    try {
      const file = openSync(aside, 'wx', 0o600);
      try {
        writeSync(file, `${JSON.stringify(content)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return this.#link(aside, join(this.name, name));
    } finally {
      rmSync(aside, { force: true });
    }
  }

  #link(aside: string, path: string): boolean {
    try {
      linkSync(aside, path);
    } catch (error) {
      // An NFS server that is asked again because its answer was lost says that it is there: by us.
      if (lstatSync(aside).nlink < 2) {
        if (lstatSync(path, { throwIfNoEntry: false })) return false;
        throw error;
      }
    }
    syncFolder(this.name);
    return true;
  }

  #forget(token: number): void {
    for (const old of this.#tokens().filter((each) => each <= token))
      for (const path of [this.#claim(old), join(this.name, `${old}.ended.json`)])
        rmSync(path, { force: true });
  }

  #trying<T>(tried: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new BenchError('bench', `could not ${tried} in ${this.name}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
}

function lookAt(path: string, token: number): Pick<LeaseSeen, 'lease' | 'unreadable'> {
  try {
    const lease = parsed(path, leaseShape);
    return lease.token === token ? { lease } : { unreadable: `it is that of token ${lease.token}` };
  } catch (error) {
    const [why = ''] = messageOf(error).split('\n');
    return { unreadable: why };
  }
}

/** The file and no other: neither what a link leads to, nor a device that never ends. */
function parsed<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new Error('it is no file');
    const bytes = Buffer.alloc(mostBytes);
    const read = shape.safeParse(JSON.parse(bytes.toString('utf8', 0, readSync(file, bytes))));
    if (!read.success) throw new Error('it does not say what a lease says');
    return read.data;
  } finally {
    closeSync(file);
  }
}
