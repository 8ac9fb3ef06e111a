import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { realClock, within } from '../../clock.ts';
import { FakeFlow, type FakeSession } from './fake-bench.test-support.ts';
import type { Front } from './door/front.ts';
import { serveSessions } from './session-front.ts';

const soon = <Value>(value: Promise<Value>): Promise<Value> => within(realClock, 20_000, value);

describe('sessions of a flow', () => {
  let flow: FakeFlow;
  let front: Front;
  const clients: Socket[] = [];

  beforeEach(async () => {
    flow = new FakeFlow('inside-to-outside');
    front = await serveSessions(flow, 'tcp', { host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await front.close();
  });

  async function open(): Promise<{ readonly client: Socket; readonly session: FakeSession }> {
    const count = flow.sessions.length;
    const client = connect({ ...front.endpoint, allowHalfOpen: true });
    clients.push(client);
    client.on('error', () => undefined);
    await soon(once(client, 'connect'));
    // What is sent tells that the connection has been taken.
    client.write('x');
    for (;;) {
      const session = flow.sessions[count];
      if (session) {
        if (session.sent.length === 0) await told(session, 'send');
        return { client, session };
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const told = (session: FakeSession, order: string): Promise<void> =>
    soon(
      new Promise((resolve) => {
        session.ordered.add((one) => one === order && resolve());
      }),
    );

  it('carry bytes to the session and what comes back to the client', async () => {
    const { client, session } = await open();
    expect(session.protocol).to.equal('tcp');
    expect(Buffer.concat(session.sent).toString()).to.equal('x');
    const echo = soon(once(client, 'data'));
    session.arrived.tell(Buffer.from('x'));
    expect(String(await echo)).to.equal('x');
  });

  it('reset the client when the session is reset', async () => {
    const { client, session } = await open();
    const failed = soon(new Promise<NodeJS.ErrnoException>((resolve) => client.once('error', resolve)));
    client.resume();
    session.become('reset');
    expect((await failed).code).to.equal('ECONNRESET');
  });

  it('end with the session, and the session ends with them', async () => {
    const { client, session } = await open();
    client.resume();
    const closing = told(session, 'close');
    client.end();
    await closing;
    const [ended, aborted] = [soon(once(client, 'end')), told(session, 'abort')];
    session.become('closed');
    await ended;
    await aborted;
  });

  it('abort the session when the client resets', async () => {
    const { client, session } = await open();
    const aborted = told(session, 'abort');
    client.resetAndDestroy();
    await aborted;
    expect(session.told).to.deep.equal(['abort']);
  });

  it('keep a client waiting while nothing comes back, and read on when it does', async () => {
    const { client, session } = await open();
    const most = 64 * 1024;
    client.write(Buffer.alloc(4 * most));
    while (session.sentBytes < most) await told(session, 'send');
    const held = session.sentBytes;
    expect(held).to.be.below(4 * most);
    client.resume();
    const more = told(session, 'send');
    session.arrived.tell(Buffer.alloc(held));
    await more;
    expect(session.sentBytes).to.be.above(held);
  });

  it('are silent when the session has timed out', async () => {
    const { client, session } = await open();
    session.become('timed-out');
    client.write('still there?');
    await told(session, 'send');
    expect(client.readyState).to.equal('open');
  });

  it('are so many at most', async () => {
    for (let count = 0; count < 64; count += 1) await open();
    const one = connect(front.endpoint);
    clients.push(one);
    one.resume();
    const error = await soon(new Promise<NodeJS.ErrnoException>((resolve) => one.once('error', resolve)));
    expect(error.code).to.equal('ECONNRESET');
    expect(flow.sessions).to.have.length(64);
  });
});
