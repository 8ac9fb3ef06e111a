import type { AlgorithmKind } from './ssh-algorithms.ts';

/** What a server has said of itself before anything is encrypted; what it has not said yet is left out. */
export interface SshGreeting {
  /** `SSH-2.0-Cisco-1.25`: its version of the protocol, and its software. */
  readonly ident?: string;
  /** The algorithms that it knows, the best first. */
  readonly offers?: Readonly<Record<AlgorithmKind, readonly string[]>>;
}

/** The longest that a server may take to say all of it (RFC 4253, section 6.1). */
export const greetingLimit = 35_000;

const keyExchangeInit = 20;
/** Length of the packet, length of its padding, kind of message, sixteen random bytes. */
const beforeLists = 4 + 1 + 1 + 16;

/** Reads the first bytes of a server (RFC 4253, sections 4.2 and 7.1); what does not fit is taken for unsaid. */
export function readGreeting(bytes: Buffer): SshGreeting {
  const text = bytes.toString('latin1');
  const [line = '', ident] = /^(?:(?!SSH-)[^\n]*\n)*?(SSH-[^\r\n]*)\r?\n/.exec(text) ?? [];
  if (ident === undefined) return {};
  const packet = bytes.subarray(line.length);
  if (packet[5] !== keyExchangeInit) return { ident };
  const lists = nameLists(packet.subarray(beforeLists), 5);
  const [kex, serverHostKey, cipher, , hmac] = lists;
  // What it sends with and what it takes are the same list on every server that is met.
  if (!kex || !serverHostKey || !cipher || !hmac) return { ident };
  return { ident, offers: { kex, serverHostKey, cipher, hmac } };
}

/** So many lists of names, each behind its length; fewer if they are not there yet. */
function nameLists(bytes: Buffer, count: number): string[][] {
  const lists: string[][] = [];
  for (let at = 0; lists.length < count && at + 4 <= bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    lists.push(
      bytes
        .toString('latin1', at + 4, end)
        .split(',')
        .filter(isAlgorithm),
    );
    at = end;
  }
  return lists;
}

/** Among the ways to exchange keys stand signs of extensions (RFC 8308, and that of OpenSSH). */
function isAlgorithm(name: string): boolean {
  return name !== '' && name !== 'ext-info-s' && !name.startsWith('kex-strict-');
}
