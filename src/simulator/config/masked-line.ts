/** What stands before a secret in a line, and the secret. */
const secrets: readonly RegExp[] = [
  /^(failover key )(?:hex )?\S+/,
  /^(ntp authentication-key \d+ md5 )\S+/,
  /^(snmp-server community )(?:[08] )?\S+/,
  /^(snmp-server host .* community )\S+/,
  /^(snmp-server user .* auth \S+ )\S+/,
  /^(snmp-server user .* priv (?:3?des|aes \d+) )\S+/,
];

/** A line of a configuration as it is shown: stars stand for what is secret in it. */
export function maskedLine(line: string, stars = '*****'): string {
  return secrets.reduce((text, secret) => text.replace(secret, `$1${stars}`), line);
}
