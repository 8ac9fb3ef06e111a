/** A switch that is somebody else's: Debian's snmpd, and the kernel's bridges and cables, in namespaces of their own. */
import { expect } from 'chai';
import type { Context } from 'mocha';
import { pause, realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { openTrapEar } from '../../transport/index.ts';
import type { ReceivedTrap, SnmpAgentAccess, TrapEar } from '../../transport/index.ts';
import { ifOperStatus } from './if-mib.ts';
import type { Switch } from './index.ts';
import { openSnmpSwitch } from './index.ts';
import type { Rack } from './rack.test-support.ts';
import { openRack } from './rack.test-support.ts';

const linkDown = '1.3.6.1.6.3.1.1.5.3';
const ifIndex = '1.3.6.1.2.1.2.2.1.1';
const community = 'may-write';
const user = { name: 'lab', auth: 'auth-password', priv: 'priv-password' };
const settings = [
  `rwcommunity ${community}`,
  `createUser ${user.name} SHA-256 "${user.auth}" AES "${user.priv}"`,
  `rwuser ${user.name} priv`,
  // Notifications of its own, in both versions: it looks at its ports every second.
  'createUser itself',
  'rouser itself noauth',
  'iquerySecName itself',
  `trap2sink 127.0.0.1:1162 ${community}`,
  `trapsess -v 3 -l authPriv -u ${user.name} -a SHA-256 -A ${user.auth} -x AES -X ${user.priv} 127.0.0.1:1162`,
  `notificationEvent gone .${linkDown} .${ifIndex} .${ifOperStatus}`,
  `monitor -r 1 -S -e gone "down" .${ifOperStatus} == 2`,
];
const versions: readonly (readonly [string, (port: number) => SnmpAgentAccess])[] = [
  ['version 2c', (port) => ({ host: '127.0.0.1', port, version: '2c', community })],
  [
    'version 3 with SHA-256 and AES',
    (port) => ({
      host: '127.0.0.1',
      port,
      version: '3',
      user: user.name,
      auth: { protocol: 'sha256', password: user.auth },
      priv: { protocol: 'aes', password: user.priv },
    }),
  ],
];

describe("a switch of Debian's snmpd in a namespace of its own", function () {
  this.timeout(60_000);
  let rack: Rack | undefined;
  let ear: TrapEar | undefined;
  let sw: Switch | undefined;
  const traps: ReceivedTrap[] = [];

  before(async function (this: Context) {
    const audience = {
      communities: [community],
      users: [
        {
          user: user.name,
          auth: { protocol: 'sha256', password: user.auth },
          priv: { protocol: 'aes', password: user.priv },
        } as const,
      ],
    };
    ear = await openTrapEar({ host: '127.0.0.1', port: 0, bufferBytes: 1 << 20 }, audience, realClock, {
      onTrap: (trap) => traps.push(trap),
      onRefused: () => undefined,
    });
    rack = await openRack(this, { settings, trapsTo: ear.port });
  });

  afterEach(async () => {
    await sw?.close();
    traps.length = 0;
  });

  after(async () => {
    await rack?.close();
    await ear?.close();
  });

  const open = async (access: (port: number) => SnmpAgentAccess): Promise<Switch> =>
    (sw = await openSnmpSwitch({ name: 'sw1', access: access(rack!.port), protected: [] }, realClock));
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await pause(realClock, 20);
  };
  /** Whether numbers of the other host still come to the first one. */
  const hears = async (): Promise<boolean> => {
    const before = await rack!.host(1);
    await pause(realClock, 100);
    return (await rack!.host(1)).heard > before.heard;
  };

  for (const [version, access] of versions) {
    it(`loses and gets back the carrier of the far end with the port, by ${version}`, async () => {
      const of = await open(access);
      expect(await of.ports()).to.include.members(['p1', 'p2']);
      const before = await rack!.host(1);
      expect(before).to.include({ carrier: true });
      await of.setPort('p1', 'down');
      await until(async () => !(await rack!.host(1)).carrier);
      expect(await rack!.host(2)).to.include({ carrier: true });
      await until(async () => (await of.readPort('p1')).oper === 'down');
      for (const by of ['2c', '3'] as const)
        await until(async () => traps.some(({ oid, version: read }) => oid === linkDown && read === by));
      expect(await of.readPort('p1')).to.include({ admin: 'down' });
      expect(await of.readPort('p2')).to.include({ admin: 'up', oper: 'up' });
      await of.setPort('p1', 'up');
      await until(async () => (await rack!.host(1)).carrier);
      await until(async () => (await of.readPort('p1')).oper === 'up');
      expect((await rack!.host(1)).linkEvents).to.equal(before.linkEvents + 2);
    });

    it(`stops the traffic of a port that it puts into another VLAN, whose link stays, by ${version}`, async () => {
      const of = await open(access);
      await until(hears);
      const before = await rack!.host(1);
      expect(await of.readVlan('p1')).to.include({ vlan: 101 });
      await of.setVlan('p1', 999);
      expect(await of.readVlan('p1')).to.include({ vlan: 999, admin: 'up', oper: 'up' });
      await until(async () => !(await hears()));
      await of.setVlan('p1', 101);
      await until(hears);
      const { carrier, linkEvents } = await rack!.host(1);
      expect({ carrier, linkEvents }).to.deep.equal({ carrier: true, linkEvents: before.linkEvents });
    });
  }

  it('refuses a VLAN that there is none of, in the words of the agent', async () => {
    const of = await open(versions[0]![1]);
    const [settled] = await Promise.allSettled([of.setVlan('p1', 998)]);
    expect(settled.status === 'rejected' && settled.reason)
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.contains('sw1: could not put port p1 into VLAN 998')
      .and.contains('inconsistentValue');
    expect(await of.readVlan('p1')).to.include({ vlan: 101 });
  });

  it('that answers no more is an error of the bench within its bound, and is driven again once it goes on', async () => {
    const of = await open(versions[0]![1]);
    rack!.signal('SIGSTOP');
    const [settled] = await Promise.allSettled([of.readPort('p1')]);
    expect(settled.status === 'rejected' && settled.reason)
      .to.be.instanceOf(BenchError)
      .with.property('message')
      .that.matches(
        /^sw1: could not read port p1: .*no answer to 3 attempts\. Is the device powered and reachable/,
      );
    rack!.signal('SIGCONT');
    expect(await of.readPort('p1')).to.include({ admin: 'up', oper: 'up' });
  });
});
