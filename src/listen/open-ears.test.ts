import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { expect } from 'chai';
import { realClock, within } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { isMissing } from '../transport/peer.test-support.ts';
import { connectionsKept } from './open-tcp-ear.ts';
import { openHeard } from './open-heard.test-support.ts';
import type { OpenHeard } from './open-heard.test-support.ts';

const host = '127.0.0.1';
const switching = '%ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.';

async function sendUdp(port: number, ...datagrams: readonly Uint8Array[]): Promise<void> {
  const socket = createSocket('udp4');
  for (const datagram of datagrams)
    await new Promise<void>((resolve, reject) =>
      socket.send(datagram, port, host, (error) => (error ? reject(error) : resolve())),
    );
  await new Promise<void>((resolve) => void socket.close(() => resolve()));
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, host);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('ears on sockets', () => {
  let open: OpenHeard;

  beforeEach(async () => {
    open = await openHeard();
  });

  afterEach(() => open.ears.close());

  it('ask a connection that says nothing whether its unit is there: one without power would stay for ever', async function () {
    if (!existsSync('/proc/net/tcp')) isMissing(this, 'only Linux tells of its timers');
    const socket = await connected(open.port('syslogTcp'));
    socket.write(`<161>${switching}\n`);
    await open.untilHeard(1);
    const ours = `:${open.port('syslogTcp').toString(16).padStart(4, '0').toUpperCase()}`;
    const established = readFileSync('/proc/net/tcp', 'latin1')
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
      .filter(([, local = '', , state]) => local.endsWith(ours) && state === '01');
    socket.destroy();
    // The sixth field names the timer that runs: 02 is that of keepalive (proc_net_tcp.txt of Linux).
    expect(established.map((row) => row[5]?.slice(0, 2))).to.deep.equal(['02']);
  });

  it('hear syslog over UDP, one message a datagram, stamped when it came', async () => {
    const beforeMs = realClock.nowMs();
    await sendUdp(
      open.port('syslogUdp'),
      Buffer.from(`<161>${switching}\n`),
      Buffer.from([0x3c, 0xff, 0x00]),
    );
    const [first, second] = await open.untilHeard(2);
    expect(first).to.deep.include({
      witness: 'syslog secondary',
      unit: 'secondary',
      raw: `<161>${switching}`,
    });
    expect(first?.saw).to.deep.include({ over: 'udp', from: host, id: '104001' });
    expect(first?.atMs).to.be.within(beforeMs, realClock.nowMs());
    expect(second?.raw).to.equal('<\u00ff');
    expect(open.ears.since(beforeMs).map(({ text }) => text)).to.deep.equal([
      `secondary ${switching}`,
      `${host} <\u00ff`,
    ]);
  });

  it('hear syslog over TCP in either framing, in pieces, and to the end of the stream', async () => {
    const message = `<161>${switching}`;
    const socket = await connected(open.port('syslogTcp'));
    socket.write(`${message}\n${message.length} ${message}<16`);
    await open.untilHeard(2);
    socket.end('4>%ASA-4-411002: Line protocol');
    const heard = await open.untilHeard(3);
    expect(heard.map(({ raw }) => raw)).to.deep.equal([
      message,
      message,
      '<164>%ASA-4-411002: Line protocol',
    ]);
    expect(heard[0]?.saw).to.deep.include({ over: 'tcp', from: host });
  });

  it('refuse connections beyond their bound, and say so', async () => {
    const sockets = [];
    for (let at = 0; at < connectionsKept; at += 1) sockets.push(await connected(open.port('syslogTcp')));
    const refused = connect(open.port('syslogTcp'), host);
    refused.on('error', () => undefined);
    await once(refused, 'close');
    expect(open.unheard.map(({ why }) => why)).to.deep.equal([
      'a connection was refused: 16 are open already',
    ]);
    sockets[0]?.write(`<161>${switching}\n`);
    await open.untilHeard(1);
    for (const socket of sockets) socket.destroy();
  });

  it('close while somebody is connected, and free their ports', async () => {
    const socket = await connected(open.port('syslogTcp'));
    const closed = once(socket, 'close');
    await open.ears.close();
    await within(realClock, 5000, closed);
    const again = await openHeard({
      syslogUdp: { host, port: open.port('syslogUdp') },
      syslogTcp: { host, port: open.port('syslogTcp') },
    });
    await again.ears.close();
    open = await openHeard();
  });

  it('do not open where somebody listens already, and name the place', async () => {
    for (const [wish, place] of [
      [{ syslogUdp: { host, port: open.port('syslogUdp') } }, 'syslog at udp'],
      [{ syslogTcp: { host, port: open.port('syslogTcp') } }, 'syslog at tcp'],
      [{ traps: { host, port: open.port('traps'), communities: [], users: [] } }, 'traps at'],
    ] as const) {
      const [settled] = await Promise.allSettled([openHeard(wish)]);
      expect(settled.status === 'rejected' && settled.reason).to.be.instanceOf(BenchError);
      expect(settled.status === 'rejected' && String(settled.reason))
        .to.contain(place)
        .and.to.contain('EADDRINUSE');
    }
  });

  it('say how much the kernel dropped while nobody listened to it', async function () {
    if (!existsSync('/proc/net/udp')) isMissing(this, 'only Linux says what it dropped');
    const socket = createSocket('udp4');
    socket.bind(0, host);
    await once(socket, 'listening');
    // All in one turn of the loop: what does not fit into the buffer is lost.
    const datagram = Buffer.alloc(1000, 'x');
    for (let at = 0; at < 20_000; at += 1)
      socket.send(datagram, open.port('syslogUdp'), host, () => undefined);
    await open.until(() => open.unheard.some(({ why }) => why.startsWith('the kernel dropped')));
    await new Promise<void>((resolve) => void socket.close(() => resolve()));
    expect(open.ears.counts.lost).to.be.greaterThan(0);
  });

  it('are not hurt by datagrams that are no notification', async () => {
    const hostile = ['', '0', '30', '3082ffff', '300a0201000406707562', 'a7'.repeat(200)].map((hex) =>
      Buffer.from(hex, 'hex'),
    );
    await sendUdp(open.port('traps'), ...hostile);
    await open.until(() => open.ears.counts.refused === hostile.length);
    expect(open.ears.counts.traps).to.equal(0);
  });
});
