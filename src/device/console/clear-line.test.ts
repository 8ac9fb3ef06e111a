/** Lines of Cisco terminal servers, which a login to the server itself clears. */
import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { eventually, portOf } from '../../transport/far-end.test-support.ts';
import type { ConsoleWay } from './index.ts';
import { openConsole } from './index.ts';

const host = '127.0.0.1';
const password = 'pass-phrase';
const enable = 'higher-phrase';
const clock = realClock;

const users = `    Line       User       Host(s)              Idle       Location
  33 tty 33    bob        incoming             00:01:22 10.1.1.7
* 66 vty 0     lab        idle                 00:00:00 10.1.1.5
`.replaceAll('\n', '\r\n');

/** A terminal server with one asynchronous line, 33: its exec by telnet, and the line behind a port of its own. */
class TerminalServer {
  readonly typed: string[] = [];
  /** Whether `clear line` frees the line; a session that is stuck stays. */
  clears = true;
  privileged = false;
  #holder = true;
  #says = 'fw> ';
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();

  async listen(): Promise<{ exec: number; line: number }> {
    const exec = await this.#serve((socket) => this.#exec(socket));
    const line = await this.#serve((socket) => {
      if (this.#holder) socket.resetAndDestroy();
      else {
        socket.write(this.#says);
        socket.on('data', () => socket.write(this.#says));
      }
    });
    return { exec, line };
  }

  /** Whoever held the line has left it; the console says this to whatever is typed. */
  frees(says: string): void {
    this.#holder = false;
    this.#says = says;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    for (const server of this.#servers) await new Promise((resolve) => void server.close(resolve));
  }

  async #serve(take: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      take(socket);
    }).listen(0, host);
    await once(server, 'listening');
    this.#servers.push(server);
    return portOf(server);
  }

  #exec(socket: Socket): void {
    let asks: 'name' | 'password' | 'enable' | 'confirm' | 'nothing' = 'name';
    let row = '';
    const prompt = (): string => (this.privileged ? 'ts1#' : 'ts1>');
    const answer = (line: string): string => {
      this.typed.push(line);
      if (asks === 'name') return ((asks = 'password'), 'Password: ');
      if (asks === 'password') return ((asks = 'nothing'), `\r\n${prompt()}`);
      if (asks === 'enable')
        return ((asks = 'nothing'), (this.privileged = line === enable), `\r\n${prompt()}`);
      if (asks === 'confirm') {
        asks = 'nothing';
        if (this.clears) this.#holder = false;
        return ` [OK]\r\n${prompt()}`;
      }
      if (line === 'enable') return ((asks = 'enable'), `${line}\r\nPassword: `);
      if (line === 'show users') return `${line}\r\n${users}\r\n${prompt()}`;
      if (line === 'exit') return (socket.end(), '');
      if (line !== 'clear line 33') return `${line}\r\n${prompt()}`;
      if (!this.privileged) return `${line}\r\n% Invalid input detected\r\n${prompt()}`;
      return ((asks = 'confirm'), `${line}\r\n[confirm]`);
    };
    socket.write('\r\nUser Access Verification\r\n\r\nUsername: ');
    socket.on('data', (bytes) => {
      for (const key of bytes.toString('latin1').replaceAll('\0', '')) {
        if (key !== '\r') row += key;
        else {
          const said = answer(row);
          row = '';
          if (socket.writable) socket.write(said);
        }
      }
    });
  }
}

describe('a busy line of a Cisco terminal server', function () {
  this.timeout(30_000);
  let server: TerminalServer;
  const closing: (() => unknown)[] = [];

  beforeEach(() => (server = new TerminalServer()));
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    await server.close();
  });

  const login = { username: 'lab', password };
  async function wayTo(clear: boolean, secret?: string): Promise<ConsoleWay> {
    const { exec, line } = await server.listen();
    const by = { line: 33, by: 'telnet', port: exec, login, ...(secret && { enable: secret }) } as const;
    return { telnet: { host, port: line, ...(clear ? { clearLine: by } : {}) } };
  }

  async function open(way: ConsoleWay, warn: (text: string) => void = () => undefined) {
    const { line } = await openConsole('primary console', [way], { clock, warn });
    closing.push(() => line.close());
    return line;
  }

  async function refusal(way: ConsoleWay): Promise<string> {
    const [settled] = await Promise.allSettled([open(way)]);
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
    throw new Error('expected a BenchError');
  }

  it('is cleared where the topology says so, and who had it is told', async () => {
    const warnings: string[] = [];
    const line = await open(await wayTo(true, enable), (text) => warnings.push(text));
    let heard = '';
    line.onBytes((bytes) => (heard += Buffer.from(bytes).toString('latin1')));
    await eventually('the console is heard', () => heard === 'fw> ');
    const did = ['lab', password, 'enable', enable, 'terminal length 0', 'show users', 'clear line 33', ''];
    expect(server.typed.slice(0, did.length)).to.deep.equal(did);
    expect(warnings.at(-1)).to.contain('taken from 33 tty 33 bob incoming 00:01:22 10.1.1.7');
    expect(warnings.join()).not.to.contain(password);
  });

  it('is left alone where it does not', async () => {
    expect(await refusal(await wayTo(false))).to.contain('none of 1 way');
    expect(server.typed).to.deep.equal([]);
  });

  it('is left alone where it is not busy: the login there is refused', async () => {
    const way = await wayTo(true, enable);
    if (!('telnet' in way)) throw new Error('no way by telnet');
    server.frees('Password: ');
    expect(await refusal({ telnet: { ...way.telnet, login } })).to.contain('refuses the login');
    expect(server.typed).to.deep.equal([]);
  });

  it('that the login may not clear: says so, and no password', async () => {
    const said = await refusal(await wayTo(true));
    expect(said).to.contain('refuses clear line 33').and.to.contain('Invalid input');
    expect(said).not.to.contain(password);
  });

  it('that stays busy is given up in the end', async () => {
    server.clears = false;
    expect(await refusal(await wayTo(true, enable))).to.contain('none of 1 way');
  });
});
