/** How the web server of a PDU asks who is there: Basic (RFC 7617) and Digest (RFC 7616). */
import { createHash, randomBytes } from 'node:crypto';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { Standing } from './http-message.ts';

/** Somebody that the PDU knows. */
interface Account {
  readonly user: string;
  readonly password: string;
  readonly standing: 'writer' | 'reader';
}

type Scheme = 'basic' | 'digest-md5' | 'digest-sha-256';

/** Who may ask a PDU: those whom its agent would let write, as `admin` where they have no name, and `public` to look. */
export class HttpLogin {
  readonly #accounts: readonly Account[];
  readonly #realm: string;
  readonly #nonce = randomBytes(16).toString('hex');

  constructor(access: SnmpAccess, secrets: Secrets, realm: string) {
    this.#realm = realm;
    const writer =
      access.version === '3'
        ? { user: access.user, password: secrets.reveal(access.auth.password) }
        : { user: 'admin', password: secrets.reveal(access.community) };
    this.#accounts = [
      { ...writer, standing: 'writer' },
      { user: 'public', password: 'public', standing: 'reader' },
    ];
  }

  standingOf(user: string, password: string): Standing {
    return (
      this.#accounts.find((one) => one.user === user && one.password === password)?.standing ?? 'stranger'
    );
  }

  /** Reads the `Authorization` of a request. */
  standing(authorization: string | undefined, method: string, target: string, scheme: Scheme): Standing {
    const [kind = '', rest = ''] = (authorization ?? '').split(/ (.*)/s);
    if (kind.toLowerCase() === 'basic') {
      const [user = '', password = ''] = Buffer.from(rest, 'base64').toString('utf8').split(/:(.*)/s);
      return this.standingOf(user, password);
    }
    if (kind.toLowerCase() !== 'digest' || scheme === 'basic') return 'stranger';
    const said = directivesOf(rest);
    if (said['nonce'] !== this.#nonce || said['uri'] !== target) return 'stranger';
    const account = this.#accounts.find(({ user }) => user === said['username']);
    return account && said['response'] === this.#expected(account, said, method, scheme)
      ? account.standing
      : 'stranger';
  }

  /** The `WWW-Authenticate` for a stranger. */
  challenge(scheme: Scheme): string {
    if (scheme === 'basic') return `Basic realm="${this.#realm}"`;
    const algorithm = scheme === 'digest-md5' ? 'MD5' : 'SHA-256';
    return `Digest realm="${this.#realm}", nonce="${this.#nonce}", qop="auth", algorithm=${algorithm}`;
  }

  #expected(account: Account, said: Directives, method: string, scheme: Scheme): string {
    const hash = (...parts: readonly string[]): string =>
      createHash(scheme === 'digest-md5' ? 'md5' : 'sha256')
        .update(parts.join(':'))
        .digest('hex');
    const who = hash(account.user, this.#realm, account.password);
    const what = hash(method, said['uri'] ?? '');
    return hash(who, this.#nonce, said['nc'] ?? '', said['cnonce'] ?? '', said['qop'] ?? '', what);
  }
}

type Directives = Readonly<Record<string, string>>;

function directivesOf(text: string): Directives {
  const found = text.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]*))/g);
  return Object.fromEntries([...found].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}
