import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import type { Switch } from '../../device/index.ts';
import { ScriptedIos } from '../../device/switch/cisco-ios/scripted-ios.test-support.ts';
import { BenchError } from '../../errors.ts';
import type { TopologySwitch } from '../../topology/index.ts';
import { portOf } from '../../transport/far-end.test-support.ts';
import { openSwitch } from './open-switch.ts';

const values: Readonly<Record<string, string>> = { PASSWORD: 'pass-word', ENABLE: 'enable-word' };
const opening = {
  secrets: { reveal: ({ secret }: { secret: string }) => values[secret] ?? '', values: () => [] },
  clock: realClock,
  progress: { say: (): undefined => undefined, waiting: () => (): undefined => undefined },
};

/** A switch that asks for a name and a password by telnet, and then is the small IOS. */
async function telnetSwitch(): Promise<{ readonly server: Server; readonly sockets: readonly Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const answers: string[] = [];
    let ios: ScriptedIos | undefined;
    let typed = '';
    socket.write('\r\nUser Access Verification\r\n\r\nUsername: ');
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      // A carriage return of telnet is followed by a NUL.
      const said = Buffer.from(bytes.filter((byte) => byte !== 0));
      if (ios) return ios.hear(said);
      typed += said.toString('latin1');
      if (!typed.endsWith('\r')) return;
      answers.push(typed.slice(0, -1));
      typed = '';
      if (answers.length === 1) socket.write('Password: ');
      else if (answers.join(' ') === 'fover pass-word')
        ios = new ScriptedIos((text) => void socket.write(text), { enable: 'enable-word' });
      else socket.write('% Login invalid\r\n\r\nUsername: ');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, sockets };
}

describe('a switch of a topology', () => {
  it('is driven by its command line over telnet, secrets revealed', async () => {
    const { server, sockets } = await telnetSwitch();
    const login = { username: 'fover', password: { secret: 'PASSWORD' } };
    const written: TopologySwitch = {
      cli: {
        dialect: 'cisco-ios',
        telnet: { host: '127.0.0.1', port: portOf(server), login },
        enable: { secret: 'ENABLE' },
      },
      settle: 1000,
      poll: 100,
      protected: ['Gi1/0/3'],
      'isolation-vlans': [],
    };
    let sw: Switch | undefined;
    try {
      sw = await openSwitch('sw1', written, opening);
      await sw.setPort('Gi1/0/1', 'down');
      expect(await sw.readPort('GigabitEthernet1/0/1')).to.include({ admin: 'down', oper: 'down' });
      const [settled] = await Promise.allSettled([sw.setPort('Gi1/0/3', 'down')]);
      expect(settled.status === 'rejected' && settled.reason).to.be.instanceOf(BenchError);
    } finally {
      await sw?.close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    }
  });
});
