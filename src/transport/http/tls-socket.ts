import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { connect } from 'node:tls';
import { BenchError } from '../../errors.ts';
import type { TlsTrust } from './access.ts';

/**
 * TLS over a connected socket, its certificate looked at before a byte of ours goes over it. Throws `BenchError` with
 * the fingerprint that was seen when it is not the one that is trusted.
 */
export function overTls(name: string, socket: Socket, host: string, trust: TlsTrust): Promise<TLSSocket> {
  const isPinned = 'fingerprint' in trust;
  const secured = connect({
    socket,
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    host,
    // A pinned certificate is usually the device's own, and old: it is compared below, before anything is sent.
    rejectUnauthorized: !isPinned,
    ...('ca' in trust ? { ca: trust.ca } : {}),
  });
  return new Promise((resolve, reject) => {
    secured.once('error', (cause: Error) => {
      const seen = secured.getPeerCertificate().fingerprint256;
      const advice = seen ? `. If it is the right one, pin it: ${seen}` : '';
      reject(new BenchError(name, `could not agree on TLS: ${cause.message}${advice}`, { cause }));
    });
    secured.once('secureConnect', () => {
      const seen = secured.getPeerCertificate().fingerprint256;
      if (!isPinned || seen === trust.fingerprint.toUpperCase()) return resolve(secured);
      secured.destroy();
      return reject(new BenchError(name, certificateChanged(trust.fingerprint, seen)));
    });
  });
}

function certificateChanged(expected: string, seen: string): string {
  return (
    `the certificate is not the one that is pinned: expected ${expected}, the device shows ${seen}. If it was ` +
    'replaced or given a new one, check it there and pin the new fingerprint; otherwise another host answers at ' +
    'this address'
  );
}
