import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { needsProgram } from '../peer.test-support.ts';
import type { HttpAccess, LoginBy } from './index.ts';
import { HttpClient, pinnedKey } from './index.ts';

const host = '127.0.0.1';
const login = { username: 'lab', password: 'v3ry+quiet' };
const get = (path: string) => ({ method: 'GET', path }) as const;

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('HTTP client', () => {
  const opened: Server[] = [];
  const portOf = async (server: Server): Promise<number> => {
    opened.push(server);
    server.listen(0, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const serve = (answer: RequestListener): Promise<number> => portOf(createServer(answer));
  afterEach(async () => {
    for (const server of opened.splice(0)) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  });
  const client = (port: number, more: Partial<HttpAccess> = {}, loginBy: LoginBy = ['digest']): HttpClient =>
    new HttpClient({ host, port, ...more }, loginBy, realClock);

  it('asks one thing at a time, and hands on what was answered, whatever its status', async () => {
    let open = 0;
    let most = 0;
    const asked: string[] = [];
    const port = await serve((request: IncomingMessage, response) => {
      most = Math.max(most, (open += 1));
      asked.push(`${request.method} ${request.url}`);
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        open -= 1;
        response.writeHead(request.url === '/no' ? 404 : 200).end(`${request.method} ${body}`);
      });
    });
    const one = client(port);
    const answers = await Promise.all([
      one.ask(get('/a?b=c')),
      one.ask({ method: 'PUT', path: '/d', body: 'value=true' }),
      one.ask(get('/no')),
    ]);
    expect(answers.map(({ status, text }) => [status, text])).to.deep.equal([
      [200, 'GET '],
      [200, 'PUT value=true'],
      [404, 'GET '],
    ]);
    expect(asked).to.deep.equal(['GET /a?b=c', 'PUT /d', 'GET /no']);
    expect(most).to.equal(1);
    expect(answers[0]!.askedMs).to.be.at.most(answers[0]!.answeredMs);
    await one.close();
    expect(await refusal(one.ask(get('/a')))).to.contain('we have closed');
  });

  it('gives up a server that takes the connection and says nothing, and asks the next thing all the same', async () => {
    const clock = new VirtualClock();
    let hears: () => void = () => undefined;
    const port = await serve((request, response) => {
      if (request.url === '/hang') hears();
      else response.end('well');
    });
    const one = new HttpClient({ host, port }, ['digest'], clock);
    const heard = new Promise<void>((resolve) => (hears = resolve));
    const said = refusal(one.ask(get('/hang')));
    await heard;
    await clock.advance(5000);
    expect(await said).to.match(/could not GET \/hang: nothing came within 5000 ms: it took the connection/);
    expect((await one.ask(get('/well'))).text).to.equal('well');
  });

  it('takes no answer without end', async () => {
    const port = await serve((_request, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    });
    expect(await refusal(client(port).ask(get('/')))).to.contain('an answer of more than 262144 bytes');
  });

  it('says that nothing listens, and that a login is wanted', async () => {
    const port = await serve((_request, response) => response.writeHead(401).end());
    expect(await refusal(client(port).ask(get('/')))).to.contain('write login in the topology');
    await once(opened.splice(0)[0]!.close(), 'close');
    expect(await refusal(client(port).ask(get('/')))).to.match(/could not connect: .*ECONNREFUSED/);
  });

  it('never gives a password in the clear where a digest is wanted', async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    });
    expect(await refusal(client(port, { login }).ask(get('/')))).to.contain(
      'it wants a login by Basic, and this family is let in by digest only',
    );
    expect(seen).to.deep.equal([undefined]);
  });

  it('asks again with another challenge when that of before is stale, and not when the login is refused', async () => {
    let round = 0;
    const counts: string[] = [];
    const port = await serve((request, response) => {
      round += 1;
      const given = request.headers.authorization ?? '';
      counts.push(/nonce="(\w+)".*nc=(\d+)/.exec(given)?.slice(1).join(' ') ?? 'none');
      const isStale = round === 4;
      if (given && !isStale) return void response.end('in');
      const header = `Digest realm="x", qop="auth", nonce="n${round}"${isStale ? ', stale=true' : ''}`;
      return void response.writeHead(401, { 'www-authenticate': header }).end();
    });
    const one = client(port, { login });
    for (let time = 0; time < 3; time += 1) expect((await one.ask(get('/'))).text).to.equal('in');
    expect(counts).to.deep.equal(['none', 'n1 00000001', 'n1 00000002', 'n1 00000003', 'n4 00000001']);
    const strict = await serve((_request, response) =>
      response.writeHead(401, { 'www-authenticate': 'Digest realm="x", qop="auth", nonce="n"' }).end(),
    );
    expect(await refusal(client(strict, { login }).ask(get('/')))).to.match(
      /the user name or the password is refused$/,
    );
  });

  it('keeps a password that has to stand in the URL out of every message', async () => {
    const seen: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      seen.push(request.url);
      response.destroy();
    });
    const by = { user: 'user', password: 'password' };
    const said = await refusal(client(port, { login }, by).ask(get('/cm?cmnd=Power1')));
    expect(seen).to.deep.equal(['/cm?cmnd=Power1&user=lab&password=v3ry%2Bquiet']);
    expect(said).to.contain('GET /cm?cmnd=Power1:').and.to.not.contain('quiet');
  });

  describe('over TLS', () => {
    const made = { key: '', cert: '', fingerprint: '' };
    before(function (this: Context) {
      const openssl = needsProgram(this, 'openssl');
      const folder = mkdtempSync(join(tmpdir(), 'fover-tls-'));
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      const request = [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ];
      const names = [
        '-subj',
        '/CN=pdu',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ];
      execFileSync(openssl, [...request, ...names], { stdio: 'ignore' });
      const printed = execFileSync(openssl, ['x509', '-in', cert, '-noout', '-fingerprint', '-sha256'], {
        encoding: 'utf8',
      });
      made.key = readFileSync(key, 'utf8');
      made.cert = readFileSync(cert, 'utf8');
      made.fingerprint = printed.split('=')[1]!.trim();
      rmSync(folder, { recursive: true });
    });
    const heard: string[] = [];
    const secured = (): Promise<number> => {
      heard.length = 0;
      return portOf(
        createTlsServer(made, (request, response) => {
          heard.push(request.url ?? '');
          response.end('secured');
        }) as unknown as Server,
      );
    };
    const other = `${'AB:'.repeat(31)}AB`;

    it('takes the certificate that is pinned, as openssl prints it, in either case', async () => {
      const port = await secured();
      for (const fingerprint of [made.fingerprint, made.fingerprint.toLowerCase()])
        expect((await client(port, { tls: { fingerprint } }).ask(get('/'))).text).to.equal('secured');
    });

    it('says nothing to another, and shows both fingerprints', async () => {
      const port = await secured();
      const said = await refusal(client(port, { tls: { fingerprint: other }, login }).ask(get('/')));
      expect(said).to.contain(`expected ${other}, the device shows ${made.fingerprint}`);
      expect(heard).to.deep.equal([]);
    });

    it('takes one that a given authority vouches for, and no other', async () => {
      const port = await secured();
      expect((await client(port, { tls: { ca: made.cert } }).ask(get('/'))).text).to.equal('secured');
      const said = await refusal(client(port, { tls: { system: true } }).ask(get('/')));
      expect(said).to.contain('the certificate is not trusted').and.to.contain(`pin it: ${made.fingerprint}`);
      expect(heard).to.deep.equal(['/']);
    });

    it('hands the pinned key to a browser, and none of another certificate', async () => {
      const port = await secured();
      expect(await pinnedKey({ host, port, fingerprint: made.fingerprint }, realClock)).to.match(
        /^[\w+/]{43}=$/,
      );
      expect(await refusal(pinnedKey({ host, port, fingerprint: other }, realClock))).to.contain(other);
    });
  });
});
