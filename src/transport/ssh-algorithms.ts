import type { Algorithms } from 'ssh2';

/** What is offered to everybody, the best first. */
const sound = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group-exchange-sha256',
    'diffie-hellman-group14-sha256',
    'diffie-hellman-group15-sha512',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group17-sha512',
    'diffie-hellman-group18-sha512',
  ],
  serverHostKey: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
  cipher: [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'aes128-ctr',
    'aes192-ctr',
    'aes256-ctr',
    'chacha20-poly1305@openssh.com',
  ],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
} as const;

/**
 * What PIX and old ASA firmware speak, and nobody should who can do better: offered where a topology says so, behind
 * what is sound. ASA 7.2 to 9.8 exchange keys with two groups and SHA-1 alone, their ciphers are in CBC mode, and
 * their RSA keys sign with SHA-1.
 */
const legacy = {
  kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1', 'diffie-hellman-group1-sha1'],
  serverHostKey: ['ssh-rsa', 'ssh-dss'],
  cipher: ['aes256-cbc', 'aes192-cbc', 'aes128-cbc', '3des-cbc'],
  hmac: ['hmac-sha1', 'hmac-sha1-96', 'hmac-md5', 'hmac-md5-96'],
} as const;

/** What algorithms are for; each end has to have one of every kind in common with the other. */
export const algorithmKinds = ['kex', 'serverHostKey', 'cipher', 'hmac'] as const;

/** One of them. */
export type AlgorithmKind = (typeof algorithmKinds)[number];

/** An algorithm that is offered only where it is asked for, by its name in the protocol. */
export type LegacyAlgorithm = (typeof legacy)[AlgorithmKind][number];

/** What is asked for: none, all of them, or those of these names. */
export type LegacyWish = boolean | readonly LegacyAlgorithm[];

/** Every algorithm that has to be asked for. */
export const legacyAlgorithms: readonly LegacyAlgorithm[] = algorithmKinds.flatMap((kind) => legacy[kind]);

/** What is offered to a far end: what is sound, and behind it what was asked for. */
export function offerWith(wish: LegacyWish): Algorithms & Record<AlgorithmKind, readonly string[]> {
  const asked = <A extends LegacyAlgorithm>(all: readonly A[]): readonly A[] =>
    all.filter((one) => (typeof wish === 'boolean' ? wish : wish.includes(one)));
  return {
    kex: [...sound.kex, ...asked(legacy.kex)],
    serverHostKey: [...sound.serverHostKey, ...asked(legacy.serverHostKey)],
    cipher: [...sound.cipher, ...asked(legacy.cipher)],
    hmac: [...sound.hmac, ...asked(legacy.hmac)],
  };
}
