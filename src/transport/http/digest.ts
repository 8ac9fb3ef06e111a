/** HTTP authentication: Digest with MD5 or SHA-256 (RFC 7616), and Basic (RFC 7617). */
import { createHash, randomBytes } from 'node:crypto';
import type { HttpLogin, HttpScheme } from './access.ts';

/** What a server asks for before it answers. */
export interface Challenge {
  readonly scheme: HttpScheme;
  readonly fields: Readonly<Record<string, string>>;
}

const algorithms: Readonly<Record<string, 'md5' | 'sha256'>> = {
  MD5: 'md5',
  'MD5-SESS': 'md5',
  'SHA-256': 'sha256',
  'SHA-256-SESS': 'sha256',
};

const challenges =
  /(?:^|,\s*)(Digest|Basic)\s+((?:[\w-]+=(?:"(?:[^"\\]|\\.)*"|[^\s,"]*)(?:\s*,\s*(?=[\w-]+=))?)*)/gi;
const field = /([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))/g;

/** The best challenge of those offered that may be answered: the strongest digest first. */
export function bestChallenge(
  headers: readonly string[],
  schemes: readonly HttpScheme[],
): Challenge | undefined {
  const offered = headers.flatMap((header) => [...header.matchAll(challenges)]).map(toChallenge);
  return offered
    .filter(({ scheme }) => schemes.includes(scheme))
    .filter((one) => one.scheme === 'basic' || digestOf(one) !== undefined)
    .toSorted((a, b) => rank(b) - rank(a))[0];
}

/** The value of the header `Authorization`; `count` is how often this challenge has been answered, from 1. */
export function authorization(
  challenge: Challenge,
  { username, password }: HttpLogin,
  { method, uri }: { readonly method: string; readonly uri: string },
  count: number,
  cnonce = randomBytes(12).toString('hex'),
): string {
  if (challenge.scheme === 'basic')
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const { realm = '', nonce = '', opaque, algorithm, qop } = challenge.fields;
  const hashed = digestOf(challenge) ?? 'md5';
  const hash = (text: string): string => createHash(hashed).update(text).digest('hex');
  const isSession = algorithm?.toUpperCase().endsWith('-SESS') === true;
  const secret = hash(`${username}:${realm}:${password}`);
  const a1 = isSession ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
  const a2 = hash(`${method}:${uri}`);
  const nc = count.toString(16).padStart(8, '0');
  const hasQop = qop !== undefined;
  const response = hash(hasQop ? `${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}` : `${a1}:${nonce}:${a2}`);
  const quoted = { username, realm, nonce, uri, response, ...(opaque === undefined ? {} : { opaque }) };
  return `Digest ${[
    ...Object.entries(quoted).map(([key, value]) => `${key}="${value.replaceAll(/["\\]/g, '\\$&')}"`),
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    ...(hasQop ? [`qop=auth`, `nc=${nc}`] : []),
    ...(hasQop || isSession ? [`cnonce="${cnonce}"`] : []),
  ].join(', ')}`;
}

function toChallenge([, scheme = '', rest = '']: RegExpMatchArray): Challenge {
  const fields = [...rest.matchAll(field)].map(([, key = '', quoted, bare = '']) => [
    key.toLowerCase(),
    quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, '$1'),
  ]);
  return {
    scheme: scheme.toLowerCase() === 'digest' ? 'digest' : 'basic',
    fields: Object.fromEntries(fields),
  };
}

/** The hash that a challenge wants; undefined for one that we do not have, or a way of proof that is not `auth`. */
function digestOf({ fields }: Challenge): 'md5' | 'sha256' | undefined {
  const proofs = fields['qop']?.split(',').map((proof) => proof.trim());
  return proofs && !proofs.includes('auth')
    ? undefined
    : algorithms[(fields['algorithm'] ?? 'MD5').toUpperCase()];
}

function rank(challenge: Challenge): number {
  if (challenge.scheme === 'basic') return 0;
  return digestOf(challenge) === 'sha256' ? 2 : 1;
}
