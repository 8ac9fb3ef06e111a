import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import { netSnmp, type SnmpUser } from './net-snmp.ts';

/** A user of SNMPv3 that proves who it is and speaks in private, with the secrets that the topology names. */
export function snmpUser(access: Extract<SnmpAccess, { version: '3' }>, secrets: Secrets): SnmpUser {
  return {
    name: access.user,
    level: netSnmp.SecurityLevel.authPriv,
    authProtocol: netSnmp.AuthProtocols[access.auth.protocol],
    authKey: secrets.reveal(access.auth.password),
    privProtocol: netSnmp.PrivProtocols[access.priv.protocol],
    privKey: secrets.reveal(access.priv.password),
  };
}
