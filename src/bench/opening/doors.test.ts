import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { openSecrets, readTopology } from '../../topology/index.ts';
import type { ConsoleWay } from '../../topology/index.ts';
import { doorsOf } from './doors.ts';
import { silentProgress } from '../progress.ts';

describe('the doors of a bench', () => {
  const { topology, path } = readTopology(
    join(resolve(import.meta.dirname, '../../../topologies'), 'simulated.yaml'),
  );
  const secrets = openSecrets(topology, path, {});

  const doors = (console: readonly ConsoleWay[]) =>
    doorsOf({
      topology: {
        ...topology,
        units: { ...topology.units, primary: { ...topology.units.primary, console: [...console] } },
      },
      secrets,
      clock: realClock,
      progress: silentProgress,
    });

  it('leave a busy line to whoever holds it, though the topology says how it is cleared', async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const { login } = topology.pair;
    const clear = { line: 33, legacy: false, by: 'telnet' as const, port, login };
    const busy = { telnet: { host: '127.0.0.1', port: 1, 'clear-line': clear } };
    try {
      const said = await doors([busy])
        .console('primary', 0)
        .then(String, (error: unknown) => error);
      expect(said).to.be.instanceOf(BenchError);
      expect(calls).to.equal(0);
    } finally {
      server.close();
    }
  });

  it('name what the topology has not', async () => {
    const of = doors(topology.units.primary.console);
    const refused = (opening: Promise<unknown>) => opening.then(String, (error: unknown) => String(error));
    expect(await refused(of.console('primary', 1))).to.contain('no way number 2');
    expect(await refused(of.switch('sw9'))).to.contain('no such switch');
    expect(await refused(of.pdu('pdu9'))).to.contain('no such PDU');
    expect(await refused(of.management('primary', 'telnet'))).to.contain('not managed by telnet');
  });
});
