import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { expect } from 'chai';
import { engineIdOf } from '../snmp/engine-id.ts';
import { closeUdp, openUdpSocket } from './door/listening.ts';
import { itWith, peers } from './peers.test-support.ts';
import { ServedPair, until } from './served-pair.test-support.ts';

const anyPort = { host: '127.0.0.1', port: 0 };
const station = '198.51.100.9';
const otherStation = '198.51.100.10';

describe('stations beside a pair', function () {
  this.timeout(60_000);
  let pair: ServedPair | undefined;
  afterEach(() => pair?.served.close());

  const start = (...lines: readonly string[]): Promise<ServedPair> =>
    ServedPair.start(['logging enable', 'logging trap alerts', ...lines], {
      stations: { [station]: '127.0.0.1', [otherStation]: '127.0.0.1' },
    });

  it('hear system messages by UDP from both units', async () => {
    const { socket, endpoint } = await openUdpSocket('test', anyPort);
    const heard: string[] = [];
    const senders = new Map<string, string>();
    socket.on('message', (text, { address }) => {
      heard.push(text.toString());
      senders.set(/\((Primary|Secondary)\)/.exec(text.toString())?.[1]?.toLowerCase() ?? '', address);
    });
    pair = await start(`logging host inside ${station} udp/${endpoint.port}`, 'logging standby');
    await pair.switchOver();
    await until('both have spoken', () => senders.size === 2);
    expect(Object.fromEntries(senders), 'each from its own address').to.deep.equal(
      pair.served.endpoints.sources?.units ?? { primary: '127.0.0.1', secondary: '127.0.0.1' },
    );
    expect(heard.join('\n')).to.match(/^<161>%ASA-1-104001: \(Secondary\) Switching to ACTIVE - \S/m);
    expect(heard.join('\n')).to.match(/^<161>%ASA-1-104002: \(Primary\) Switching to STNDBY - \S/m);
    await closeUdp(socket);
  });

  it('hear them by TCP, one a line, and from a new connection when the old one has ended', async () => {
    let heard = '';
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (text) => {
        heard += text.toString();
        socket.destroy();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    pair = await start(`logging host inside ${station} tcp/${port}`);
    for (const next of ['Secondary', 'Primary']) {
      heard = '';
      await pair.switchOver();
      // The other unit says the same when it boots, and may be heard late.
      await until('the new active unit has spoken', () =>
        heard.includes(`104001: (${next}) Switching to ACTIVE`),
      );
    }
    expect(heard).to.match(/^<161>%ASA-1-\d+: .*\n/);
    server.close();
  });

  it('are down for a unit that logs by TCP when nobody listens, and back when somebody does', async () => {
    const { socket, endpoint } = await openUdpSocket('test', anyPort);
    const heard: string[] = [];
    socket.on('message', (text) => heard.push(text.toString()));
    const listen = async (port: number): Promise<{ port: number; close: () => void }> => {
      const sockets: Socket[] = [];
      const server = createServer((one) => sockets.push(one.on('error', () => undefined).resume()));
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const close = (): void => {
        server.close();
        for (const one of sockets) one.destroy();
      };
      return { port: address !== null && typeof address === 'object' ? address.port : 0, close };
    };
    const first = await listen(0);
    pair = await start(
      'logging trap informational',
      `logging host inside ${station} udp/${endpoint.port}`,
      `logging host inside ${otherStation} tcp/${first.port}`,
    );
    const { bench } = pair.served;
    let arrived = 0;
    bench.flows[0]!.onArrived(() => (arrived += 1));
    first.close();
    const says =
      (id: string): (() => boolean) =>
      () =>
        heard.some((text) => text.includes(id));
    await until('the unit has noticed', says('414003: TCP Syslog Server inside:'));
    expect(heard.join('\n')).to.include('<163>%ASA-3-201008: Disallowing new connections.');
    for (let times = 0; times < 10; times++) bench.flows[0]!.send(Buffer.from('denied'));
    const second = await listen(first.port);
    await until('the unit has come back', says('414004: TCP Syslog Server inside:'));
    expect(arrived).to.equal(0);
    await until('datagrams pass again', () => {
      bench.flows[0]!.send(Buffer.from('permitted'));
      return arrived > 0;
    });
    second.close();
    await closeUdp(socket);
  });

  it('are not there for addresses that nobody stands for', async () => {
    const socket = createSocket('udp4');
    let heard = 0;
    socket.on('message', () => (heard += 1));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    pair = await start(`logging host inside 198.51.100.11 udp/${socket.address().port}`);
    await pair.switchOver();
    expect(heard).to.equal(0);
    await closeUdp(socket);
  });

  /** Runs snmptrapd with those lines, until the pair that it hears has switched over; what it printed. */
  async function heardBySnmptrapd(
    conf: readonly string[],
    pairWith: (port: number) => readonly string[],
  ): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'fover-traps-'));
    const taken = await openUdpSocket('test', anyPort);
    await closeUdp(taken.socket);
    const { port } = taken.endpoint;
    writeFileSync(join(folder, 'conf'), conf.map((line) => `${line}\n`).join(''));
    const receiver = spawn(
      'snmptrapd',
      ['-f', '-n', '-On', '-Lo', '-C', '-c', join(folder, 'conf'), `udp:127.0.0.1:${port}`],
      { env: { ...process.env, MIBS: '', SNMP_PERSISTENT_DIR: folder } },
    );
    let heard = '';
    receiver.stdout.on('data', (text: Buffer) => (heard += text.toString()));
    try {
      await until('snmptrapd listens', () => heard.includes('NET-SNMP'));
      pair = await start('logging history alerts', 'snmp-server enable traps syslog', ...pairWith(port));
      await pair.switchOver();
      await until('the new active unit has spoken', () => heard.includes('104001'));
    } finally {
      const gone = once(receiver, 'exit');
      receiver.kill();
      await gone;
      rmSync(folder, { recursive: true });
    }
    return heard;
  }

  itWith(peers.snmptrapd, 'take the notifications of both units with snmptrapd', async () => {
    const heard = await heardBySnmptrapd(['disableAuthorization yes'], (port) => [
      'snmp-server enable traps snmp linkup linkdown coldstart',
      `snmp-server host inside ${station} community lab version 2c udp-port ${port}`,
    ]);
    expect(heard).to.include('.1.3.6.1.6.3.1.1.4.1.0 = OID: .1.3.6.1.4.1.9.9.41.2.0.1');
    expect(heard).to.match(/\.41\.1\.2\.3\.1\.3\.\d+ = INTEGER: 2/);
    expect(heard).to.match(
      /\.41\.1\.2\.3\.1\.5\.\d+ = STRING: "%ASA-1-104001: \(Secondary\) Switching to ACTIVE/,
    );
    for (const number of [1, 3, 4]) expect(heard).to.include(`OID: .1.3.6.1.6.3.1.1.5.${number}`);
  });

  itWith(peers.snmptrapd, 'take them in private with SNMPv3', async () => {
    const keys = ['SHA', 'first-secret', 'AES', 'second-secret'];
    const heard = await heardBySnmptrapd(
      [`createUser -e 0x${engineIdOf('simulated')} lab ${keys.join(' ')}`, 'authUser log lab priv'],
      (port) => [
        'snmp-server group watchers v3 priv',
        'snmp-server user lab watchers v3 auth sha first-secret priv aes 128 second-secret',
        `snmp-server host inside ${station} trap version 3 lab udp-port ${port}`,
      ],
    );
    expect(heard).to.match(/\.41\.1\.2\.3\.1\.5\.\d+ = STRING: "%ASA-1-104001: \(Secondary\)/);
  });
});
