import { expect } from 'chai';
import { VirtualClock } from '../../../virtual-clock.ts';
import { community, fakePdu, fakeSecrets, shippedTopology } from '../fake-bench.test-support.ts';
import type { Front } from '../door/front.ts';
import { itWith, peers, run } from '../peers.test-support.ts';
import { refusalOf, SnmpClient } from '../snmp/snmp-client.test-support.ts';
import { servePdu } from './serve-pdu.ts';

const rpdu2 = '1.3.6.1.4.1.318.1.1.26.9.2';
const commandOf = (outlet: number): string => `${rpdu2}.4.1.5.${outlet}`;
const stateOf = (outlet: number): string => `${rpdu2}.3.1.5.${outlet}`;
const pendingOf = (outlet: number): string => `${rpdu2}.3.1.6.${outlet}`;
const [stateOff, stateOn, pending, settled] = [1, 2, 1, 2] as const;
const order = { on: 1, off: 2, reboot: 3, delayedOn: 5, delayedOff: 6, cancel: 8 } as const;

describe('SNMP agent of a PDU', () => {
  const access = shippedTopology().pdus['pdu1']!.snmp!;
  let clock: VirtualClock;
  let device: ReturnType<typeof fakePdu>;
  let front: Front;
  let client: SnmpClient;

  beforeEach(async () => {
    clock = new VirtualClock();
    device = fakePdu();
    front = await servePdu(device, access, fakeSecrets, clock);
    client = SnmpClient.community(front.endpoint, community);
  });
  afterEach(async () => {
    client.close();
    await front.close();
  });

  it('is an APC rPDU2', async () => {
    expect(await client.get('1.3.6.1.2.1.1.2.0')).to.deep.equal(['1.3.6.1.4.1.318.1.3.4.6']);
    expect(await client.walk(`${rpdu2}.3.1`)).to.deep.equal(
      [
        ['1.1: 1', '1.2: 2', '2.1: 1', '2.2: 1', '3.1: outlet 1', '3.2: outlet 2', '4.1: 1', '4.2: 2'],
        ['5.1: 2', '5.2: 2', '6.1: 2', '6.2: 2'],
      ].flat(),
    );
    expect(await client.get(`${rpdu2}.1.1.7.1`)).to.deep.equal([5]);
  });

  it('says yes at once, is pending until the relay moves, and counts states the other way round', async () => {
    await client.set(commandOf(1), order.off);
    expect(device.told).to.deep.equal(['1 off']);
    expect(await client.get(stateOf(1), pendingOf(1), commandOf(1))).to.deep.equal([
      stateOn,
      pending,
      order.on,
    ]);
    device.relay(1);
    expect(await client.get(stateOf(1), pendingOf(1), commandOf(1))).to.deep.equal([
      stateOff,
      settled,
      order.off,
    ]);
    expect(await client.get(stateOf(2), pendingOf(2))).to.deep.equal([stateOn, settled]);
  });

  it('reboots an outlet that is on, and leaves one that is off alone', async () => {
    await client.set(commandOf(1), order.reboot);
    device.relay(1);
    expect(await client.get(stateOf(1), pendingOf(1))).to.deep.equal([stateOff, pending]);
    await clock.advance(5000);
    expect(device.told).to.deep.equal(['1 off', '1 on']);
    await client.set(commandOf(2), order.off);
    device.relay(2);
    await client.set(commandOf(2), order.reboot);
    await clock.advance(60_000);
    expect(device.told).to.deep.equal(['1 off', '1 on', '2 off']);
  });

  it('delays, and cancels what is delayed', async () => {
    await client.set(commandOf(1), order.delayedOff);
    await client.set(commandOf(2), order.delayedOff);
    await client.set(commandOf(2), order.cancel);
    expect(await client.get(pendingOf(1), pendingOf(2))).to.deep.equal([pending, settled]);
    expect(device.told).to.deep.equal([]);
    await clock.advance(5000);
    expect(device.told).to.deep.equal(['1 off']);
    await client.set(commandOf(1), order.delayedOn);
    await clock.advance(5000);
    expect(device.told).to.deep.equal(['1 off', '1 on']);
  });

  it('obeys the last of two commands', async () => {
    await client.set(commandOf(1), order.reboot);
    await client.set(commandOf(1), order.off);
    await clock.advance(60_000);
    expect(device.told).to.deep.equal(['1 off', '1 off']);
  });

  it('refuses what is no command, what is no outlet, and what is only read', async () => {
    expect(await refusalOf(client.set(commandOf(1), 4))).to.equal('WrongValue');
    expect(await refusalOf(client.set(commandOf(1), 0))).to.equal('WrongValue');
    expect(await refusalOf(client.set(commandOf(3), order.off))).to.equal('NoCreation');
    expect(await refusalOf(client.set(stateOf(1), stateOff))).to.equal('NotWritable');
    expect(device.told).to.deep.equal([]);
  });

  it('forgets its orders when it is closed', async () => {
    await client.set(commandOf(1), order.delayedOff);
    await front.close();
    expect(clock.pending).to.equal(0);
  });

  itWith(peers.snmpwalk, 'obeys snmpset of Debian', async () => {
    const agent = `127.0.0.1:${front.endpoint.port}`;
    const args = ['-v2c', '-c', community, '-Oqn', agent, commandOf(2), 'i', '2'];
    expect(await run('snmpset', args, { env: { MIBS: '' } })).to.include({
      code: 0,
      stdout: `.${commandOf(2)} 2\n`,
    });
    expect(device.told).to.deep.equal(['2 off']);
  });
});
