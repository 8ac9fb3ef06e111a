import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { Endpoint, Endpoints } from '../../topology/index.ts';
import { fakeBench, fakeSecrets, shippedTopology, type WrittenTopology } from './fake-bench.test-support.ts';
import { openTcpFront, openUdpSocket, closeUdp } from './door/listening.ts';
import { run } from './peers.test-support.ts';
import { serveFronts } from './serve-fronts.ts';

const anyPort = { host: '127.0.0.1', port: 0 };
const serve = (change?: (written: WrittenTopology) => void): ReturnType<typeof serveFronts> =>
  serveFronts(fakeBench(shippedTopology(change)), fakeSecrets, realClock);

describe('fronts of a simulated bench', () => {
  it('listen on this machine only, each on a port of its own', async () => {
    const fronts = await serve();
    const { consoles, management, addresses, switches, pdus, flows } = fronts.endpoint;
    await fronts.close();
    expect(Object.keys(switches)).to.deep.equal(['sw1']);
    expect(Object.keys(pdus)).to.deep.equal(['pdu1']);
    expect(Object.keys(flows)).to.deep.equal(['inside-to-outside', 'outside-to-inside']);
    const others = Object.values(addresses!).flatMap(({ telnet, https }) => [telnet, https]);
    const tcp = [...Object.values(consoles), ...Object.values(management), ...others];
    const udp = [switches, pdus].flatMap((agents) => Object.values(agents));
    const hosts = Object.values(flows).flatMap(({ send, receive }) => [send, receive]);
    for (const carrier of [tcp, [...udp, ...hosts]]) {
      expect(new Set(carrier.map(({ host }) => host))).to.deep.equal(new Set(['127.0.0.1']));
      expect(new Set(carrier.map(({ port }) => port)).size).to.equal(carrier.length);
      expect(carrier.every(({ port }) => port > 0)).to.equal(true);
    }
    expect(management.primary.fingerprint).to.equal(management.secondary.fingerprint);
  });

  it('listen where the topology says', async () => {
    const free = await openTcpFront('test', anyPort, (socket) => socket.destroy());
    await free.close();
    const agent = await openUdpSocket('test', anyPort);
    await closeUdp(agent.socket);
    const fronts = await serve((written) => {
      written.units.secondary.console = [
        { serial: { device: '/dev/ttyUSB0' } },
        { tcp: { host: '127.0.0.1', port: free.endpoint.port } },
      ];
      Object.assign(written.pdus['pdu1']!.snmp, { host: 'localhost', port: agent.endpoint.port });
    });
    await fronts.close();
    expect(fronts.endpoint.consoles.secondary).to.deep.equal(free.endpoint);
    expect(fronts.endpoint.pdus['pdu1']).to.deep.equal({ host: 'localhost', port: agent.endpoint.port });
  });

  it('close what is open when one cannot listen', async () => {
    const fixed: Record<string, Endpoint> = {};
    for (const name of ['console', 'ssh']) {
      const front = await openTcpFront(name, anyPort, (socket) => socket.destroy());
      await front.close();
      fixed[name] = front.endpoint;
    }
    const taken = await openUdpSocket('test', anyPort);
    const change = (written: WrittenTopology): void => {
      written.units.primary.console = [{ telnet: fixed['console'] }];
      written.units.primary.management = { ssh: { ...fixed['ssh'] } };
      Object.assign(written.pdus['pdu1']!.snmp, { port: taken.endpoint.port });
    };
    const error: unknown = await serve(change).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(BenchError);
    expect(String(error)).to.include('PDU pdu1').and.to.include(`:${taken.endpoint.port} (EADDRINUSE)`);
    await closeUdp(taken.socket);
    const again: Endpoints = await serve(change).then(async (fronts) => {
      await fronts.close();
      return fronts.endpoint;
    });
    expect(again.consoles.primary).to.deep.equal(fixed['console']);
    expect(again.management.primary.port).to.equal(fixed['ssh']?.port);
  });

  it('say what is wrong with an address that is not of this machine', async () => {
    const error: unknown = await serve((written) => {
      written.units.primary.console = [{ telnet: { host: '192.0.2.77', port: 2001 } }];
    }).catch((reason: unknown) => reason);
    expect(String(error)).to.include('console of the primary unit').and.to.include('no address 192.0.2.77');
  });

  it('leave nothing open that would keep a process alive', async () => {
    const program = fileURLToPath(new URL('./open-and-close.test-support.ts', import.meta.url));
    const { code, stdout, stderr } = await run(process.execPath, ['--import', 'tsx', program]);
    expect({ code, stdout, stderr }).to.deep.equal({ code: 0, stdout: 'closed', stderr: '' });
  });
});
