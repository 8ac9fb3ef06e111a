import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import ssh2 from 'ssh2';

/** A host key of this run, how clients name it, and since when there has been one. */
export interface SshHostKey {
  readonly pem: string;
  /** As `ssh-keygen -l` prints it: `SHA256:…`. */
  readonly fingerprint: string;
  readonly made: Date;
}

/** A new RSA host key: the one kind that an ASA of any age has, so the fingerprint is the same for every client. */
export async function createSshHostKey(made: Date): Promise<SshHostKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const key = ssh2.utils.parseKey(privateKey);
  if (key instanceof Error)
    throw new Error('the SSH library cannot read the host key just made for it', { cause: key });
  const digest = createHash('sha256').update(key.getPublicSSH()).digest('base64');
  return { pem: privateKey, fingerprint: `SHA256:${digest.replace(/=+$/, '')}`, made };
}
