import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { realClock } from '../../clock.ts';
import { BenchError, LeaseLost } from '../../errors.ts';
import type { SnmpAgent, SnmpAgentAccess, SnmpUserAccess } from './index.ts';
import { openAgent, snmpNumber, snmpText, Turns } from './index.ts';
import { agentUser, readOnly, readWrite, ServedAgent, snmpdPeer } from './served-agent.test-support.ts';

const host = '127.0.0.1';
const sysObjectId = '1.3.6.1.2.1.1.2.0';
const sysUpTime = '1.3.6.1.2.1.1.3.0';
const sysName = '1.3.6.1.2.1.1.5.0';
const entry = '1.3.6.1.4.1.99999.1.1';
const missing = '1.3.6.1.4.1.99999.7.7.0';

const access = (port: number, version: '1' | '2c', community = readWrite): SnmpAgentAccess => ({
  host,
  port,
  version,
  community,
});

const userAccess = (port: number, password: string = agentUser.authPassword): SnmpUserAccess => ({
  host,
  port,
  version: '3',
  user: agentUser.name,
  auth: { protocol: 'sha', password },
  priv: { protocol: 'aes', password: agentUser.privPassword },
});

const versions: readonly [string, (port: number) => SnmpAgentAccess][] = [
  ['version 1', (port) => access(port, '1')],
  ['version 2c', (port) => access(port, '2c')],
  ['version 3', (port) => userAccess(port)],
];

async function refusal(promise: Promise<unknown>): Promise<BenchError> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason;
  throw new Error('expected a BenchError');
}

async function servedAgent(port?: number): Promise<ServedAgent> {
  const served = await ServedAgent.listening(port);
  served.scalar({ oid: '1.3.6.1.2.1.1.2', type: 'OID', value: '1.3.6.1.4.1.9.1.716' });
  served.scalar({ oid: '1.3.6.1.2.1.1.3', type: 'TimeTicks', value: 4711 });
  served.scalar({ oid: '1.3.6.1.2.1.1.5', type: 'OctetString', value: 'served' });
  served.table({
    entry,
    columns: [
      { number: 2, type: 'OctetString' },
      { number: 7, type: 'Integer', writable: true },
      { number: 8, type: 'Integer' },
    ],
    rows: Array.from({ length: 60 }, (_, row) => ({
      index: [row + 1],
      values: [`row ${row + 1}`, 1, row + 1],
    })),
  });
  return served;
}

