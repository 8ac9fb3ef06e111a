import { createCipheriv } from 'node:crypto';
import type { Cancel } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Secrets, SnmpAccess } from '../../topology/index.ts';
import type { Front } from './front.ts';
import { boundUdp, closeUdp, udpFamily, wantedEndpoint } from './listening.ts';
import type { ManagedObjects } from './managed-object.ts';
import { netSnmp, type RequestMessage, type ResponsePdu, type SnmpAgent } from './net-snmp.ts';
import { registerObjects } from './snmp-mib.ts';

/** Everyone may look with this community, as on a device out of its box. */
const readOnlyCommunity = 'public';

const { AccessControlModelType, AccessLevel, ErrorStatus, ObjectType, PduType, SecurityLevel, Version1 } =
  netSnmp;

/**
 * An SNMP agent that answers for `objects`; the credentials of the topology may write. `what` names the device in errors.
 * Throws `BenchError` if it cannot listen, or if this Node cannot do the encryption asked for.
 */
export async function serveSnmpAgent(
  what: string,
  access: SnmpAccess,
  secrets: Secrets,
  objects: ManagedObjects,
): Promise<Front> {
  refuseUnavailableCipher(what, access);
  const wanted = wantedEndpoint(access);
  const agent = netSnmp.createAgent(
    {
      port: wanted.port === 0 ? '0' : wanted.port,
      address: wanted.host,
      transport: udpFamily(wanted.host),
      accessControlModelType: AccessControlModelType.Simple,
    },
    // Requests that are malformed or carry wrong credentials end here; an agent says nothing to those who send them.
    () => undefined,
  );
  const [socket] = Object.values(agent.listener.sockets);
  if (!socket) throw new BenchError(what, 'the SNMP library opened no socket');
  try {
    admit(agent, access, secrets);
    registerObjects(agent, objects);
    const endpoint = await boundUdp(what, wanted, socket);
    const silence = correctAnswers(agent);
    const close = async (): Promise<void> => {
      silence();
      await closeUdp(socket);
    };
    return { endpoint, close };
  } catch (error) {
    await closeUdp(socket);
    throw error;
  }
}

function admit(agent: SnmpAgent, access: SnmpAccess, secrets: Secrets): void {
  const authorizer = agent.getAuthorizer();
  const model = authorizer.getAccessControlModel();
  if (access.version !== '3') {
    const community = secrets.reveal(access.community);
    for (const known of [readOnlyCommunity, community]) authorizer.addCommunity(known);
    model.setCommunityAccess(community, AccessLevel.ReadWrite);
    return;
  }
  authorizer.addUser({
    name: access.user,
    level: SecurityLevel.authPriv,
    authProtocol: netSnmp.AuthProtocols[access.auth.protocol],
    authKey: secrets.reveal(access.auth.password),
    privProtocol: netSnmp.PrivProtocols[access.priv.protocol],
    privKey: secrets.reveal(access.priv.password),
  });
  model.setUserAccess(access.user, AccessLevel.ReadWrite);
}

/** Passes every answer through `inWordsOf`; once cancelled, an answer still under way is dropped with the socket. */
function correctAnswers(agent: SnmpAgent): Cancel {
  let closed = false;
  const send = agent.sendResponse.bind(agent);
  agent.sendResponse = (via, to, request, response) => {
    if (!closed) send(via, to, request, inWordsOf(request, response));
  };
  return () => void (closed = true);
}

/** What the library leaves to be said properly: the exceptions of «get next», and the smaller vocabulary of SNMPv1. */
function inWordsOf(request: RequestMessage, response: ResponsePdu): ResponsePdu {
  const walking = request.pdu.type === PduType.GetNextRequest || request.pdu.type === PduType.GetBulkRequest;
  const missing: readonly number[] = [ObjectType.NoSuchObject, ObjectType.NoSuchInstance];
  if (walking)
    for (const varbind of response.varbinds)
      if (missing.includes(varbind.type)) varbind.type = ObjectType.EndOfMibView;
  if (request.version === Version1) return inVersion1(response);
  // `badValue` is a word of SNMPv1 only (RFC 3416 section 3); a value that can never be assigned is `wrongValue`.
  if (response.errorStatus === ErrorStatus.BadValue) response.errorStatus = ErrorStatus.WrongValue;
  return response;
}

/** SNMPv1 has no exceptions among the values: the whole request failed, at the first of them (RFC 3584 section 4.2). */
function inVersion1(response: ResponsePdu): ResponsePdu {
  const exceptions: readonly number[] = [
    ObjectType.NoSuchObject,
    ObjectType.NoSuchInstance,
    ObjectType.EndOfMibView,
  ];
  const first = response.varbinds.findIndex((varbind) => exceptions.includes(varbind.type));
  if (first < 0) return response;
  response.errorStatus = ErrorStatus.NoSuchName;
  response.errorIndex = first + 1;
  for (const varbind of response.varbinds) Object.assign(varbind, { type: ObjectType.Null, value: null });
  return response;
}

/** OpenSSL 3 has retired DES; the library would answer such requests with silence, which nobody could explain. */
function refuseUnavailableCipher(what: string, access: SnmpAccess): void {
  if (access.version !== '3' || access.priv.protocol !== 'des') return;
  try {
    createCipheriv('des-cbc', Buffer.alloc(8), Buffer.alloc(8));
  } catch (cause) {
    throw new BenchError(
      what,
      'cannot encrypt SNMPv3 with DES: this Node has no DES; write aes in the topology, or start node with --openssl-legacy-provider',
      { cause },
    );
  }
}
