/** How to reach an SNMP agent, secrets revealed. These options never go into a name or a message. */
export type SnmpAgentAccess = SnmpCommunityAccess | SnmpUserAccess;

/** Access by community: SNMP versions 1 and 2c. */
interface SnmpCommunityAccess {
  readonly host: string;
  readonly port: number;
  readonly version: '1' | '2c';
  readonly community: string;
}

/** Access by user, authenticated and encrypted: SNMP version 3. */
export interface SnmpUserAccess {
  readonly host: string;
  readonly port: number;
  readonly version: '3';
  readonly user: string;
  readonly auth: { readonly protocol: SnmpAuthProtocol; readonly password: string };
  readonly priv: { readonly protocol: SnmpPrivProtocol; readonly password: string };
  /** Another view of the same agent, such as one VLAN of a switch. */
  readonly context?: string;
}

type SnmpAuthProtocol = 'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** `aes256b` is the key extension of Blumenthal, `aes256r` that of Reeder, which Cisco uses. */
type SnmpPrivProtocol = 'des' | 'aes' | 'aes256b' | 'aes256r';

/** Every secret of an access, for keeping them out of what others say. */
export function secretsOf(access: SnmpAgentAccess): readonly string[] {
  return access.version === '3' ? [access.auth.password, access.priv.password] : [access.community];
}