for (const [version, accessTo] of versions) {
  describe(`SNMP ${version}, agent of npm's net-snmp`, () => {
    let served: ServedAgent;
    let agent: SnmpAgent;

    beforeEach(async () => {
      served = await servedAgent();
      agent = openAgent(accessTo(served.port), realClock);
    });

    afterEach(async () => {
      await agent.close();
      await served.close();
    });

    it('reads several objects at once, missing ones as undefined', async () => {
      const beforeMs = realClock.nowMs();
      const read = await agent.get([sysUpTime, missing, sysObjectId, sysName]);
      expect([...read.values.keys()]).to.deep.equal([sysUpTime, missing, sysObjectId, sysName]);
      expect(snmpNumber(read.values.get(sysUpTime))).to.equal(4711);
      expect(read.values.get(missing)).to.equal(undefined);
      expect(read.values.get(sysObjectId)).to.equal('1.3.6.1.4.1.9.1.716');
      expect(snmpText(read.values.get(sysName))).to.equal('served');
      expect(read.askedMs).to.be.within(beforeMs, read.answeredMs);
      expect(read.answeredMs).to.be.at.most(realClock.nowMs());
      expect(read.raw.split('\n')).to.deep.equal([
        `${sysUpTime} = 4711`,
        `${missing} = no such object`,
        `${sysObjectId} = 1.3.6.1.4.1.9.1.716`,
        `${sysName} = "served"`,
      ]);
    });

    it('sets an object, once, and reads it back', async () => {
      const sets: string[] = [];
      served.onSet = (oid, value) => sets.push(`${oid}=${value}`);
      const said = await agent.set(`${entry}.7.5`, 'integer', 2);
      expect(said.raw).to.equal(`${entry}.7.5 = 2`);
      expect(sets).to.deep.equal([`${entry}.7.5=2`]);
      const read = await agent.get([`${entry}.7.5`, `${entry}.7.6`]);
      expect([...read.values.values()]).to.deep.equal([2, 1]);
    });

    it('reads all below an object, in the order of the tree, and nothing beside it', async () => {
      const read = await agent.subtree(`${entry}.8`);
      expect([...read.values.values()]).to.deep.equal(Array.from({ length: 60 }, (_, row) => row + 1));
      expect([...read.values.keys()].every((oid) => oid.startsWith(`${entry}.8.`))).to.equal(true);
    });

    it('finds nothing below what is not there', async () => {
      expect((await agent.subtree('1.3.6.1.4.1.99999.7')).values.size).to.equal(0);
    });

    it('refuses to set what is not there', async () => {
      const error = await refusal(agent.set(`${entry}.7.999`, 'integer', 2));
      expect(error.message)
        .to.contain(`set ${entry}.7.999 to 2`)
        .and.to.match(/number of the port or outlet|not there/);
    });

    it('takes calls in turn, also when one of them fails', async () => {
      served.refuseWith = 5;
      const calls = [
        agent.get([sysName]),
        refusal(agent.set(`${entry}.7.1`, 'integer', 2)),
        agent.get([sysUpTime]),
      ] as const;
      const [first, second, third] = await Promise.all(calls);
      expect(first.answeredMs).to.be.at.most(third.askedMs);
      expect(second.message).to.contain('genErr');
    });

    it('fails what is asked after it was closed', async () => {
      await agent.close();
      await agent.close();
      expect((await refusal(agent.get([sysName]))).message).to.contain('closed');
    });

    it('goes on with an agent that was restarted', async () => {
      await agent.get([sysName]);
      const { port } = served;
      await served.close();
      served = await servedAgent(port);
      const read = await agent.get([sysName]);
      expect(snmpText(read.values.get(sysName))).to.equal('served');
    });
  });

  describe(`SNMP ${version}, Debian's snmpd`, () => {
    let peer: Awaited<ReturnType<typeof snmpdPeer>> | undefined;
    let agent: SnmpAgent | undefined;

    before(async function (this: Context) {
      peer = await snmpdPeer(this);
      agent = openAgent(accessTo(peer.port), realClock);
      // It does not say when it is ready; it answers.
      await agent.get([sysName], { retries: 40, timeoutMs: 250 });
    });

    after(async () => {
      await agent?.close();
      await peer?.close();
    });

    it('reads several objects at once, missing ones as undefined', async () => {
      const read = await agent!.get([sysName, missing, sysObjectId]);
      expect(snmpText(read.values.get(sysName))).to.equal('real');
      expect(read.values.has(missing)).to.equal(true);
      expect(read.values.get(missing)).to.equal(undefined);
      expect(read.values.get(sysObjectId)).to.equal('1.3.6.1.4.1.9.1.716');
    });

    it('reads when nothing of what it asks for is there', async () => {
      const read = await agent!.get([missing, `${missing}.1`]);
      expect([...read.values.values()]).to.deep.equal([undefined, undefined]);
    });

    it('reads the names of the interfaces of this machine', async () => {
      const read = await agent!.subtree('1.3.6.1.2.1.2.2.1.2');
      expect([...read.values.values()].map(snmpText)).to.include('lo');
    });

    it('sets an object and reads it back', async () => {
      const sysLocation = '1.3.6.1.2.1.1.6.0';
      await agent!.set(sysLocation, 'octet-string', 'rack 7');
      expect(snmpText((await agent!.get([sysLocation])).values.get(sysLocation))).to.equal('rack 7');
    });

    it('says what refuses a SET of an object that nobody may set', async () => {
      const error = await refusal(agent!.set(sysUpTime, 'integer', 2));
      expect(error.message).to.match(/noSuchName|notWritable|wrongType/);
    });
  });
}

