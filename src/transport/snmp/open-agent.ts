import { createCipheriv } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { MayAct } from '../may-act.ts';
import type { SnmpAgentAccess } from './access.ts';
import { secretsOf } from './access.ts';
import type { SnmpAgent } from './agent.ts';
import { guardedSocket } from './guarded-socket.ts';
import type { Session } from './net-snmp.ts';
import { netSnmp } from './net-snmp.ts';
import { SessionAgent } from './session-agent.ts';
import { SnmpFailure } from './failure.ts';
import { Turns } from './turns.ts';

/**
 * An agent to be asked. Nothing is sent yet, for UDP knows no connection: a host that is not there shows in the
 * first answer that does not come. Agents that are views of one device share their `turns`; `mayAct` is asked before
 * each SET leaves, also before it is sent again. Throws `BenchError` for
 * access that cannot work from here.
 */
export function openAgent(
  access: SnmpAgentAccess,
  clock: Clock,
  turns: Turns = new Turns(),
  mayAct?: MayAct,
): SnmpAgent {
  const name = `snmp ${access.host}:${access.port}`;
  const failure = new SnmpFailure(name, access.version, secretsOf(access));
  if (access.version === '3') refuseWhatCannotWork(name, access.priv.protocol);
  return new SessionAgent(name, sessionOf(access), failure, { clock, turns, mayAct });
}

function sessionOf(access: SnmpAgentAccess): Session {
  const { host, port } = access;
  const transport = isIPv6(host) ? ('udp6' as const) : ('udp4' as const);
  const isOfUser = access.version === '3';
  const dgramModule = { createSocket: (type: 'udp4' | 'udp6') => guardedSocket(type, isOfUser) };
  const options = { port, transport, idBitsSize: 32 as const, dgramModule };
  if (access.version !== '3') {
    const version = access.version === '1' ? netSnmp.Version1 : netSnmp.Version2c;
    return netSnmp.createSession(host, access.community, { ...options, version });
  }
  const user = {
    name: access.user,
    level: netSnmp.SecurityLevel.authPriv,
    authProtocol: netSnmp.AuthProtocols[access.auth.protocol],
    authKey: access.auth.password,
    privProtocol: netSnmp.PrivProtocols[access.priv.protocol],
    privKey: access.priv.password,
  };
  const { context } = access;
  return netSnmp.createV3Session(host, user, context === undefined ? options : { ...options, context });
}

/** OpenSSL 3 has put DES away; without this check, every request would fail with a riddle. */
function refuseWhatCannotWork(name: string, protocol: string): void {
  if (protocol !== 'des') return;
  try {
    createCipheriv('des-cbc', Buffer.alloc(8), Buffer.alloc(8));
  } catch (cause) {
    throw new BenchError(
      name,
      'SNMPv3 privacy with DES is not available in the OpenSSL of this Node. Configure AES on the device and ' +
        'write priv protocol aes, or start Node with --openssl-legacy-provider',
      { cause },
    );
  }
}
