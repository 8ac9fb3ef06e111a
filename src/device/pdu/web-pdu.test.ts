import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pause, realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { isMissing, needsProgram } from '../../transport/peer.test-support.ts';
import { openPdu } from './index.ts';
import { WebBrowser } from './web-browser.ts';
import type { Pdu, WebPage } from './index.ts';

const password = 'k33p-this-quiet';

/** The page of a PDU as small ones have it: a form for the login, a table, buttons that ask «are you sure?». */
class PduPage {
  readonly states = new Map([
    ['1', 'ON'],
    ['2', 'ON'],
    ['3', 'SWITCHING'],
  ]);
  readonly told: string[] = [];
  readonly #sessions = new Set<string>();
  readonly #server: Server;
  deaf = false;
  /** Does what it is told, and never says so. */
  mute = false;
  /** Does what it is told, and says that it failed. */
  broken = false;
  /** What stands before the table. */
  adorned = '';

  readonly #scheme: 'http' | 'https';

  constructor(tls?: { readonly key: string; readonly cert: string }) {
    const answer = (request: IncomingMessage, response: ServerResponse): void =>
      void this.#answer(request, response);
    this.#scheme = tls ? 'https' : 'http';
    this.#server = tls ? createTlsServer(tls, answer) : createServer(answer);
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `${this.#scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}/outlets`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const form = new URLSearchParams(Buffer.concat(pieces).toString());
    const page = (body: string, headers = {}): void => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(`<!doctype html>${body}`);
    };
    if (request.url === '/login' && form.get('pw') === password) {
      this.#sessions.add('s1');
      response.writeHead(303, { location: '/outlets', 'set-cookie': 'session=s1' }).end();
    } else if (!this.#sessions.has((request.headers.cookie ?? '').replace('session=', '')))
      page(
        '<form method=post action=/login><input name=user><input name=pw type=password><button>Log in</button></form>',
      );
    else if (request.url === '/switch') {
      const [outlet, wish] = [form.get('outlet') ?? '', form.get('to') ?? ''];
      this.told.push(`${outlet} ${wish}`);
      if (!this.deaf) this.states.set(outlet, wish);
      if (this.broken) response.writeHead(500).end('relay board');
      else if (!this.mute) response.writeHead(303, { location: '/outlets' }).end();
    } else page(this.#table());
  }

  #table(): string {
    const button = (outlet: string, to: string): string =>
      `<form method=post action=/switch onsubmit="return confirm('Outlet ${outlet}: are you sure?')">` +
      `<input type=hidden name=outlet value=${outlet}><button name=to value=${to}>${to}</button></form>`;
    const rows = [...this.states].map(
      ([outlet, state]) =>
        `<tr id=o${outlet}><td class=name>firewall ${outlet}</td><td class=state> ${state} </td>` +
        `<td>${button(outlet, 'ON')}</td><td>${button(outlet, 'OFF')}</td></tr>`,
    );
    return `${this.adorned}<table>${rows.join('')}</table>`;
  }
}

