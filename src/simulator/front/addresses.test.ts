import { expect } from 'chai';
import type { Endpoint } from '../../topology/index.ts';
import { RawClient } from './terminal/raw-client.test-support.ts';
import { ServedPair, until } from './served-pair.test-support.ts';
import { SshShell } from './terminal/ssh-client.test-support.ts';

const station = 'snmp-server host inside 198.51.100.9 community lab version 2c';

/** True if the unit says something to who connects; it resets those whom it does not want. */
async function isWelcome(door: Endpoint): Promise<boolean> {
  const client = await RawClient.open(door).catch(() => undefined);
  if (!client) return false;
  const said = await Promise.race([
    client.until(/./).then(
      () => true,
      () => false,
    ),
    client.closed.then(() => false),
  ]);
  client.socket.destroy();
  return said;
}

describe('the addresses that a pair is managed at', function () {
  this.timeout(60_000);
  let pair: ServedPair;
  beforeEach(
    async () =>
      (pair = await ServedPair.start(['telnet 198.51.100.0 255.255.255.0 inside', 'passwd cables', station])),
  );
  afterEach(() => pair.served.close());

  const login = async (role: 'active' | 'standby'): Promise<SshShell> => {
    const { username, password } = pair;
    const shell = await SshShell.connect(pair.door(role).ssh, { username, password });
    return shell.shell();
  };

  it('lead to whichever unit has them, and a session dies with the role of its unit', async () => {
    const before = await login('active');
    await before.until(/fw\/pri\/act> $/);
    const standby = await login('standby');
    await standby.until(/fw\/sec\/stby> $/);
    const telnet = await RawClient.open(pair.door('active').telnet);
    await telnet.until(/Password: $/);
    await pair.switchOver();
    await Promise.all([before.closed, standby.closed, telnet.closed]);
    const after = await login('active');
    await after.until(/fw\/sec\/act> $/);
    after.client.end();
    await after.closed;
  });

  it('answer nobody when no unit has them', async () => {
    pair.type('secondary', 'reload', 'n', '');
    await until('the standby address is gone', () => pair.unitAt('standby') === undefined);
    const refused: unknown = await login('standby').catch((error: unknown) => error);
    expect(String(refused)).to.match(/ECONNRESET|closed before/);
  });

  it('take five by telnet and not six, and give a place back', async () => {
    const five: RawClient[] = [];
    for (let count = 0; count < 5; count++) five.push(await RawClient.open(pair.door('active').telnet));
    await Promise.all(five.map((one) => one.until(/Password: $/)));
    expect(await isWelcome(pair.door('active').telnet)).to.equal(false);
    five[0]!.socket.destroy();
    await until('a place is free', () => isWelcome(pair.door('active').telnet));
  });

  it('ask for the password of the unit, three times, and not to be escaped from', async () => {
    const client = await RawClient.open(pair.door('active').telnet);
    for (const wrong of ['wrong', '\x03', '\x1a']) {
      await client.until(/Password: $/);
      client.received = Buffer.alloc(0);
      client.write(wrong === 'wrong' ? 'wrong\r' : wrong);
    }
    await client.until(/Password: $/);
    client.write('wrong\rwrong\r');
    await client.closed;
    expect(client.text).to.not.include('>');
  });
});

describe('those who manage a unit', function () {
  this.timeout(60_000);

  it('are listed by number, and sent away', async () => {
    const pair = await ServedPair.start([
      'telnet 198.51.100.7 255.255.255.255 inside',
      'passwd cables',
      'ssh 0 0 inside',
    ]);
    const { username, password } = pair;
    const guest = await SshShell.connect(pair.door('active').ssh, { username, password });
    await (await guest.shell()).until(/> $/);
    const operator = await RawClient.open(pair.door('active').telnet);
    const say = async (line: string, wanted: RegExp): Promise<string> => {
      operator.received = Buffer.alloc(0);
      operator.write(`${line}\r`);
      await operator.until(wanted);
      return operator.text;
    };
    await operator.until(/Password: $/);
    await say('cables', /> $/);
    await say('enable', /Password: $/);
    await say(pair.enable, /# $/);
    expect(await say('who', /# $/)).to.include('\t0: 198.51.100.7\r\n');
    const sessions = await say('show ssh sessions', /# $/);
    expect(sessions).to.match(/SID Client IP +Version Mode Encryption +Hmac +State +Username/);
    expect(sessions).to.match(/0 {3}198\.51\.100\.254 +2\.0 +IN +\S+ +\S+ +SessionStarted +lab/);
    expect(await say('ssh disconnect 4', /# $/)).to.include('does not exist');
    operator.write('ssh disconnect 0\r');
    await guest.closed;
    operator.write('kill 0\r');
    await operator.closed;
    await pair.served.close();
  });

  it('are let in from where the lists say, and logged', async () => {
    const texts: string[] = [];
    const pair = await ServedPair.start([
      'telnet 192.0.2.0 255.255.255.0 outside',
      'ssh 203.0.113.0 255.255.255.0 inside',
      'logging enable',
      'logging trap debugging',
      'logging host inside 198.51.100.9',
    ]);
    pair.served.bench.onSyslog!((_unit, _host, _port, text) => texts.push(text));
    expect(await isWelcome(pair.door('active').telnet)).to.equal(false);
    expect(await isWelcome(pair.door('active').ssh)).to.equal(false);
    const denied = (): readonly (string | undefined)[] =>
      texts
        .filter((text) => text.includes('-710003: TCP access denied by ACL from '))
        .map((text) => /inside:\S+/.exec(text)?.[0]);
    await until('both are logged', () => denied().length === 2);
    expect(denied()).to.have.members(['inside:198.51.100.1/telnet', 'inside:198.51.100.1/ssh']);
    await pair.served.close();
  });
});
