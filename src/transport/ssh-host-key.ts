import { createHash } from 'node:crypto';
import { BenchError, messageOf } from '../errors.ts';
import { knownKeys, knownName, pinKey } from './known-hosts.ts';

/** Where keys are pinned that are seen for the first time. */
export interface KnownHosts {
  /** In the form of OpenSSH's `known_hosts`; it is made when the first key is pinned. */
  readonly file: string;
  /** Told in words when a key was pinned: somebody should compare it. */
  readonly onPinned?: (what: string) => void;
}

/** Which host key is the right one: that of a fingerprint, the one that was seen first, or whichever is accepted. */
export type SshHostKey =
  | { readonly fingerprint: string }
  | { readonly knownHosts: KnownHosts }
  | { readonly accept: (fingerprint: string) => boolean | Promise<boolean> };

/** One check of one host key. */
export interface HostKeyCheck {
  /** Handed to the SSH client, which asks once, before the host has proved that the key is its own. */
  readonly verify: (key: Buffer, answer: (valid: boolean) => void) => void;
  /** The host has proved it: a key that nobody knew is pinned. Throws `BenchError` when it cannot be. */
  readonly proved: () => void;
  /** Why the key was refused, with the fingerprints; absent if it was not. */
  readonly refusal: () => string | undefined;
}

interface Where {
  readonly host: string;
  readonly port: number;
}

type Decision = { readonly refusal: string } | { readonly pin?: () => void };

/** The fingerprint of a public host key as `ssh-keygen -l` prints it: `SHA256:` and base64 without padding. */
export function fingerprintOf(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** A check to hand to an SSH client; the client asks once, and `refusal` tells afterwards why it was refused. */
export function checkHostKey(hostKey: SshHostKey, at: Where): HostKeyCheck {
  let decision: Decision = {};
  return {
    refusal: () => ('refusal' in decision ? decision.refusal : undefined),
    proved: () => ('refusal' in decision ? undefined : decision.pin?.()),
    verify(key, answer) {
      void judge(hostKey, key, at).then((decided) => {
        decision = decided;
        return answer(!('refusal' in decided));
      });
    },
  };
}

/** Never rejects, for the SSH client has to be told in any case. */
async function judge(hostKey: SshHostKey, key: Buffer, at: Where): Promise<Decision> {
  const seen = fingerprintOf(key);
  try {
    if ('knownHosts' in hostKey) return decideByFile(hostKey.knownHosts, key, at);
    if ('accept' in hostKey) {
      if (await hostKey.accept(seen)) return {};
      const refusal = `the host key ${seen} was not accepted; if it is the right one, pin it as the fingerprint`;
      return { refusal };
    }
    if (hostKey.fingerprint === seen) return {};
    return { refusal: changed(hostKey.fingerprint, seen, 'write it as the fingerprint instead') };
  } catch (error) {
    return { refusal: `the host key ${seen} could not be decided on: ${messageOf(error)}` };
  }
}

function decideByFile({ file, onPinned }: KnownHosts, key: Buffer, at: Where): Decision {
  const name = knownName(at);
  const seen = fingerprintOf(key);
  const known = knownKeys(file, name);
  const same = known.filter((one) => one.key.equals(key));
  const revoked = same.find((one) => one.revoked);
  if (revoked) return { refusal: `the host key ${seen} is revoked in line ${revoked.line} of ${file}` };
  const valid = known.filter((one) => !one.revoked);
  if (same.length > 0) return {};
  if (valid.length > 0) {
    const expected = valid
      .map((one) => `${fingerprintOf(one.key)} (line ${one.line} of ${file})`)
      .join(' or ');
    return { refusal: changed(expected, seen, `delete that line; the key is pinned when it is seen next`) };
  }
  const pin = (): void => {
    // Another login may have pinned one meanwhile.
    const now = knownKeys(file, name).filter((one) => !one.revoked);
    if (now.some((one) => one.key.equals(key))) return;
    const [first] = now;
    if (first) throw new BenchError(name, changed(fingerprintOf(first.key), seen, 'delete the other one'));
    pinKey(file, name, key);
    onPinned?.(`the host key of ${name} was never seen before; pinned ${seen} in ${file}`);
  };
  return { pin };
}

function changed(expected: string, seen: string, accept: string): string {
  return (
    `the host key has changed: expected ${expected}, the host shows ${seen}. ` +
    `If the host was reinstalled or replaced, check the new fingerprint on its own console and ${accept}; ` +
    'otherwise another host answers at this address'
  );
}
