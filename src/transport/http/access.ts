/** How to reach a server over HTTP, secrets revealed. These options never go into a name or a message. */
export interface HttpAccess {
  readonly host: string;
  readonly port: number;
  /** Absent: in the clear. */
  readonly tls?: TlsTrust | undefined;
  readonly login?: HttpLogin | undefined;
}

/** Who is let in. */
export interface HttpLogin {
  readonly username: string;
  readonly password: string;
}

/**
 * Whose certificate is taken: exactly one, by the SHA-256 of it in hexadecimal pairs, as `openssl x509 -fingerprint
 * -sha256` prints it; or one that these authorities (PEM) vouch for; or one that the system trusts.
 */
export type TlsTrust = { readonly fingerprint: string } | { readonly ca: string } | { readonly system: true };

/** The way in which a login is given: as the password itself, or as a proof of knowing it (RFC 7616). */
export type HttpScheme = 'basic' | 'digest';
