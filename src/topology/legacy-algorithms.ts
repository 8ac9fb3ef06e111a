/**
 * Algorithms of SSH that are offered only where a topology asks for them. This room knows no transport, so the list
 * stands here a second time; the test of this room holds both together.
 */
export const legacyAlgorithms = [
  'diffie-hellman-group14-sha1',
  'diffie-hellman-group-exchange-sha1',
  'diffie-hellman-group1-sha1',
  'ssh-rsa',
  'ssh-dss',
  'aes256-cbc',
  'aes192-cbc',
  'aes128-cbc',
  '3des-cbc',
  'hmac-sha1',
  'hmac-sha1-96',
  'hmac-md5',
  'hmac-md5-96',
] as const;
