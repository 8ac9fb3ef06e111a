/**
 * What every way to a console has to carry: a unit that stands in ROMMON is booted, and its bootstrap is typed. The unit
 * is simulated; the wire and the console server are programs of other people.
 */
import { expect } from 'chai';
import { bootstrapOf, maskLine, revealLine } from '../../bootstrap/index.ts';
import { realClock } from '../../clock.ts';
import { fakeSecrets as secrets, shippedTopology } from '../../simulator/front/fake-bench.test-support.ts';
import { createSimulatedBench } from '../../simulator/index.ts';
import { serveTelnetConsole } from '../../simulator/front/terminal/telnet-console.ts';
import { eventually } from '../../transport/far-end.test-support.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import type { Accepter } from '../../transport/ser2net.test-support.ts';
import { ptyTo, ser2net } from '../../transport/ser2net.test-support.ts';
import type { Line } from '../../transport/index.ts';
import { askFailover, FirewallSession } from '../index.ts';
import type { ConsoleWay } from './index.ts';
import { openConsole } from './index.ts';

const host = '127.0.0.1';
const closing: (() => unknown)[] = [];

/** From the port of the console of the unit to a way that leads there. */
type Lead = (test: AskingTest, consolePort: number) => Promise<ConsoleWay>;

async function wired(test: AskingTest, consolePort: number): Promise<string> {
  const wire = await ptyTo(test, consolePort);
  closing.push(wire.close);
  return wire.device;
}

async function served(test: AskingTest, consolePort: number, accepter: Accepter): Promise<number> {
  const server = await ser2net(test, accepter, await wired(test, consolePort), '19200n81');
  closing.push(server.close);
  return server.port;
}

const ways: Readonly<Record<string, Lead>> = {
  'a serial device': async (test, port) => ({ serial: { device: await wired(test, port) } }),
  'raw TCP of ser2net': async (test, port) => ({ tcp: { host, port: await served(test, port, 'tcp') } }),
  'telnet of ser2net': async (test, port) => ({
    telnet: { host, port: await served(test, port, 'telnet,tcp') },
  }),
  'RFC 2217 of ser2net': async (test, port) => ({
    telnet: { host, port: await served(test, port, 'telnet(rfc2217),tcp'), rfc2217: { baud: 9600 } },
  }),
};

const topology = shippedTopology((written) =>
  Object.assign(written.simulated, { boot: '600ms', sync: '50ms' }),
);
const { username, password, enable } = topology.pair.login;

describe('from ROMMON to bootstrapped, over', function () {
  this.timeout(60_000);

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  for (const [title, lead] of Object.entries(ways))
    it(title, async function () {
      const bench = createSimulatedBench(topology, secrets, realClock);
      closing.push(() => bench.close());
      const front = await serveTelnetConsole(bench.units.primary, { host, port: 0 }, 'tcp');
      closing.push(() => front.close());
      const way = await lead(this, front.endpoint.port);
      const { line } = await openConsole('primary console', [way], { clock: realClock });
      closing.push(() => line.close());

      await interruptBoot(line, () => {
        for (const pdu of Object.values(bench.pduTrouble)) pdu.losePower();
        for (const pdu of Object.values(bench.pduTrouble)) pdu.regainPower();
      });
      await line.write(Buffer.from('boot\r'));

      const session = new FirewallSession(line, realClock, {
        name: 'primary console',
        username,
        password: () => secrets.reveal(password),
        enable: () => secrets.reveal(enable),
      });
      for (const { lines } of bootstrapOf(topology).primary)
        await session.configure(
          lines.map((one) => ({ typed: revealLine(one, secrets), shown: maskLine(one) })),
          { boundMs: 30_000 },
        );
      const { saw } = await askFailover(session, 10_000);
      expect(saw).to.deep.include({ sight: 'failover', on: true });
      await session.close();
    });
});

/** Cycles the power until ESC came within the few moments in which the boot can be interrupted. */
async function interruptBoot(line: Line, cyclePower: () => void): Promise<void> {
  let said = '';
  const leave = line.onBytes((bytes) => (said += Buffer.from(bytes).toString('latin1')));
  for (let attempt = 0; attempt < 20 && !/rommon #\d+> $/.test(said); attempt += 1) {
    said = '';
    cyclePower();
    await eventually('the boot offers to be interrupted', () => said.includes('BREAK or ESC'));
    await line.write(Uint8Array.of(0x1b));
    await eventually('it is interrupted, or goes on', () => /rommon #\d+> $|Loading|help or/.test(said));
  }
  leave();
}
