import { expect } from 'chai';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { realClock } from '../../../clock.ts';
import { VirtualClock } from '../../../virtual-clock.ts';
import type { WebAnswer, WebRequest } from '../../face/index.ts';
import { loopbackWeb } from './loopback-web.ts';

const ask = (request: WebRequest, clock = realClock): Promise<WebAnswer> =>
  new Promise((resolve) => void loopbackWeb(clock)(request, resolve));

describe('the web of simulated units', () => {
  it('asks servers on this machine', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.statusCode = request.method === 'POST' ? 200 : 404;
      response.end('hello');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await ask({ method: 'POST', url: `http://127.0.0.1:${port}/x`, body: '<a/>' });
    expect(answer).to.have.property('status', 200);
    expect('content' in answer && Buffer.from(answer.content).toString()).to.equal('hello');
    expect(await ask({ method: 'GET', url: `http://127.0.0.1:${port}/` })).to.have.property('status', 404);
    await new Promise((resolve) => server.close(resolve));
    expect(await ask({ method: 'GET', url: `http://127.0.0.1:${port}/` })).to.have.property('failed');
  });

  it('reaches no other machine', async () => {
    const answer = await ask({ method: 'GET', url: 'http://192.0.2.7/cgi-bin/dda.pl' });
    expect('failed' in answer && answer.failed).to.match(/no route to 192\.0\.2\.7/);
  });

  it('gives up a server that does not answer', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const clock = new VirtualClock();
    const answer = ask({ method: 'GET', url: `http://127.0.0.1:${port}/` }, clock);
    await clock.advance(31_000);
    expect(await answer).to.deep.equal({ failed: 'timed out' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