describe('SNMP that goes wrong', () => {
  const closing: (() => Promise<void>)[] = [];
  const keep = <T extends { close(): Promise<void> }>(thing: T): T => {
    closing.push(() => thing.close());
    return thing;
  };

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  for (const [version, status] of [
    ['1', 'noSuchName'],
    ['2c', 'noAccess'],
  ] as const) {
    it(`version ${version}: says that a community may only read`, async () => {
      const served = keep(await servedAgent());
      const agent = keep(openAgent(access(served.port, version, readOnly), realClock));
      const error = await refusal(agent.set(`${entry}.7.1`, 'integer', 2));
      expect(error.message).to.contain(`snmp 127.0.0.1:${served.port}`).and.to.contain(status);
      expect(error.message).to.contain('may read but not write');
      expect(snmpNumber((await agent.get([`${entry}.7.1`])).values.get(`${entry}.7.1`))).to.equal(1);
    });
  }

  it('a silent agent fails within its attempts, and the community is not told', async () => {
    const silent = createSocket('udp4');
    silent.bind(0, host);
    await once(silent, 'listening');
    let heard = 0;
    silent.on('message', () => (heard += 1));
    keep({ close: () => new Promise<void>((resolve) => void silent.close(() => resolve())) });
    const agent = keep(openAgent(access(silent.address().port, '2c', 'hush-hush'), realClock));
    const error = await refusal(agent.get([sysName], { retries: 2, timeoutMs: 20 }));
    expect(error.message).to.contain('no answer to 3 attempts').and.not.to.contain('hush-hush');
    expect(heard).to.equal(3);
    const set = await refusal(agent.set(sysName, 'octet-string', 'x', { timeoutMs: 20 }));
    expect(set.message).to.contain('no answer to 1 attempt.').and.to.contain('read it back');
    expect(heard).to.equal(4);
  });

  it('asks whether it may when a SET is about to leave, and again before each attempt', async () => {
    const served = keep(await servedAgent());
    const sets: string[] = [];
    served.onSet = (oid, value) => sets.push(`${oid}=${value}`);
    let isOurs = true;
    const mayAct = (): Promise<void> =>
      isOurs ? Promise.resolve() : Promise.reject(new LeaseLost('it is another’s'));
    const agent = keep(openAgent(access(served.port, '2c'), realClock, new Turns(), mayAct));
    const queued = [1, 2, 3].map(async (row) => {
      await agent.set(`${entry}.7.${row}`, 'integer', 2);
      isOurs = false;
    });
    const ends = await Promise.allSettled(queued);
    expect(ends.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'rejected']);
    expect(ends[1]).to.have.property('reason').that.is.instanceOf(LeaseLost);
    expect(sets).to.deep.equal([`${entry}.7.1=2`]);
    expect(snmpText((await agent.get([sysName])).values.get(sysName))).to.equal('served');

    const silent = createSocket('udp4');
    silent.bind(0, host);
    await once(silent, 'listening');
    keep({ close: () => new Promise<void>((resolve) => void silent.close(() => resolve())) });
    let heard = 0;
    silent.on('message', () => ((heard += 1), (isOurs = heard < 2)));
    isOurs = true;
    const { port } = silent.address();
    const deaf = keep(openAgent(access(port, '2c'), realClock, new Turns(), mayAct));
    const [end] = await Promise.allSettled([
      deaf.set(`${entry}.7.1`, 'integer', 2, { retries: 5, timeoutMs: 50 }),
    ]);
    expect(end).to.have.property('reason').that.is.instanceOf(LeaseLost);
    expect(heard).to.equal(2);
  });

  it('takes a late answer to an attempt that was made before', async () => {
    const served = keep(await servedAgent());
    const slow = createSocket('udp4');
    const behind = createSocket('udp4');
    slow.bind(0, host);
    await once(slow, 'listening');
    const { port: to } = served;
    let isHeard = false;
    let from = 0;
    slow.on('message', (bytes, sender) => {
      from = sender.port;
      if (!isHeard) realClock.after(150, () => behind.send(bytes, to, host));
      isHeard = true;
    });
    behind.on('message', (bytes) => slow.send(bytes, from, host));
    keep({
      close: () => new Promise<void>((resolve) => void slow.close(() => behind.close(() => resolve()))),
    });
    const agent = keep(openAgent(access(slow.address().port, '2c'), realClock));
    const said = await agent.set(`${entry}.7.5`, 'integer', 2, { retries: 2, timeoutMs: 100 });
    expect(said.raw).to.equal(`${entry}.7.5 = 2`);
  });

  it('two views of one agent are asked one after the other', async () => {
    const silent = createSocket('udp4');
    silent.bind(0, host);
    await once(silent, 'listening');
    keep({ close: () => new Promise<void>((resolve) => void silent.close(() => resolve())) });
    const turns = new Turns();
    const heard: string[] = [];
    silent.on('message', (bytes) => heard.push(bytes.includes('@10') ? 'view' : 'whole'));
    const port = silent.address().port;
    const whole = keep(openAgent(access(port, '2c', 'hush'), realClock, turns));
    const view = keep(openAgent(access(port, '2c', 'hush@10'), realClock, turns));
    const sending = { retries: 1, timeoutMs: 20 };
    await Promise.all([refusal(whole.get([sysName], sending)), refusal(view.get([sysName], sending))]);
    expect(heard).to.deep.equal(['whole', 'whole', 'view', 'view']);
  });

  it('an agent that quotes another community does not bring ours into the message', async () => {
    const served = keep(await servedAgent());
    // Answers with whatever community it is asked for, changed in its last letter.
    const liar = createSocket('udp4');
    const behind = createSocket('udp4');
    liar.bind(0, host);
    await once(liar, 'listening');
    let from = 0;
    liar.on('message', (bytes, sender) => {
      from = sender.port;
      behind.send(bytes, served.port, host);
    });
    behind.on('message', (bytes) => {
      const at = bytes.indexOf(readWrite);
      bytes.write('X', at + readWrite.length - 1);
      liar.send(bytes, from, host);
    });
    keep({
      close: () => new Promise<void>((resolve) => void liar.close(() => behind.close(() => resolve()))),
    });
    const agent = keep(openAgent(access(liar.address().port, '2c'), realClock));
    const error = await refusal(agent.get([sysName], { retries: 0, timeoutMs: 500 }));
    expect(`${error.message} ${String(error.cause)}`).not.to.contain(readWrite);
  });

  it('version 3: a wrong password and an unknown user are errors in words', async () => {
    const served = keep(await servedAgent());
    const wrong = keep(openAgent(userAccess(served.port, 'not-the-password'), realClock));
    const error = await refusal(wrong.get([sysName], { retries: 0, timeoutMs: 200 }));
    expect(error.message).to.contain('could not read').and.not.to.contain('not-the-password');
    const unknown = keep(openAgent({ ...userAccess(served.port), user: 'nobody' }, realClock));
    expect((await refusal(unknown.get([sysName], { retries: 0, timeoutMs: 200 }))).message).to.contain(
      'user',
    );
  });

  it('version 3: an answer that nobody has signed is not believed', async () => {
    const served = keep(await servedAgent());
    const [front, back] = [createSocket('udp4'), createSocket('udp4')];
    for (const socket of [front, back]) {
      socket.bind(0, host);
      await once(socket, 'listening');
      keep({ close: () => new Promise<void>((resolve) => void socket.close(() => resolve())) });
    }
    // What is asked first is what the engine is called; whoever forges lets it through, and then answers himself.
    let asked = 0;
    front.on('message', (bytes, from) => {
      asked += 1;
      back.removeAllListeners('message');
      back.on('message', (answer) => front.send(answer, from.port, from.address));
      if (asked === 1) back.send(bytes, served.port, host);
      else front.send(unsigned(bytes), from.port, from.address);
    });
    const agent = keep(openAgent(userAccess(front.address().port), realClock));
    const { message } = await refusal(agent.get([sysName], { retries: 0, timeoutMs: 300 }));
    expect(message).to.include(`could not read ${sysName}`);
    expect(asked).to.equal(2);
  });

  it('version 3 with DES is refused before anything is sent, or works', async () => {
    const des: SnmpAgentAccess = {
      ...userAccess(1),
      priv: { protocol: 'des', password: agentUser.privPassword },
    };
    const legacy = process.execArgv.includes('--openssl-legacy-provider');
    if (legacy) await openAgent(des, realClock).close();
    else expect(() => openAgent(des, realClock)).to.throw(BenchError, /DES is not available.*AES/s);
  });

  it('an answer that is no answer to what was asked ends nothing but the question', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, host);
    await once(socket, 'listening');
    // The answer of version 3 that its header promises, with the number of the request, to one of version 2c.
    socket.on('message', (asked, from) => {
      const id = asked.subarray(asked.indexOf(Buffer.from('a0', 'hex')) + 2).subarray(0, 6);
      const report = Buffer.from('a80e0000000000000201000201003000', 'hex');
      id.copy(report, 2);
      const head = Buffer.from(asked.subarray(0, asked.indexOf(Buffer.from('a0', 'hex'))));
      head[1] = head.length - 2 + report.length;
      socket.send(Buffer.concat([head, report]), from.port, from.address);
    });
    const agent = openAgent(access(socket.address().port, '2c'), realClock);
    const { message } = await refusal(agent.get([sysUpTime], { retries: 0, timeoutMs: 100 }));
    expect(message).to.include(`could not read ${sysUpTime}`);
    await agent.close();
    socket.close();
  });

  it('an agent that goes round in circles is left', async () => {
    const front = createSocket('udp4');
    front.bind(0, host);
    await once(front, 'listening');
    keep({ close: () => new Promise<void>((resolve) => void front.close(() => resolve())) });
    front.on('message', (bytes, sender) => front.send(circling(bytes), sender.port, sender.address));
    const agent = keep(openAgent(access(front.address().port, '1'), realClock));
    expect((await refusal(agent.subtree(entry, { timeoutMs: 500 }))).message).to.contain('circles');
  });
});

