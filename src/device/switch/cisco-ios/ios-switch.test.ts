import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { realClock } from '../../../clock.ts';
import { BenchError } from '../../../errors.ts';
import { opensshPeer, skipWithoutSshdUser } from '../../../transport/far-end.test-support.ts';
import type { Line } from '../../../transport/index.ts';
import { memoryLines, openSshLine } from '../../../transport/index.ts';
import { VirtualClock } from '../../../virtual-clock.ts';
import type { Switch } from '../index.ts';
import { openIosSwitch } from '../index.ts';
import type { IosSwitchOptions } from '../index.ts';
import { ScriptedIos } from './scripted-ios.test-support.ts';
import type { ScriptedWish } from './scripted-ios.test-support.ts';

const enable = 'enable-secret';

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

/** The verbs of a switch, whatever the line to it is. */
async function driven(sw: Switch): Promise<void> {
  expect(await sw.ports()).to.deep.equal(['Gi1/0/1', 'Gi1/0/2', 'Gi1/0/3', 'Gi1/0/4']);
  expect(await sw.readPort('GigabitEthernet1/0/1')).to.include({ admin: 'up', oper: 'up' });
  await sw.setPort('fw-a inside', 'down');
  expect(await sw.readPort('Gi1/0/1')).to.include({ admin: 'down', oper: 'down' });
  await sw.setPort('Gi1/0/1', 'up');
  expect(await sw.readPort('Gi1/0/1')).to.include({ admin: 'up', oper: 'up' });
  await sw.setVlan('Gi1/0/1', 999);
  expect(await sw.readVlan('Gi1/0/1')).to.include({ vlan: 999, admin: 'up', oper: 'up' });
  await sw.setVlan('Gi1/0/1', 101);
  const { received, sent } = await sw.portCounters('Gi1/0/1');
  expect(received).to.deep.equal({ octets: 1000, unicast: 10, multicast: 2, broadcast: 3 });
  expect(sent).to.deep.equal({ octets: 2000, unicast: 20, multicast: 4, broadcast: 5 });
  const { learned } = await sw.macTable();
  expect(learned).to.deep.equal([
    { mac: '0011.2233.4455', port: ['Gi1/0/1', 'GigabitEthernet1/0/1'], vlan: 101 },
    { mac: '0011.2233.4466', port: ['Po1', 'Port-channel1'], vlan: 1 },
  ]);
  expect(await sw.vlans()).to.include.members([1, 101]);
}

