import { createHash } from 'node:crypto';

/** Which host key is the right one: a pinned fingerprint, or a decision made when the key is seen. */
export type SshHostKey =
  | { readonly fingerprint: string }
  | { readonly accept: (fingerprint: string) => boolean | Promise<boolean> };

/** One check of one host key. */
export interface HostKeyCheck {
  /** Handed to the SSH client, which asks once. */
  readonly verify: (key: Buffer, answer: (valid: boolean) => void) => void;
  /** Why the key was refused, with the fingerprints; absent if it was not. */
  readonly refusal: () => string | undefined;
}

/** The fingerprint of a public host key as `ssh-keygen -l` prints it: `SHA256:` and base64 without padding. */
export function fingerprintOf(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** A check to hand to an SSH client; the client asks once, and `refusal` tells afterwards why it was refused. */
export function checkHostKey(hostKey: SshHostKey): HostKeyCheck {
  let refusal: string | undefined;
  return {
    refusal: () => refusal,
    verify(key, answer) {
      void judge(hostKey, fingerprintOf(key)).then((why) => {
        refusal = why;
        return answer(why === undefined);
      });
    },
  };
}

/** Why this key is refused, or nothing; never rejects, for the SSH client has to be told in any case. */
async function judge(hostKey: SshHostKey, seen: string): Promise<string | undefined> {
  try {
    return await decide(hostKey, seen);
  } catch (error) {
    return `the host key ${seen} could not be decided on: ${String(error)}`;
  }
}

async function decide(hostKey: SshHostKey, seen: string): Promise<string | undefined> {
  if ('accept' in hostKey) {
    if (await hostKey.accept(seen)) return undefined;
    return `the host key ${seen} was not accepted; if it is the right one, pin it as the fingerprint`;
  }
  if (hostKey.fingerprint === seen) return undefined;
  return (
    `the host key has changed: expected ${hostKey.fingerprint}, the host shows ${seen}. ` +
    'If the host was reinstalled or replaced, check the new fingerprint on its own console and pin it; ' +
    'otherwise another host answers at this address'
  );
}
