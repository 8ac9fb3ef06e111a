/**
 * A device that hangs while something is broken on it or through it: the run ends within its bounds as README.md says
 * («How a run ends»), names the device, puts everything else back, and `fover recover` the rest, once it goes on. A process
 * before each device is stopped (SIGSTOP) at that moment. `npm run kill-points` takes every device.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pause, realClock } from '../../clock.ts';
import type { Edit } from '../../topology/edited-topology.test-support.ts';
import { needsProgram } from '../../transport/peer.test-support.ts';
import { exitCodes } from '../exit-code.ts';
import { everyFile, fover } from '../fover.test-support.ts';
import type { Ended } from '../fover.test-support.ts';
import { stateOf } from './bench-state.test-support.ts';
import type { Fronted } from './device-fronts.test-support.ts';
import { serveFrontedRack } from './served-rack.test-support.ts';
import type { FrontedRack } from './served-rack.test-support.ts';

const isEvery = process.env['FOVER_KILL'] === 'every';

/** An adapter that is put in again is out for so long. */
const outMs = 1500;

/** What becomes of a device. */
const strikes = {
  hangs: async (fronts: FrontedRack['fronts'], device: Fronted) => fronts.signal(device, 'SIGSTOP'),
  'is unplugged': (fronts: FrontedRack['fronts']) => fronts.unplug(),
  'is unplugged and comes back': async (fronts: FrontedRack['fronts']) => {
    await fronts.unplug();
    await pause(realClock, outMs);
    await fronts.plugIn();
  },
};

interface Frozen {
  readonly device: Fronted;
  /** What becomes of it; it hangs where nothing is said. */
  readonly becomes?: keyof typeof strikes;
  readonly meanwhile: string;
  /** What is played, as it stands in a suite. */
  readonly words: string;
  /** What the timeline of the run shows when the device is stopped. */
  readonly when: RegExp;
  /** Several where it hangs on the moment. */
  readonly codes: readonly number[];
  /** What is said of it by whoever looks at the run. */
  readonly says: RegExp;
  /** Whether it is tried when not every one is. */
  readonly isSample?: true;
}

const watching = /"phase":"watch"/;
const powerLoss = `fault: 'unit-power-loss', target: 'active', watch: 'failover'`;
const typed = `setup: [takes('failover polltime unit msec 800 holdtime 4', 'it is taken', [])]`;

const frozen: readonly Frozen[] = [
  {
    device: 'primary console',
    meanwhile: 'what was typed there is not undone',
    words: `${typed}, fault: 'interface-cut-off', target: 'active', interface: 'inside', watch: 'failover'`,
    when: watching,
    codes: [exitCodes.benchLeftDirty],
    says: /could not be put back.*primary console/i,
  },
  {
    device: 'secondary console',
    meanwhile: 'failover is turned off there',
    words: `fault: 'told-off', target: 'active', watch: 'nothing', begin: 'secondary'`,
    when: watching,
    codes: [exitCodes.benchLeftDirty],
    says: /secondary console/,
  },
  {
    device: 'secondary console',
    meanwhile: 'its mate is without power',
    words: powerLoss,
    when: watching,
    // Who does not know that a line hangs takes it for a unit that is silent, whose silence is no evidence.
    codes: [exitCodes.inconclusive],
    says: /console secondary/,
  },
  {
    device: 'secondary console',
    becomes: 'is unplugged',
    meanwhile: 'its mate is without power',
    words: powerLoss,
    when: watching,
    codes: [exitCodes.infrastructure],
    says: /secondary console: .*could not be opened again for 20 s/,
  },
  {
    device: 'secondary console',
    becomes: 'is unplugged and comes back',
    meanwhile: 'its mate is without power',
    words: powerLoss,
    when: watching,
    // On a busy machine probes are late as well, and nothing is proven.
    codes: [exitCodes.pass, exitCodes.inconclusive],
    says: /console secondary could not see from .*: the device went away/,
    isSample: true,
  },
  {
    device: 'sw1',
    meanwhile: 'two of its ports are not as they were',
    words: `fault: 'interface-cut-off', target: 'active', interface: 'inside', watch: 'none',
      next: [{ fault: 'interface-down', target: 'standby', interface: 'outside', watch: 'failover' }]`,
    when: watching,
    codes: [exitCodes.benchLeftDirty],
    says: /could not be put back.*sw1/i,
  },
  {
    device: 'pdu1',
    meanwhile: 'a unit is without power',
    words: powerLoss,
    when: watching,
    codes: [exitCodes.benchLeftDirty],
    says: /could not be put back.*pdu1/i,
  },
  {
    device: 'management addresses',
    meanwhile: 'they are to be asked',
    words: `fault: 'interface-down', target: 'active', interface: 'outside', watch: 'failover',
      during: [seesAt('management', '^active address secondary', 'the secondary answers', [])]`,
    when: watching,
    codes: [exitCodes.infrastructure],
    says: /active address/,
  },
  {
    device: 'inside host',
    meanwhile: 'a unit is without power',
    words: powerLoss,
    when: watching,
    // From here, a host that hangs is a pair that passes nothing any more: it is judged by what was asked of the traffic.
    codes: [exitCodes.fail, exitCodes.pass],
    says: /flow inside-to-outside was still interrupted at the end|PASS/,
  },
  {
    device: 'outside host',
    meanwhile: 'a unit is without power',
    words: powerLoss,
    when: watching,
    codes: [exitCodes.fail, exitCodes.pass],
    says: /flow inside-to-outside was still interrupted at the end|PASS/,
  },
  {
    device: 'messages of the units',
    meanwhile: 'a unit is without power',
    words: powerLoss,
    when: watching,
    codes: [exitCodes.pass],
    says: /PASS/,
  },
];

