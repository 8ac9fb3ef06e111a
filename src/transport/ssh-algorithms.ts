import type { Algorithms } from 'ssh2';

/**
 * What PIX and old ASA firmware speak and a modern client no longer offers. Appended, so that a far end that
 * can do better still does.
 */
export const legacyAlgorithms: Algorithms = {
  kex: {
    append: [
      'diffie-hellman-group14-sha1',
      'diffie-hellman-group-exchange-sha1',
      'diffie-hellman-group1-sha1',
    ],
    prepend: [],
    remove: [],
  },
  cipher: { append: ['aes128-cbc', 'aes192-cbc', 'aes256-cbc', '3des-cbc'], prepend: [], remove: [] },
  hmac: { append: ['hmac-sha1', 'hmac-md5', 'hmac-sha1-96', 'hmac-md5-96'], prepend: [], remove: [] },
  serverHostKey: { append: ['ssh-rsa', 'ssh-dss'], prepend: [], remove: [] },
};
