import { expect } from 'chai';
import { VirtualClock } from '../virtual-clock.ts';
import { KernelDrops } from './kernel-drops.ts';
import type { Unheard } from './heard.ts';

const header =
  '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops';
const table = (...rows: readonly (readonly [string, number])[]): string =>
  [
    header,
    ...rows.map(
      ([port, drops], at) =>
        ` ${at}: 0100007F:${port} 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 10${at} 2 000000008cc43162 ${drops}       `,
    ),
  ].join('\n');

describe('what the kernel dropped', () => {
  it('is told once, with the time in which it happened, for our ports alone', async () => {
    const clock = new VirtualClock();
    const told: (readonly [Unheard, number])[] = [];
    let now = table(['158A', 0], ['048A', 0], ['0035', 7]);
    const ports = [
      { port: 0x158a, witness: 'syslog' as const },
      { port: 0x048a, witness: 'traps' as const },
    ];
    const drops = new KernelDrops(
      clock,
      ports,
      (unheard, lost) => told.push([unheard, lost]),
      () => Promise.resolve(now),
    );
    await clock.advance(2500);
    expect(told).to.deep.equal([]);
    now = table(['158A', 12], ['048A', 0], ['0035', 9]);
    await clock.advance(2000);
    now = table(['158A', 12], ['048A', 3]);
    await drops.stop();
    expect(told.map(([{ witness, fromMs, toMs }, lost]) => [witness, fromMs, toMs, lost])).to.deep.equal([
      ['syslog', 2000, 3000, 12],
      ['traps', 4000, 4500, 3],
    ]);
    expect(told[0]?.[0].why).to.contain('dropped 12 datagrams for UDP port 5514');
  });

  it('is nothing where the system does not say', async () => {
    const clock = new VirtualClock();
    const told: unknown[] = [];
    const drops = new KernelDrops(
      clock,
      [{ port: 514, witness: 'syslog' }],
      (one) => told.push(one),
      () => Promise.resolve(''),
    );
    await clock.advance(3000);
    await drops.stop();
    expect(told).to.deep.equal([]);
  });
});
