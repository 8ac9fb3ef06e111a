import { createHash, X509Certificate } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { connectSocket } from '../socket.ts';
import { overTls } from './tls-socket.ts';

const boundMs = 5000;

/**
 * The public key of the certificate that is pinned, as a browser takes it: base64 of the SHA-256 of its
 * SubjectPublicKeyInfo. Throws `BenchError` when the server shows another certificate.
 */
export async function pinnedKey(
  { host, port, fingerprint }: { readonly host: string; readonly port: number; readonly fingerprint: string },
  clock: Clock,
): Promise<string> {
  const name = `https ${host}:${port}`;
  const socket = await connectSocket(name, { host, port, withinMs: boundMs }, clock);
  try {
    const secured = await within(clock, boundMs, overTls(name, socket, host, { fingerprint }));
    const key = new X509Certificate(secured.getPeerCertificate().raw).publicKey;
    return createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('base64');
  } catch (error) {
    if (!(error instanceof DeadlinePassed)) throw error;
    throw new BenchError(name, `could not agree on TLS: ${error.message}`);
  } finally {
    socket.destroy();
  }
}