/** What is waited for, as short as this bench is quick. */
const quick: readonly Edit[] = [
  [['pair', 'steady'], '20s'],
  [['pdus', 'pdu1', 'settle'], '2s'],
  [['switches', 'sw1', 'settle'], '2s'],
];

describe('a device that hangs', function () {
  this.timeout(isEvery ? 0 : 300_000);
  let rack: FrontedRack;
  let asItWas: Awaited<ReturnType<typeof stateOf>>;

  before(async function () {
    needsProgram(this, 'snmpwalk');
    rack = await serveFrontedRack(this, quick);
    asItWas = await stateOf(rack);
  });
  after(() => rack?.close());

  const recover = (): Promise<Ended> => fover(rack.folder, ['recover', 'rack.yaml']);

  const asked = (reports: string): readonly string[] => ['-t', 'rack.yaml', '--no-controls', '-r', reports];

  const write = (name: string, words: string): string => {
    const path = join(rack.folder, `${name}.mjs`);
    const text = `import { certify, seesAt, takes } from 'fover';
      describe('frozen', () => certify({ name: 'one', title: 'one', requirements: [], begin: 'primary', ${words} }));\n`;
    writeFileSync(path, text);
    return path;
  };

  for (const one of frozen.filter(({ isSample }) => isEvery || isSample)) {
    const { device, becomes = 'hangs', meanwhile, words, when, codes, says } = one;
    it(`ends the run with ${codes.join(' or ')}: ${device} ${becomes}, while ${meanwhile}`, async () => {
      const reports = `${device} ${becomes} ${meanwhile}`.replaceAll(/\W+/g, '-');
      const isOver = new AbortController();
      let stoppedMs = 0;
      let isInTime = false;
      const stopping = async (): Promise<void> => {
        while (
          !isOver.signal.aborted &&
          !timelineOf(join(rack.folder, reports)).some((text) => when.test(text))
        )
          await pause(realClock, 20);
        isInTime = !isOver.signal.aborted;
        stoppedMs = realClock.nowMs();
        await strikes[becomes](rack.fronts, device);
      };
      const [ended] = await Promise.all([
        fover(rack.folder, ['run', write(reports, words), ...asked(reports)]).finally(() => isOver.abort()),
        stopping(),
      ]);
      const seconds = ((realClock.nowMs() - stoppedMs) / 1000).toFixed(1);
      // Whoever recovers while it still hangs is told so, and can do it again.
      const early = isEvery && ended.code === 4 ? await recover() : undefined;
      if (becomes === 'hangs') rack.fronts.signal(device, 'SIGCONT');
      else if (becomes === 'is unplugged') await rack.fronts.plugIn();
      const told = `${ended.out}${ended.err}`;
      const recovered = await recover();
      const now = await stateOf(rack);
      if (isEvery)
        process.stdout.write(`    ${device} ${becomes}, ${meanwhile}: ${ended.code} after ${seconds} s\n`);
      expect(isInTime, `it was not over yet\n${told}`).to.equal(true);
      expect(ended.code, told).to.be.oneOf([...codes]);
      expect(told).to.match(says);
      if (early) {
        expect(early.code, early.out + early.err).to.equal(exitCodes.benchLeftDirty);
        expect(early.out + early.err).to.contain(device);
      }
      expect(recovered.code, `${told}\n${recovered.out}${recovered.err}`).to.equal(0);
      expect(now, `${told}\n${recovered.out}`).to.deep.equal(asItWas);
    });
  }
});

/** The timelines of all runs below a folder, as far as they are written. */
function timelineOf(reports: string): readonly string[] {
  try {
    return everyFile(reports)
      .filter(({ path }) => path.endsWith('timeline.ndjson'))
      .map(({ path }) => readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
}
