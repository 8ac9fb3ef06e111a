import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect } from 'chai';
import { realClock, within } from '../../clock.ts';
import { FakeFlow } from './fake-bench.test-support.ts';
import type { Front } from './door/front.ts';
import { serveUdpFlow, type ProbeEndpoints } from './udp-flow.ts';

const anyPort = { host: '127.0.0.1', port: 0 };

describe('UDP flow', () => {
  const open: Socket[] = [];
  let flow: FakeFlow;
  let front: Front<ProbeEndpoints>;

  beforeEach(async () => {
    flow = new FakeFlow('inside-to-outside');
    front = await serveUdpFlow(flow, { send: anyPort, receive: anyPort });
  });
  afterEach(async () => {
    await front.close();
    for (const socket of open.splice(0)) socket.close();
  });

  async function host(): Promise<Socket> {
    const socket = createSocket('udp4');
    open.push(socket);
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket;
  }
  const attach = async (socket: Socket): Promise<void> => {
    const probe = (): void => socket.send('hello', front.endpoint.receive.port, '127.0.0.1');
    probe();
    // The attachment is not acknowledged: packets are sent through until one comes back.
    for (let attempt = 0; ; attempt++) {
      const came = once(socket, 'message').then(() => true);
      flow.arrived.tell(Buffer.from('knock'));
      if (await within(realClock, 50, came).catch(() => false)) return;
      if (attempt > 200) throw new Error('never attached');
    }
  };

  it('carries a packet through the simulated network to whoever said hello last', async () => {
    const [first, second, sender] = [await host(), await host(), await host()];
    await attach(first);
    await attach(second);
    const heard: string[] = [];
    first.on('message', (packet) => heard.push(`first ${packet.toString()}`));
    const arrival = within(realClock, 20_000, once(second, 'message'));
    sender.send('probe 1', front.endpoint.send.port, '127.0.0.1');
    const [packet] = await arrival;
    expect(String(packet)).to.equal('probe 1');
    expect(flow.sent.map((sent) => Buffer.from(sent).toString())).to.deep.equal(['probe 1']);
    expect(heard).to.deep.equal([]);
  });

  it('loses what arrives while nobody is attached', async () => {
    flow.arrived.tell(Buffer.from('lost'));
    const receiver = await host();
    const heard: string[] = [];
    receiver.on('message', (packet) => heard.push(packet.toString()));
    await attach(receiver);
    expect(heard).to.not.include('lost');
    expect(heard).to.include('knock');
  });

  it('lets go of the flow when it is closed', async () => {
    await front.close();
    await front.close();
    expect(flow.arrived.count).to.equal(0);
    flow.arrived.tell(Buffer.from('after'));
  });

  it('frees the first port if the second is taken', async () => {
    const taken = await host();
    const { port } = taken.address();
    const wanted = { send: { ...anyPort, port: front.endpoint.send.port }, receive: { ...anyPort, port } };
    await front.close();
    const error = await serveUdpFlow(flow, wanted).catch((reason: unknown) => reason);
    expect(String(error)).to.include('receiving host of flow inside-to-outside').and.to.include('EADDRINUSE');
    const again = await serveUdpFlow(flow, { send: wanted.send, receive: anyPort });
    expect(again.endpoint.send.port).to.equal(wanted.send.port);
    await again.close();
  });
});
