import { readFileSync } from 'node:fs';
import type { PduAccess, TlsTrust } from '../../device/index.ts';
import { BenchError, messageOf } from '../../errors.ts';
import type { Secrets, TopologyPdu } from '../../topology/index.ts';
import { revealAccess } from './reveal.ts';

/** Access to a PDU as its driver takes it, secrets revealed. Throws `BenchError` for authorities that cannot be read. */
export function revealPdu({ snmp, http, powerman, web }: TopologyPdu, secrets: Secrets): PduAccess {
  return {
    snmp: snmp && revealAccess(snmp, secrets),
    http: http && {
      ...http,
      tls: http.tls && trusted(http.host, http.tls),
      login: http.login && { ...http.login, password: secrets.reveal(http.login.password) },
    },
    powerman,
    web: web && {
      ...web,
      login: web.login && {
        ...web.login,
        username: web.login.username ?? '',
        password: secrets.reveal(web.login.password),
      },
    },
  };
}

type WrittenTrust = NonNullable<NonNullable<TopologyPdu['http']>['tls']>;

function trusted(host: string, tls: WrittenTrust): TlsTrust {
  if (tls === true) return { system: true };
  if ('fingerprint' in tls) return tls;
  try {
    return { ca: readFileSync(tls.ca, 'utf8') };
  } catch (error) {
    throw new BenchError(host, `the certificates that are trusted cannot be read: ${messageOf(error)}`);
  }
}
