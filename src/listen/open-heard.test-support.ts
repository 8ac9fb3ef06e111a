/** Ears on ephemeral ports of this machine, with what they heard, for tests that talk to them. */
import { realClock } from '../clock.ts';
import type { Heard, Unheard } from './heard.ts';
import { openEars } from './open-ears.ts';
import type { Ears, EarsWish, HeardAt } from './open-ears.ts';

/** Open ears, and what they heard so far. */
export interface OpenHeard {
  readonly ears: Ears;
  readonly heard: readonly Heard[];
  readonly unheard: readonly Unheard[];
  port(of: keyof HeardAt): number;
  /** Resolves once this holds; the test's own bound ends the wait. */
  until(isSo: () => boolean): Promise<void>;
  /** Resolves with everything heard, once that many came. */
  untilHeard(count: number): Promise<readonly Heard[]>;
}

const here = { host: '127.0.0.1', port: 0 };

/** The user of version 3 whose notifications are taken. */
export const trapUser = {
  user: 'lab',
  auth: { protocol: 'sha256', password: 'auth-password' },
  priv: { protocol: 'aes', password: 'priv-password' },
} as const;

/** Opens what is wished, or all of it. */
export async function openHeard(
  wish: Omit<EarsWish, 'speakers'> = {
    syslogUdp: here,
    syslogTcp: here,
    traps: { ...here, communities: ['hush'], users: [trapUser] },
  },
): Promise<OpenHeard> {
  const heard: Heard[] = [];
  const unheard: Unheard[] = [];
  const ears = await openEars({ ...wish, speakers: new Map() }, realClock, {
    onHeard: (one) => heard.push(one),
    onUnheard: (one) => unheard.push(one),
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise<void>((resolve) => void realClock.after(2, resolve));
  };
  return {
    ears,
    heard,
    unheard,
    until,
    untilHeard: async (count) => {
      await until(() => heard.length >= count);
      return heard;
    },
    port: (of) => {
      const port = ears.at[of];
      if (port === undefined) throw new Error(`nobody listens for ${of}`);
      return port;
    },
  };
}