/** An answer in the clear to a request of version 3: the name of the system, `forged`. */
function unsigned(request: Buffer): Buffer {
  const field = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
    const bytes = Buffer.concat(parts);
    return Buffer.concat([Buffer.of(tag, bytes.length), bytes]);
  };
  const number = (of: number): Buffer => field(0x02, Buffer.of(of));
  const none = field(0x04);
  const id = request.subarray(request.indexOf(Buffer.from('02010330', 'hex')) + 5).subarray(0, 6);
  const name = field(0x06, Buffer.from('2b06010201010500', 'hex'));
  const bound = field(0x30, field(0x30, name, field(0x04, Buffer.from('forged'))));
  return field(
    0x30,
    number(3),
    field(0x30, id, field(0x02, Buffer.of(0x7f, 0xff)), field(0x04, Buffer.of(0)), number(3)),
    field(0x04, field(0x30, none, number(1), number(1), none, none, none)),
    field(0x30, none, none, field(0xa2, number(1), number(0), number(0), bound)),
  );
}

/** Turns a GETNEXT request into a response that names the object that was asked for, with an empty value. */
function circling(request: Buffer): Buffer {
  const response = Buffer.from(request);
  response[response.indexOf(Uint8Array.of(0xa1))] = 0xa2;
  // The NULL at the end becomes an octet string of the same length, none.
  response[response.length - 2] = 0x04;
  return response;
}
