import type { Cancel } from '../../../clock.ts';
import type { Endpoint } from '../../../topology/index.ts';
import { BenchError } from '../../../errors.ts';
import type { SimulatedAddress, SimulatedAgent } from '../../face/index.ts';
import { agentUser } from './agent-user.ts';
import type { Front } from '../door/front.ts';
import { boundUdp, closeUdp, udpFamily } from '../door/listening.ts';
import { ManagedTree } from './managed-tree.ts';
import { netSnmp, type SnmpAgent } from './net-snmp.ts';
import { answerTo } from './snmp-answer.ts';

/**
 * The SNMP agent at an address of the pair: that of whichever unit has the address, under the one engine ID that they
 * share. Read-only, versions 1, 2c and 3; where no station of the unit's configuration may ask, and to who knows no
 * community of one, nothing is said. Throws `BenchError` if it cannot listen.
 */
export async function serveSnmpUnit(
  at: SimulatedAddress,
  wanted: Endpoint,
  engineId: string,
): Promise<Front> {
  const what = `SNMP agent at the ${at.role} address`;
  const agent = netSnmp.createAgent(
    {
      port: wanted.port === 0 ? '0' : wanted.port,
      address: wanted.host,
      transport: udpFamily(wanted.host),
      accessControlModelType: netSnmp.AccessControlModelType.Simple,
      engineID: engineId,
    },
    // A malformed request, and one with a wrong proof, is told nothing.
    () => undefined,
  );
  const [socket] = Object.values(agent.listener.sockets);
  if (!socket) throw new BenchError(what, 'the SNMP library opened no socket');
  const behind = (): SimulatedAgent | undefined => at.unit()?.agent(at.address ?? '');
  admit(agent, behind);
  const silence = answer(agent, behind);
  const endpoint = await boundUdp(what, wanted, socket);
  const close = async (): Promise<void> => {
    silence();
    await closeUdp(socket);
  };
  return { endpoint, close };
}

/** Who asks is looked at anew at every message: the unit that has the address, and its configuration, are what counts. */
function admit(agent: SnmpAgent, behind: () => SimulatedAgent | undefined): void {
  Object.defineProperties(agent.getAuthorizer(), {
    communities: { get: () => behind()?.communities ?? [] },
    users: { get: () => behind()?.users.map(agentUser) ?? [] },
  });
}

function answer(agent: SnmpAgent, behind: () => SimulatedAgent | undefined): Cancel {
  let closed = false;
  const { listener } = agent;
  const send = listener.send.bind(listener);
  // The library itself tells strangers its engine ID, and reports users that it does not know.
  listener.send = (...message) => {
    if (!closed && behind()) send(...message);
  };
  const take: SnmpAgent['getRequest'] = (socket, request, from) => {
    const objects = behind()?.objects();
    if (closed || !objects) return;
    const { version, pdu } = request;
    const asking = { mayWrite: false, version1: version === netSnmp.Version1 };
    const found = answerTo(pdu, new ManagedTree(objects), asking);
    if (!found) return;
    const response = pdu.getResponsePduForRequest();
    response.errorStatus = found.status;
    response.errorIndex = found.index;
    response.varbinds = found.varbinds;
    agent.sendResponse(socket, from, request, response);
  };
  agent.getRequest = agent.getNextRequest = agent.getBulkRequest = agent.setRequest = take;
  // There are no contexts: to one that is asked for, nothing answers.
  agent.onProxyRequest = () => undefined;
  return () => void (closed = true);
}
