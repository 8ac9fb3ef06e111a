import { expect } from 'chai';
import type { UnitName } from '../../pair/index.ts';
import type { ArpPacket } from '../fabric/frame.ts';
import type { LearningSwitch } from '../fabric/switch/learning-switch.ts';
import { NetworkPort } from '../fabric/network-port.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

const units = ['primary', 'secondary'] as const;

async function macOf(pair: PlayedPair, unit: UnitName, name = 'inside'): Promise<string> {
  const shown = (await pair.ask(unit, `show interface ${name}`)).join('\n');
  return /MAC address (\S+),/.exec(shown)?.[1] ?? shown;
}

async function macs(pair: PlayedPair, name?: string): Promise<Record<UnitName, string>> {
  return { primary: await macOf(pair, 'primary', name), secondary: await macOf(pair, 'secondary', name) };
}

/** Listens where everyone of the inside segment hears what is told to all; the gratuitous ARP requests are kept. */
function gratuitousOf(pair: PlayedPair): ArpPacket[] {
  const sw = pair.bench.switches[0] as LearningSwitch;
  const ear = new NetworkPort('ear', pair.clock);
  const heard: ArpPacket[] = [];
  ear.setLit(true);
  ear.onFrame(({ packet }) => {
    if (packet.carries === 'arp' && packet.senderIp === packet.targetIp) heard.push(packet);
  });
  const free = sw.ports.findLast((port) => !port.jack.isCabled)!;
  sw.attach(free.name, 'GigabitEthernet0/1', 'ear', ear);
  return heard;
}

async function bootAlone(pair: PlayedPair): Promise<void> {
  for (const unit of units) pair.power(unit, 'off');
  await pair.clock.advance(1000);
  pair.power('secondary', 'on');
  await pair.clock.advance(8000);
  await pair.enable('secondary');
}

describe('the MAC addresses of a simulated pair', () => {
  let pair: PlayedPair;

  beforeEach(async () => {
    pair = await new PlayedPair().bootstrap();
  });

  afterEach(() => pair.close());

  it('go with the addresses: those of the primary unit with the active ones', async () => {
    const before = await macs(pair);
    expect(before.primary).to.not.equal(before.secondary);
    await pair.say('primary', 'no failover active', 1000);
    expect(await macs(pair)).to.deep.equal({ primary: before.secondary, secondary: before.primary });
    await pair.say('primary', 'failover active', 1000);
    expect(await macs(pair)).to.deep.equal(before);
  });

  it('stay with their units on the failover and state links', async () => {
    const before = [await macs(pair, 'folink'), await macs(pair, 'stlink')];
    await pair.say('primary', 'no failover active', 1000);
    expect([await macs(pair, 'folink'), await macs(pair, 'stlink')]).to.deep.equal(before);
  });

  it('are chosen in the order of the guide: interface, failover, auto, burned in', async () => {
    const burnedIn = await macs(pair);
    await pair.configure('primary', ['mac-address auto prefix 19']);
    const auto = await macs(pair);
    expect(auto.primary).to.match(/^a213\.00/);
    expect(auto.secondary)
      .to.match(/^a213\.00/)
      .and.not.equal(auto.primary);
    const line = 'failover mac address GigabitEthernet0/1 0001.1111.1111 0001.2222.2222';
    await pair.configure('primary', [line]);
    expect(await macs(pair)).to.deep.equal({ primary: '0001.1111.1111', secondary: '0001.2222.2222' });
    await pair.configure('primary', [
      'interface GigabitEthernet0/1',
      'mac-address 0003.3333.3333 standby 0003.4444.4444',
    ]);
    expect(await macs(pair)).to.deep.equal({ primary: '0003.3333.3333', secondary: '0003.4444.4444' });
    await pair.say('primary', 'no failover active', 1000);
    expect(await macs(pair)).to.deep.equal({ primary: '0003.4444.4444', secondary: '0003.3333.3333' });
    await pair.say('primary', 'failover active', 1000);

    await pair.configure('primary', ['interface GigabitEthernet0/1', 'no mac-address']);
    expect(await macs(pair)).to.deep.equal({ primary: '0001.1111.1111', secondary: '0001.2222.2222' });
    await pair.configure('primary', ['no failover mac address GigabitEthernet0/1']);
    expect(await macs(pair)).to.deep.equal(auto);
    await pair.configure('primary', ['no mac-address auto']);
    expect(await macs(pair)).to.deep.equal(burnedIn);
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
  });

  it('are made of the same prefix on both units where nobody gives one', async () => {
    await pair.say('primary', 'configure terminal');
    const [said] = await pair.ask('primary', 'mac-address auto');
    const prefix = /^INFO: Converted to (mac-address auto prefix \d+)$/.exec(said ?? '')?.[1];
    expect(prefix).to.be.a('string');
    for (const unit of units) expect(await pair.ask(unit, 'show running-config')).to.include(prefix);
    const { primary, secondary } = await macs(pair);
    expect(primary.slice(0, 7)).to.equal(secondary.slice(0, 7));
    expect(primary).to.not.equal(secondary);
  });

  it('are those of the secondary unit while it is alone, and of the primary once it is there', async () => {
    const { primary, secondary } = await macs(pair);
    await bootAlone(pair);
    expect(await macOf(pair, 'secondary')).to.equal(secondary);
    const heard = gratuitousOf(pair);
    pair.power('primary', 'on');
    await pair.clock.advance(5000);
    await pair.enable('primary');
    await pair.steady('secondary');
    expect(await macs(pair)).to.deep.equal({ primary: secondary, secondary: primary });
    expect(heard.map(({ senderIp, senderMac }) => [senderIp, senderMac])).to.deep.include([
      '10.1.1.1',
      primary,
    ]);
    expect((await pair.lostDuring(500)).lost).to.deep.equal({ out: 0, in: 0 });
  });

  it('do not change when they are virtual and the primary unit comes later', async () => {
    await pair.configure('primary', [
      'failover mac address GigabitEthernet0/0 0001.0000.0001 0001.0000.0002',
      'failover mac address GigabitEthernet0/1 0001.0000.0003 0001.0000.0004',
    ]);
    await pair.say('primary', 'write memory', 500);
    await bootAlone(pair);
    expect(await macOf(pair, 'secondary')).to.equal('0001.0000.0003');
    pair.power('primary', 'on');
    const { lost } = await pair.lostDuring(6000);
    expect(lost).to.deep.equal({ out: 0, in: 0 });
    await pair.enable('primary');
    await pair.steady('secondary');
    expect(await macs(pair)).to.deep.equal({ primary: '0001.0000.0004', secondary: '0001.0000.0003' });
  });
});

describe('mac-address auto before 8.6', () => {
  it('makes its addresses of slot and port', async () => {
    const topology = testTopology((text) => text.replace('9.2(4)', '8.2(5)'));
    const pair = await new PlayedPair({}, topology).bootstrap();
    await pair.configure('primary', ['mac-address auto']);
    expect(await pair.ask('secondary', 'show running-config')).to.include('mac-address auto');
    expect(await macs(pair)).to.deep.equal({ primary: '1200.0100.0001', secondary: '0200.0100.0001' });
    pair.close();
  });
});
