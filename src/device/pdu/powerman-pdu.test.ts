import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { pause, realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { isMissing, needsProgram } from '../../transport/peer.test-support.ts';
import { openPdu } from './index.ts';
import { PowermanSession } from './powerman-session.ts';
import type { Pdu } from './index.ts';

const host = '127.0.0.1';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Powermand {
  readonly port: number;
  /** The program that plays the PDU behind it. */
  device(): number;
  close(): Promise<void>;
}

/** Debian's powermand with the virtual PDU that comes with it. */
async function powermand(test: Context): Promise<Powermand> {
  const program = needsProgram(test, 'powermand');
  const vpcd = needsProgram(test, 'vpcd');
  const specification = '/etc/powerman/vpc.dev';
  if (!existsSync(specification)) isMissing(test, `${specification} is missing`);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'fover-powerman-'));
  const settings = join(folder, 'powerman.conf');
  writeFileSync(
    settings,
    [
      `listen "${host}:${port}"`,
      `include "${specification}"`,
      `device "rack" "vpc" "${vpcd} |&"`,
      'node "asa[1-2],console-server" "rack" "[1-3]"',
      '',
    ].join('\n'),
  );
  const child = spawn(program, ['-f', '-c', settings], { stdio: 'ignore' });
  const gone = once(child, 'exit');
  const device = (): number =>
    Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim());
  const close = async (): Promise<void> => {
    child.kill();
    await gone;
    rmSync(folder, { recursive: true });
  };
  return { port, device, close };
}

async function opened(port: number, kept: readonly string[] = [], boundMs?: number): Promise<Pdu> {
  const access = { powerman: { host, port, ...(boundMs === undefined ? {} : { boundMs }) } };
  const open = () => openPdu({ name: 'rack7', model: 'powerman', access, protected: kept }, realClock);
  const untilMs = realClock.nowMs() + 10_000;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      // It says nothing when it begins to listen.
      if (realClock.nowMs() > untilMs || !String(error).includes('ECONNREFUSED')) throw error;
      await pause(realClock, 20);
    }
  }
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('outlets behind powermand', () => {
  let daemon: Powermand;
  let pdu: Pdu;

  beforeEach(async function () {
    daemon = await powermand(this);
    pdu = await opened(daemon.port, ['console-server']);
  });
  afterEach(async () => {
    await pdu?.close();
    await daemon?.close();
  });

  it('are its nodes, switched and read back one by one', async () => {
    expect(await pdu.outlets()).to.deep.equal(['asa1', 'asa2', 'console-server']);
    expect((await pdu.read('asa1')).power).to.equal('off');
    const said = await pdu.set('asa1', 'on');
    expect(said.raw).to.match(/^102 /);
    expect((await pdu.read('asa1')).power).to.equal('on');
    expect((await pdu.read('asa2')).power).to.equal('off');
    await pdu.set('asa1', 'off');
    expect((await pdu.read('asa1')).power).to.equal('off');
  });

  it('are never several by one name, nor protected ones, nor such as are not there', async () => {
    expect(await refusal(pdu.set('asa[1-2]', 'on'))).to.contain('is not known to the device');
    expect(await refusal(pdu.set('asa1 asa2', 'on'))).to.contain('is not known to the device');
    expect(await refusal(pdu.set('asa3', 'on'))).to.match(/is not known.*asa1/);
    expect(await refusal(pdu.set('console-server', 'off'))).to.contain('protected');
    for (const node of ['asa1', 'asa2', 'console-server'])
      expect((await pdu.read(node)).power).to.equal('off');
  });

  it('of a device that hangs are an error that says so, within what powermand gives it; and they come back', async function () {
    // On a busy machine powermand may find other words for it.
    this.retries(1);
    process.kill(daemon.device(), 'SIGSTOP');
    const said = await refusal(pdu.read('asa1'));
    expect(said).to.match(/^rack7: powermand says 211 .*rack: action timed out/);
    expect(said).to.contain('look at that one');
    // powermand begins that device anew.
    expect((await pdu.read('asa1')).power).to.be.oneOf(['on', 'off']);
  });
});

describe('a powermand that hangs', () => {
  it('is an error within the bound, and the next command begins another conversation', async () => {
    let answers = true;
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.write('001 2.3.27\r\npowerman> ');
      socket.on('data', (bytes) => {
        if (!answers) return;
        const command = bytes.toString().trim();
        const said: Record<string, string> = {
          exprange: '105 Hostrange expansion ON',
          nodes: '307 fw\r\n103 Query complete',
          'status fw': '303 fw: unknown\r\n103 Query complete',
        };
        socket.write(`${said[command] ?? '201 Unknown command'}\r\npowerman> `);
      });
    }).listen(0, host);
    await once(server, 'listening');
    const pdu = await opened((server.address() as AddressInfo).port, [], 200);
    try {
      expect((await pdu.read('fw')).power).to.equal('unsettled');
      answers = false;
      expect(await refusal(pdu.read('fw'))).to.match(
        /could not ask «nodes»: nothing came within 200 ms; is powermand hung/,
      );
      answers = true;
      expect(await pdu.outlets()).to.deep.equal(['fw']);
      expect(sockets).to.have.length(2);
    } finally {
      await pdu.close();
      server.close();
      for (const socket of sockets) socket.destroy();
    }
  });
});

describe('a powermand that is called', () => {
  it('is told nothing when we have closed it meanwhile', async () => {
    const heard: string[] = [];
    const server = createServer();
    const taken = once(server, 'connection') as Promise<[Socket]>;
    await once(server.listen(0, host), 'listening');
    const session = new PowermanSession({ host, port: (server.address() as AddressInfo).port }, realClock);
    const told = refusal(session.ask('off fw'));
    const [socket] = await taken;
    const gone = once(socket, 'close');
    socket.on('data', (bytes) => {
      heard.push(bytes.toString().trim());
      socket.write('102 Command completed successfully\r\npowerman> ');
    });
    await session.close();
    socket.write('001 2.3.27\r\npowerman> ');
    expect(await told).to.contain('we have closed it');
    await gone;
    expect(heard).to.deep.equal(['exprange']);
    server.close();
  });
});
