import type { Cancel } from '../../clock.ts';
import type { Endpoint } from '../../topology/index.ts';
import { BenchError } from '../../errors.ts';
import type { SimulatedAddress } from '../bench.ts';
import type { Front } from './front.ts';
import { boundUdp, closeUdp, udpFamily } from './listening.ts';
import { ManagedTree } from './managed-tree.ts';
import { netSnmp, type SnmpAgent } from './net-snmp.ts';
import { answerTo } from './snmp-answer.ts';

/**
 * The SNMP agent at an address of the pair: that of whichever unit has the address. Read-only, versions 1 and 2c; who
 * is not a station of the unit's configuration, or does not know the community, is told nothing. Throws
 * `BenchError` if it cannot listen.
 */
export async function serveSnmpUnit(at: SimulatedAddress, wanted: Endpoint): Promise<Front> {
  const what = `SNMP agent at the ${at.role} address`;
  const agent = netSnmp.createAgent(
    {
      port: wanted.port === 0 ? '0' : wanted.port,
      address: wanted.host,
      transport: udpFamily(wanted.host),
      accessControlModelType: netSnmp.AccessControlModelType.Simple,
      disableAuthorization: true,
    },
    // A malformed request is told nothing.
    () => undefined,
  );
  const [socket] = Object.values(agent.listener.sockets);
  if (!socket) throw new BenchError(what, 'the SNMP library opened no socket');
  const silence = answer(agent, at);
  const endpoint = await boundUdp(what, wanted, socket);
  const close = async (): Promise<void> => {
    silence();
    await closeUdp(socket);
  };
  return { endpoint, close };
}

/** Who asks is looked at anew every time: the unit that has the address, and its configuration, are what counts. */
function answer(agent: SnmpAgent, at: SimulatedAddress): Cancel {
  let closed = false;
  const take: SnmpAgent['getRequest'] = (socket, request, from) => {
    const { version, community, pdu } = request;
    if (closed || version === netSnmp.Version3) return;
    const objects = at.unit()?.agent(at.address ?? '', community ?? '');
    if (!objects) return;
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
  return () => void (closed = true);
}
