import { createCipheriv } from 'node:crypto';
import type { Cancel } from '../../../clock.ts';
import { BenchError } from '../../../errors.ts';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { Front } from '../door/front.ts';
import { boundUdp, closeUdp, udpFamily, wantedEndpoint } from '../door/listening.ts';
import type { ManagedObjects } from '../../snmp/managed-object.ts';
import { ManagedTree } from './managed-tree.ts';
import { netSnmp, type RequestMessage, type SnmpAgent } from './net-snmp.ts';
import { answerTo } from './snmp-answer.ts';
import { snmpUser } from './snmp-user.ts';

/** Everyone may look with this community, as on a device out of its box. */
const readOnlyCommunity = 'public';

const { AccessControlModelType, AccessLevel, ErrorStatus, PduType, Version1 } = netSnmp;

/** How an agent takes its requests and gives its answers, where it does not do so at once and always. */
export interface AgentManner {
  /** Calls `take` when it is the turn of a request, or never. */
  hear(take: () => void): void;
  /** Whether anybody at all may write now. */
  mayWrite(): boolean;
  /** Whether the answer to a write that was obeyed is sent. */
  readonly answersCommands: boolean;
}

const prompt: AgentManner = { hear: (take) => take(), mayWrite: () => true, answersCommands: true };

/**
 * An SNMP agent that answers for `objects`; the credentials of the topology may write. `what` names the device in errors.
 * Throws `BenchError` if it cannot listen, or if this Node cannot do the encryption asked for.
 */
export async function serveSnmpAgent(
  what: string,
  access: SnmpAccess,
  secrets: Secrets,
  objects: ManagedObjects,
  manner: AgentManner = prompt,
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
    admit(agent, access, secrets, objects.views?.keys() ?? []);
    const silence = answerFrom(agent, objects, manner);
    const endpoint = await boundUdp(what, wanted, socket);
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

function admit(agent: SnmpAgent, access: SnmpAccess, secrets: Secrets, views: Iterable<string>): void {
  const authorizer = agent.getAuthorizer();
  const model = authorizer.getAccessControlModel();
  if (access.version === '3') {
    authorizer.addUser(snmpUser(access, secrets));
    model.setUserAccess(access.user, AccessLevel.ReadWrite);
    return;
  }
  const community = secrets.reveal(access.community);
  for (const suffix of ['', ...[...views].map((view) => `@${view}`)]) {
    for (const known of [readOnlyCommunity, community]) authorizer.addCommunity(`${known}${suffix}`);
    model.setCommunityAccess(`${community}${suffix}`, AccessLevel.ReadWrite);
  }
}

/** Answers every request from the tree; once cancelled, a request that was still read is dropped with the socket. */
function answerFrom(agent: SnmpAgent, objects: ManagedObjects, manner: AgentManner): Cancel {
  let closed = false;
  const views = new Map([['', new ManagedTree(objects)]]);
  for (const [name, of] of objects.views ?? []) views.set(name, new ManagedTree(of));
  const access = agent.getAuthorizer().getAccessControlModel();
  const reply: SnmpAgent['getRequest'] = (socket, request, from) => {
    // A community may have an @ of its own; a context that is not known is nobody's.
    const tree = views.get(viewOf(request)) ?? (request.community === undefined ? undefined : views.get(''));
    if (closed || !tree) return;
    const { version, user, community, pdu } = request;
    const isWriter = access.isAccessAllowed(version, user?.name ?? community ?? '', PduType.SetRequest);
    const asking = { mayWrite: isWriter && manner.mayWrite(), version1: version === Version1 };
    const answer = answerTo(pdu, tree, asking);
    const isObeyed = pdu.type === PduType.SetRequest && answer?.status === ErrorStatus.NoError;
    if (!answer || (isObeyed && !manner.answersCommands)) return;
    const response = pdu.getResponsePduForRequest();
    response.errorStatus = answer.status;
    response.errorIndex = answer.index;
    response.varbinds = answer.varbinds;
    agent.sendResponse(socket, from, request, response);
  };
  const take: SnmpAgent['getRequest'] = (...request) => manner.hear(() => reply(...request));
  agent.getRequest = agent.getNextRequest = agent.getBulkRequest = agent.setRequest = take;
  agent.onProxyRequest = take;
  return () => void (closed = true);
}

/** Which view is asked for: a Catalyst calls it `vlan-10` as a context, and `name@10` as a community. */
function viewOf({ community, pdu }: RequestMessage): string {
  if (community !== undefined) return /@(\w+)$/.exec(community)?.[1] ?? '';
  return pdu.contextName?.replace(/^vlan-/, '') ?? '';
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
