/** Document 77809, «Failover Monitoring» and «Unit Failure»: the samples are of two PIX with 6.3. */
import { unitNames } from '../../pair/index.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { expectLines, pixPair } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const stored = [
  'interface Ethernet0',
  ' nameif outside',
  ' security-level 0',
  ' ip address 172.20.1.1 255.255.0.0 standby 172.20.1.2',
  'interface Ethernet1',
  ' nameif inside',
  ' security-level 100',
  ' ip address 192.168.7.1 255.255.255.0 standby 192.168.7.2',
  'failover',
];

const head = ['Failover On', 'Cable status: Normal', 'Reconnect timeout 0:00:00'];
/** A host with its active or its standby addresses, by their last number. */
const host = (which: string, last: 1 | 2, outside: string, inside: string): string[] => [
  which,
  'Active time: <n> (sec)',
  `Interface outside (172.20.1.${last}): ${outside}`,
  `Interface inside (192.168.7.${last}): ${inside}`,
];
const waiting = ['Normal (Waiting)', 'Normal (Waiting)'] as const;

describe('document 77809, its samples of cable-based failover, on a PIX with 6.3(5)', () => {
  let pair: PlayedPair;

  before(async () => {
    pair = pixPair('7.0(8)', true, {
      dialect: 'pix-6.3',
      flash: { primary: stored, secondary: stored },
    });
    await pair.clock.advance(2500);
    for (const unit of unitNames) await pair.enable(unit);
  });

  after(() => pair.close());

  const shown = async (line: string): Promise<string[]> => {
    let last: string[] = [];
    await pair.until(async () => {
      last = await pair.ask('primary', 'show failover');
      return last.some((one) => one.includes(line));
    }, 300_000);
    return last;
  };

  walk('pix waiting', async () => {
    expectLines(await shown('Other host: Secondary - Standby '), [
      ...head,
      ...host('This host: Primary - Active', 1, ...waiting),
      ...host('Other host: Secondary - Standby', 2, ...waiting),
    ]);
  });

  walk('pix unit failed', async () => {
    await pair.until(
      async () => !(await pair.ask('primary', 'show failover')).join().includes('Waiting'),
      120_000,
    );
    pair.bench.trouble.primary.isolate('Ethernet1');
    await shown('This host: Primary - Standby (Failed)');
    expectLines(await shown('Other host: Secondary - Active '), [
      ...head,
      ...host('This host: Primary - Standby (Failed)', 2, 'Normal <waiting>', 'Failed (Waiting)'),
      ...host('Other host: Secondary - Active', 1, 'Normal <waiting>', 'Normal <waiting>'),
    ]);
  });
});
