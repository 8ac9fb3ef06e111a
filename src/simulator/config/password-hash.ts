import { createHash } from 'node:crypto';

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The `encrypted` form of a password in a configuration: MD5 over the password padded to sixteen bytes, of which
 * three of every four bytes are printed. Passwords of named users are salted with the first four letters of the
 * name, passwords of the unit (`enable`, `passwd`) are not.
 */
export function passwordHash(password: string, username = ''): string {
  const salted = password.length < 12 ? password + username.slice(0, 4) : password;
  const padded = Buffer.alloc(Math.max(16, Math.ceil(salted.length / 16) * 16));
  padded.write(salted, 'utf8');
  const digest = createHash('md5').update(padded).digest();
  let printed = '';
  for (let at = 0; at < 16; at += 4) {
    const bits = digest.readUIntLE(at, 3);
    for (let shift = 0; shift < 24; shift += 6) printed += alphabet[(bits >>> shift) & 63] ?? '';
  }
  return printed;
}
