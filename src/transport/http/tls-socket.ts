import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { connect } from 'node:tls';
import { BenchError } from '../../errors.ts';
import type { TlsTrust } from './access.ts';

/**
 * TLS over a connected socket, its certificate looked at before a byte of ours goes over it. Throws `BenchError` with
 * the fingerprint that was seen when it is not one that is trusted.
 */
export function overTls(name: string, socket: Socket, host: string, trust: TlsTrust): Promise<TLSSocket> {
  const secured = connect({
    socket,
    host,
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    // Judged below, before anything is sent: the certificate that was refused is part of the error.
    rejectUnauthorized: false,
    ...('ca' in trust ? { ca: trust.ca } : {}),
  });
  return new Promise((resolve, reject) => {
    secured.once('error', (cause: Error) =>
      reject(new BenchError(name, `could not agree on TLS: ${cause.message}`, { cause })),
    );
    secured.once('close', () => reject(new BenchError(name, 'could not agree on TLS: the far end hung up')));
    secured.once('secureConnect', () => {
      const why = refusalOf(secured, trust);
      if (why === undefined) return resolve(secured);
      secured.destroy();
      return reject(new BenchError(name, why));
    });
  });
}

/** Why the certificate is not taken. A pinned one is usually the device's own, and old: nobody vouches for it. */
function refusalOf(secured: TLSSocket, trust: TlsTrust): string | undefined {
  const seen = secured.getPeerCertificate().fingerprint256;
  if (!('fingerprint' in trust))
    return secured.authorized
      ? undefined
      : `the certificate is not trusted (${String(secured.authorizationError)}); if it is the right one, pin it: ${seen}`;
  if (seen === trust.fingerprint.toUpperCase()) return undefined;
  return (
    `the certificate is not the one that is pinned: expected ${trust.fingerprint}, the device shows ${seen}. If it ` +
    'was replaced or given a new one, check it there and pin the new fingerprint; otherwise another host answers at ' +
    'this address'
  );
}