describe('a Cisco switch by its command line', () => {
  let clock: VirtualClock;
  let ios: ScriptedIos;
  let far: Line;
  let calls: number;

  beforeEach(() => {
    clock = new VirtualClock();
    calls = 0;
  });

  function call(wish: ScriptedWish): Line {
    const [near, end] = memoryLines(clock, { latencyMs: 5 });
    const own = new ScriptedIos((text) => {
      if (end.open) void end.write(Buffer.from(text));
    }, wish);
    end.onBytes((bytes) => own.hear(bytes));
    [far, ios] = [end, own];
    calls += 1;
    return near;
  }

  const open = (wish: ScriptedWish = {}, options: Partial<IosSwitchOptions> = {}): Promise<Switch> =>
    clock.runUntil(
      openIosSwitch({ name: 'sw1', openLine: async () => call(wish), protected: [], ...options }, clock),
    );
  const refused = (promise: Promise<unknown>): Promise<string> => clock.runUntil(refusal(promise));

  it('is driven, and nothing is saved', async () => {
    const sw = await open({ enable }, { enable });
    await clock.runUntil(driven(sw));
    expect(ios.typed.filter((line) => /^(write|copy)/.test(line))).to.deep.equal([]);
    expect(ios.typed).to.include.members(['interface GigabitEthernet1/0/1', 'switchport access vlan 999']);
    await sw.close();
    expect(await refused(sw.ports())).to.contain('closed');
  });

  it('tells how its ports are set', async () => {
    const sw = await open();
    const { askedMs, answeredMs, raw, ...settings } = await clock.runUntil(sw.portSettings('Gi1/0/1'));
    expect(settings).to.deep.equal({
      admin: 'up',
      oper: 'up',
      vlan: 101,
      portfast: true,
      spanningTree: 'forwarding',
      trunk: 'off',
      speedMbps: 1000,
    });
    expect(raw).to.contain('Access Mode VLAN: 101').and.to.contain('P2p Edge');
    expect(askedMs).to.be.below(answeredMs);
    expect(await clock.runUntil(sw.portSettings('Gi1/0/4'))).to.include({
      oper: 'down',
      errDisabled: 'bpduguard',
    });
    expect(await clock.runUntil(sw.portSettings('Gi1/0/3'))).to.include({ trunk: 'on', vlan: 1 });
    await clock.runUntil(sw.setPort('Gi1/0/2', 'down'));
    expect(await clock.runUntil(sw.portSettings('Gi1/0/2'))).to.not.have.any.keys('portfast', 'spanningTree');
  });

  it('takes no message that nobody asked for as an answer', async () => {
    const message =
      '*Mar  1 00:01:02.003: %LINK-5-CHANGED: Interface GigabitEthernet1/0/1, changed state to down';
    const sw = await open({ message });
    await clock.runUntil(sw.setPort('Gi1/0/1', 'down'));
    expect(await clock.runUntil(sw.readPort('Gi1/0/1'))).to.include({ admin: 'down' });
  });

  it('refuses what it prints otherwise than is known, line by line', async () => {
    const odd = 'Gi1/0/1   fw-a               wobbling     101        a-full a-1000 10/100/1000BaseTX';
    const status = {
      'show interfaces status': `Port      Name               Status       Vlan       Duplex  Speed Type\n${odd}`,
    };
    expect(await refused(open({ instead: status })))
      .to.contain('show interfaces status, line 2')
      .and.to.contain('wobbling');
    const sw = await open({ instead: { 'show mac address-table': ' 101 0011.2233.4455 DYNAMIC' } });
    expect(await refused(sw.macTable())).to.contain('show mac address-table, line 1');
  });

  it('reads a very long answer once, whatever it repeats', async () => {
    const command = 'show mac address-table';
    const blank = await open({ instead: { [command]: '\n'.repeat(60_000) } });
    expect((await clock.runUntil(blank.macTable())).learned).to.deep.equal([]);
    const echoes = await open({ instead: { [command]: `${command}\n`.repeat(8000) } });
    expect(await refused(echoes.macTable())).to.contain('expected a row');
  });

  it('takes no command when it was closed while it was called', async () => {
    let answer: (line: Line) => void = () => undefined;
    const first = [call({})];
    const openLine = (): Promise<Line> => {
      const line = first.pop();
      return line ? Promise.resolve(line) : new Promise((resolve) => (answer = resolve));
    };
    const sw = await open({}, { openLine });
    await far.close();
    await clock.advance(100);
    const shut = refused(sw.setPort('Gi1/0/1', 'down'));
    await clock.advance(100);
    await sw.close();
    const late = call({});
    answer(late);
    expect(await shut).to.contain('closed');
    expect(late.open).to.equal(false);
    expect(ios.typed).to.deep.equal([]);
  });

  it('says what it does not take, and leaves configuration mode', async () => {
    const said = '% Invalid input detected at marker.';
    const sw = await open({
      instead: { shutdown: said, 'configure terminal': 'Configuration mode is locked' },
    });
    expect(await refused(sw.setPort('Gi1/0/1', 'down'))).to.contain('does not take configure terminal');
    const other = await open({ instead: { shutdown: said } });
    expect(await refused(other.setPort('Gi1/0/1', 'down')))
      .to.contain('sw1: the switch does not take shutdown')
      .and.to.contain('Invalid input');
    expect(ios.typed.at(-1)).to.equal('end');
    expect(await clock.runUntil(other.readPort('Gi1/0/1'))).to.include({ admin: 'up' });
  });

  it('never switches a protected port by any name, nor a trunk, nor into a VLAN that there is none of', async () => {
    const sw = await open({}, { protected: ['GigabitEthernet1/0/2'] });
    expect(await refused(sw.setPort('Gi1/0/2', 'down'))).to.contain(
      '(it is GigabitEthernet1/0/2) is protected',
    );
    expect(await refused(sw.setVlan('Gi1/0/2', 999))).to.contain('is protected');
    expect(await refused(sw.setVlan('Gi1/0/3', 999))).to.contain('it is a trunk or a routed port');
    expect(await refused(sw.setVlan('Gi1/0/1', 997))).to.contain('VLAN 997 does not exist');
    expect(await refused(sw.setVlan('Gi1/0/1', 998))).to.contain('VLAN 998 is not active');
    expect(await refused(sw.readPort('Gi1/0/11')))
      .to.contain('not known to the device')
      .and.to.contain('Gi1/0/1');
    expect(ios.typed).to.not.include('configure terminal');
    expect(await refused(open({}, { protected: ['Gi1/0/9'] }))).to.contain(
      'is protected in the topology, but',
    );
  });

  it('needs the right enable password, and does not tell it', async () => {
    expect(await refused(open({ enable })))
      .to.contain('leads to user EXEC')
      .and.to.contain('add enable');
    const said = await refused(open({ enable: 'another' }, { enable }));
    expect(said).to.contain('refuses the enable password').and.not.to.contain(enable);
  });

  it('is called again when it has hung up on an idle session', async () => {
    const sw = await open();
    await clock.runUntil(far.close());
    await clock.advance(10);
    expect(await clock.runUntil(sw.readPort('Gi1/0/1'))).to.include({ oper: 'up' });
    expect(calls).to.equal(2);
  });

  it('that answers no more is an error within its bound, and is called again after it', async () => {
    const sw = await open();
    ios.isHung = true;
    const begunMs = clock.nowMs();
    expect(await refused(sw.setPort('Gi1/0/1', 'down'))).to.contain(
      'does not answer to show interfaces status',
    );
    expect(clock.nowMs() - begunMs).to.be.at.most(20_000);
    expect(await clock.runUntil(sw.readPort('Gi1/0/1'))).to.include({ oper: 'up' });
  });
});

describe('a Cisco switch by SSH', function () {
  this.timeout(60_000);

  it("is driven through OpenSSH's own server", async function (this: Context) {
    skipWithoutSshdUser(this, readFileSync('/etc/passwd', 'utf8'));
    const shell = `${process.execPath} --import tsx ${join(import.meta.dirname, 'ios-shell.test-support.ts')} ${enable}`;
    const peer = await opensshPeer(this, { shell: `cd ${import.meta.dirname} && exec ${shell}` });
    const { port, login, fingerprint } = peer;
    const openLine = (): Promise<Line> =>
      openSshLine({ host: '127.0.0.1', port, login, hostKey: { fingerprint } }, realClock);
    let sw: Switch | undefined;
    try {
      sw = await openIosSwitch({ name: 'sw1', openLine, enable, protected: [] }, realClock);
      await driven(sw);
    } finally {
      await sw?.close();
      await peer.close();
    }
  });
});
