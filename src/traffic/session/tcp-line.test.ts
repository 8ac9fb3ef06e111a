import { expect } from 'chai';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { HeldSession } from './held-session.ts';
import type { SessionNews } from './held-session.ts';
import { serveEcho } from './serve-echo.ts';
import { tcpLine } from './tcp-line.ts';

const host = '127.0.0.1';
const here = { host, port: 0 };

/** A session over TCP, and a wait for its next news. */
function held(port: number) {
  const heard: SessionNews[] = [];
  let wake: () => void = () => undefined;
  const session = new HeldSession((ear) => tcpLine({ host, port }, here, ear), {
    clock: realClock,
    everyMs: 10,
    stallMs: 20_000,
    onNews: (news) => {
      heard.push(news);
      wake();
    },
  });
  const next = async (): Promise<SessionNews> => {
    if (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    const news = heard.shift();
    if (!news) throw new Error('woken without news');
    return news;
  };
  return { session, next };
}

describe('a session over TCP', () => {
  const servers: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  async function listening(onSocket: (socket: Socket) => void): Promise<number> {
    const server: Server = createServer(onSocket);
    server.listen(0, host);
    await once(server, 'listening');
    servers.push({ close: () => server.close() });
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('a TCP server has an address');
    return address.port;
  }

  it('is open against an echo of our own, and reset when that goes', async () => {
    const echo = await serveEcho(here);
    servers.push(echo);
    const { session, next } = held(echo.at.port);
    expect((await next()).state).to.equal('open');
    await session.prove();
    await session.prove();
    expect(session.counts.echoed).to.be.at.least(2);
    await echo.close();
    expect((await next()).state).to.equal('reset');
  });

  it('is closed when the far end closes it', async () => {
    const port = await listening((socket) => socket.once('data', (bytes) => socket.end(bytes)));
    const { next } = held(port);
    expect((await next()).state).to.equal('open');
    expect(await next()).to.include({ state: 'closed', why: 'the far end has closed it' });
  });

  it('is reset where nobody listens', async () => {
    const echo = await serveEcho(here);
    await echo.close();
    const { next } = held(echo.at.port);
    const { state, why } = await next();
    expect(state).to.equal('reset');
    expect(why).to.contain('ECONNREFUSED');
  });

  it('leaves nothing open when it is closed here', async () => {
    let leave: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (leave = resolve));
    const port = await listening((socket) => void socket.on('close', leave).pipe(socket));
    const { session, next } = held(port);
    await next();
    session.close();
    await gone;
  });

  it('an echo that cannot listen says where', async () => {
    const echo = await serveEcho(here);
    servers.push(echo);
    const refused: unknown = await serveEcho(echo.at).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(BenchError);
    expect(String(refused)).to.match(/could not listen at 127\.0\.0\.1 port \d+: .*EADDRINUSE/);
  });
});