function selfSigned(openssl: string): { key: string; cert: string; fingerprint: string } {
  const folder = mkdtempSync(join(tmpdir(), 'fover-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=pdu', '-keyout', key, '-out', cert];
  execFileSync(openssl, ['req', '-x509', ...curve, ...names], { stdio: 'ignore' });
  const asked = ['x509', '-in', cert, '-noout', '-fingerprint', '-sha256'];
  const [, fingerprint = ''] = execFileSync(openssl, asked, { encoding: 'utf8' }).trim().split('=');
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8'), fingerprint };
  rmSync(folder, { recursive: true });
  return made;
}

/** Processes that this one started and that still run. */
function childrenOf(parent: number): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const [, state, ppid] = /\) (\S) (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return Number(ppid) === parent && state !== 'Z';
    } catch {
      return false;
    }
  });
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('a PDU that is switched on its page', function () {
  this.timeout(90_000);
  const device = new PduPage();
  let web: WebPage;
  let pdu: Pdu;

  before(async function () {
    const browser = needsProgram(this, 'chromium');
    web = {
      url: await device.listen(),
      browser,
      login: {
        username: 'lab',
        password,
        form: { username: 'input[name=user]', password: 'input[name=pw]', submit: 'text=Log in' },
      },
      outlets: ['1', '2', '3'],
      state: { at: '#o{outlet} .state', on: 'ON', off: 'OFF' },
      on: '#o{outlet} button[value=ON]',
      off: '#o{outlet} button[value=OFF]',
      label: '#o{outlet} .name',
    };
    pdu = await openPdu({ name: 'old', model: 'web', access: { web }, protected: ['2'] }, realClock);
  });
  after(async () => {
    await pdu?.close();
    await device.close();
  });

  it('is logged in to, and read: state and label', async () => {
    const { power, label } = await pdu.read('1');
    expect({ power, label }).to.deep.equal({ power: 'on', label: 'firewall 1' });
    expect((await pdu.read('3')).power).to.equal('unsettled');
  });

  it('is told by its own buttons, says yes to what they ask, and is read back from a fresh page', async () => {
    await pdu.set('1', 'off');
    expect(device.told.splice(0)).to.deep.equal(['1 OFF']);
    expect((await pdu.read('1')).power).to.equal('off');
    await pdu.set('1', 'on');
    expect((await pdu.read('1')).power).to.equal('on');
    device.told.splice(0);
  });

  it('that takes a click and does nothing reads as before', async () => {
    device.deaf = true;
    await pdu.set('1', 'off');
    device.deaf = false;
    expect((await pdu.read('1')).power).to.equal('on');
    device.told.splice(0);
  });

  it('that says that a click failed is read back: nobody knows what the click did', async () => {
    device.broken = true;
    const said = await refusal(pdu.set('1', 'off'));
    device.broken = false;
    expect(said)
      .to.contain('answered with 500')
      .and.contain('what the click on outlet 1 did is not known; it reads off now');
    await pdu.set('1', 'on');
    device.told.splice(0);
  });

  it('that does not answer to a click within the bound is read back as well, by another browser', async () => {
    const clock = new VirtualClock();
    const slow = await openPdu({ name: 'old', model: 'web', access: { web }, protected: ['2'] }, clock);
    device.mute = true;
    const said = refusal(slow.set('1', 'off'));
    while (device.told.length === 0) await pause(realClock, 20);
    await clock.advance(30_000);
    expect(await said)
      .to.contain('nothing came within 30000 ms')
      .and.contain('what the click on outlet 1 did is not known; it reads off now');
    device.mute = false;
    await slow.close();
    expect(device.told.splice(0)).to.deep.equal(['1 OFF']);
    await pdu.set('1', 'on');
    device.told.splice(0);
  });

  it('is not clicked any more once the bound is over', async () => {
    const clock = new VirtualClock();
    const browser = new WebBrowser('old', web, clock);
    let said: Promise<string> | undefined;
    const signal = await new Promise<AbortSignal>((begun) => {
      said = refusal(
        browser.onPage((_page, over) => {
          begun(over);
          return new Promise(() => undefined);
        }),
      );
    });
    expect(signal.aborted).to.equal(false);
    await clock.advance(30_000);
    expect(signal.aborted).to.equal(true);
    expect(await said).to.contain('nothing came within');
    await browser.close();
  });

  it('is not told at a protected outlet, nor at one that the topology does not name', async () => {
    expect(await refusal(pdu.set('2', 'off'))).to.contain('protected');
    expect(await refusal(pdu.set('4', 'off'))).to.contain('outlet 4 is not known');
    expect(device.told).to.deep.equal([]);
  });

  it('is refused when the page is not the one that is described', async () => {
    const other = { ...web, state: { at: '.state', on: 'ON', off: 'OFF' } };
    const open = openPdu({ name: 'old', model: 'web', access: { web: other }, protected: [] }, realClock);
    expect(await refusal(open)).to.contain('outlet 1: .state, its state, fits 3 places of its page');
  });

  it('is refused with a wrong password, which nobody is told', async () => {
    const login = { ...web.login!, password: 'wr0ng-and-quiet' };
    const open = openPdu(
      { name: 'old', model: 'web', access: { web: { ...web, login } }, protected: [] },
      realClock,
    );
    const said = await refusal(open);
    expect(said)
      .to.match(/refused by its page/)
      .and.to.not.contain('wr0ng');
  });

  it('is taken over TLS with the certificate that is pinned, and with no other', async function () {
    const made = selfSigned(needsProgram(this, 'openssl'));
    const secured = new PduPage(made);
    const url = await secured.listen();
    const open = (fingerprint?: string): Promise<Pdu> =>
      openPdu(
        { name: 'old', model: 'web', access: { web: { ...web, url, fingerprint } }, protected: [] },
        realClock,
      );
    try {
      const pinned = await open(made.fingerprint);
      await pinned.set('1', 'off');
      expect((await pinned.read('1')).power).to.equal('off');
      await pinned.close();
      expect(await refusal(open())).to.contain('ERR_CERT_AUTHORITY_INVALID');
      expect(await refusal(open(`${'AB:'.repeat(31)}AB`))).to.contain(made.fingerprint);
      expect(secured.told).to.deep.equal(['1 OFF']);
    } finally {
      await secured.close();
    }
  });

  it('that leads to another server is refused, and no login is given there', async () => {
    const given: string[] = [];
    let asks: 'form' | 'basic' = 'form';
    const other = createServer((request, response) => {
      given.push(`${request.method} ${request.headers.authorization ?? 'nothing'}`);
      if (asks === 'form')
        response.end('<form method=post><input name=pw type=password><button>Log in</button>');
      else response.writeHead(401, { 'www-authenticate': 'Basic realm="lab"' }).end();
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const away = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const first = createServer((_, response) => void response.writeHead(302, { location: away }).end());
    await once(first.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(first.address() as AddressInfo).port}/outlets`;
    const open = (login: WebPage['login']): Promise<Pdu> =>
      openPdu(
        { name: 'old', model: 'web', access: { web: { ...web, url, login } }, protected: [] },
        realClock,
      );
    const form = { password: 'input[name=pw]', submit: 'text=Log in' };
    try {
      expect(await refusal(open({ username: 'lab', password, form }))).to.contain(`leads to ${away}`);
      asks = 'basic';
      expect(await refusal(open({ username: 'lab', password }))).to.contain(`its page ${url}`);
    } finally {
      for (const server of [other, first]) server.close().closeAllConnections();
    }
    expect(new Set(given)).to.deep.equal(new Set(['GET nothing']));
  });

  it('fetches nothing from other servers', async () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const away = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    device.adorned =
      `<img src=${away}/image><iframe src=${away}/frame></iframe>` +
      `<script>window.open('${away}/window');void fetch('${away}/script', { mode: 'no-cors' }).catch(() => 0)</script>`;
    try {
      expect((await pdu.read('1')).label).to.equal('firewall 1');
    } finally {
      device.adorned = '';
      other.close().closeAllConnections();
    }
    expect(asked).to.deep.equal([]);
  });

  it('that is to have a certificate is not taken without one', async () => {
    const page = { ...web, fingerprint: `${'AB:'.repeat(31)}AB` };
    const open = openPdu({ name: 'old', model: 'web', access: { web: page }, protected: [] }, realClock);
    expect(await refusal(open)).to.contain('https');
  });

  it('leaves no browser behind when it is closed while one is started', async function () {
    if (!existsSync('/proc/self/stat')) isMissing(this, 'this system shows no processes in /proc');
    const before = childrenOf(process.pid);
    const browser = new WebBrowser('old', web, realClock);
    const asked = browser.onPage(() => Promise.resolve());
    const end = Promise.allSettled([asked]);
    await pause(realClock, 20);
    await browser.close();
    const [ended] = await end;
    expect(ended?.status).to.equal('rejected');
    expect(childrenOf(process.pid)).to.have.members(before);
  });

  it('is refused when its browser is not there', async () => {
    const open = openPdu(
      { name: 'old', model: 'web', access: { web: { ...web, browser: '/nowhere/chromium' } }, protected: [] },
      realClock,
    );
    expect(await refusal(open)).to.contain('/nowhere/chromium');
  });
});
