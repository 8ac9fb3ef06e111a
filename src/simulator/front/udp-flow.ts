import type { RemoteInfo } from 'node:dgram';
import type { Endpoint } from '../../topology/index.ts';
import type { SimulatedFlow } from '../face/index.ts';
import type { Front } from './door/front.ts';
import { closeUdp, openUdpSocket } from './door/listening.ts';

/** Where the two hosts of a flow are: what is sent to `send` goes out of the one, `receive` is the other's door. */
export interface ProbeEndpoints {
  readonly send: Endpoint;
  readonly receive: Endpoint;
}

/**
 * The two hosts at the ends of a flow. Datagrams to `send` enter the simulated network as they are. Whoever sent a
 * datagram to `receive` last is attached and is given every packet that arrives; the content of its datagrams does
 * not matter. Throws `BenchError` if it cannot listen.
 */
export async function serveUdpFlow(
  flow: SimulatedFlow,
  wanted: ProbeEndpoints,
): Promise<Front<ProbeEndpoints>> {
  const send = await openUdpSocket(`sending host of flow ${flow.name}`, wanted.send);
  const receive = await openUdpSocket(`receiving host of flow ${flow.name}`, wanted.receive).catch(
    async (error: unknown) => {
      await closeUdp(send.socket);
      throw error;
    },
  );
  let attached: RemoteInfo | undefined;
  send.socket.on('message', (packet) => flow.send(packet));
  receive.socket.on('message', (_hello, from) => (attached = from));
  const deaf = flow.onArrived((packet) => {
    // A peer that left makes the send fail; its packets are lost, which is what a measurement should see.
    if (attached) receive.socket.send(packet, attached.port, attached.address, () => undefined);
  });
  const close = async (): Promise<void> => {
    deaf();
    await Promise.all([closeUdp(send.socket), closeUdp(receive.socket)]);
  };
  return { endpoint: { send: send.endpoint, receive: receive.endpoint }, close };
}
