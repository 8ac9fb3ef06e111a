/** Promise P8, with real processes: whatever is stopped or killed in the middle, the run ends within a bound and says why. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { verifyRun } from '../timeline/index.ts';
import { pause, realClock } from '../clock.ts';
import { needsProgram } from '../transport/peer.test-support.ts';
import {
  builtFover,
  fover,
  journalOf,
  onlyRun,
  untilMeant,
  verdictOf,
  workFolder,
  writeSuite,
} from './fover.test-support.ts';
import type { Ended } from './fover.test-support.ts';

const dark = {
  name: 'dark',
  title: 'the standby unit takes over',
  requirements: [],
  begin: 'primary',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};
const forced = { ...dark, name: 'forced', fault: 'told-standby' };

/** The process that this run started whose command line says so. */
function childOf({ pid }: ChildProcess, says: string): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  for (const row of rows) {
    const [child, parent, ...args] = row.trim().split(/\s+/);
    if (parent === String(pid) && args.join(' ').includes(says)) return Number(child);
  }
  throw new Error(`no child of ${pid} says ${says}`);
}

/** Runs a scenario and does something to the run once it has printed this. */
function disturbed(
  folder: string,
  scenario: Readonly<Record<string, unknown>>,
  when: RegExp,
  strike: (child: ChildProcess) => void,
): Promise<Ended> {
  let struck = false;
  return fover(folder, ['run', '--no-controls', writeSuite(folder, scenario)], {
    whileRunning: (child, out) => {
      if (struck || !when.test(out)) return;
      struck = true;
      const meant = scenario['fault'] === 'unit-power-loss' ? untilMeant(folder) : Promise.resolve();
      void meant.then(() => strike(child));
    },
  });
}

describe('fover run, when something is lost in the middle', function () {
  this.timeout(120_000);

  it('the bench is gone while nothing is broken: ends at once, exit 3, and says what is gone', async () => {
    const folder = workFolder();
    const { code, out } = await disturbed(folder, forced, /● forced/, (child) =>
      process.kill(childOf(child, 'simulate'), 'SIGKILL'),
    );
    expect(code, out).to.equal(3);
    expect(out).to.match(/simulated bench: is gone in the middle of the run: it ended with SIGKILL/);
    expect(verdictOf(onlyRun(folder)).scenarios[0]).to.include({
      outcome: 'inconclusive',
      infrastructure: true,
    });
  });

  it('the whole bench hangs while a unit is dark: ends, exit 4, and names what could not be put back', async () => {
    const folder = workFolder();
    const { code, out } = await disturbed(folder, dark, /fault: power of primary cut/, (child) =>
      process.kill(childOf(child, 'simulate'), 'SIGSTOP'),
    );
    expect(code, out).to.equal(4);
    const { outcome, troubles } = verdictOf(onlyRun(folder));
    expect(outcome).to.equal('inconclusive');
    expect(troubles.join('\n')).to.match(/could not be put back: power of primary on: pdu1/);
    expect(journalOf(folder).trim().split('\n')).to.have.length(1);
  });

  it('the probes are gone: their silence is no proof of traffic', async () => {
    const folder = workFolder();
    const { code, out } = await disturbed(folder, forced, /● forced/, (child) =>
      process.kill(childOf(child, 'probe-process'), 'SIGKILL'),
    );
    expect(code, out).to.equal(2);
    const [scenario] = verdictOf(onlyRun(folder)).scenarios;
    expect(scenario?.because).to.match(/traffic .*the process of the probes is gone|not accounted for/);
  });

  it('this very process is stopped for a while: what it did not see is neither passed nor failed, and it says so', async () => {
    const folder = workFolder();
    const { code, out } = await disturbed(folder, forced, /fault: no failover active/, (child) => {
      child.kill('SIGSTOP');
      setTimeout(() => child.kill('SIGCONT'), 4000);
    });
    expect(code, out).to.equal(2);
    const run = onlyRun(folder);
    const [scenario] = verdictOf(run).scenarios.filter(({ scenario: name }) => name === 'forced');
    expect(scenario).to.include({ outcome: 'inconclusive' });
    expect(scenario?.findings).to.deep.equal([]);
    expect(scenario?.because).to.match(/every witness could not see .*nothing ran in this process for \d/);
    expect(verifyRun(run).standing).to.equal('whole');
  });

  it('whoever reads the output goes away: the run goes on, and so does its exit code', async () => {
    const folder = workFolder();
    const suite = writeSuite(folder, forced, 'expect(1).to.equal(2)');
    let gone = false;
    const { code } = await fover(folder, ['run', '--no-controls', suite], {
      whileRunning: (child) => {
        if (gone) return;
        gone = true;
        child.stdout?.destroy();
      },
    });
    expect(code).to.equal(1);
    expect(verdictOf(onlyRun(folder)).scenarios[0]?.assertions).to.have.length(1);
  });

  it('Ctrl-C, which comes twice under npm, heals all the same', async () => {
    const folder = workFolder();
    const { code, out } = await disturbed(folder, dark, /fault: power of primary cut/, (child) => {
      child.kill('SIGINT');
      child.kill('SIGINT');
      child.kill('SIGTERM');
    });
    expect(code, out).to.equal(2);
    expect(journalOf(folder)).to.contain('"mended":');
  });

  it('a second Ctrl-C while the bench hangs leaves at once, exit 4, and says where to look', async () => {
    const folder = workFolder();
    const { code, err } = await disturbed(folder, dark, /fault: power of primary cut/, (child) => {
      process.kill(childOf(child, 'simulate'), 'SIGSTOP');
      const simulator = childOf(child, 'simulate');
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGINT'), 1500);
      child.once('close', () => process.kill(simulator, 'SIGKILL'));
    });
    expect(code, err).to.equal(4);
    expect(err).to.match(/journal\.ndjson/);
    expect(journalOf(folder)).not.to.contain('mended');
  });

  it('SIGQUIT leaves at once the first time, exit 4', async () => {
    const folder = workFolder();
    const { code, err } = await disturbed(folder, dark, /fault: power of primary cut/, (child) =>
      child.kill('SIGQUIT'),
    );
    expect(code, err).to.equal(4);
    expect(err).to.match(/SIGQUIT: leaving at once.*journal\.ndjson.*nothing to put back/);
  });

  it('a terminal that is lost: the bench is put back, though nobody is there to be told', async function () {
    const socat = needsProgram(this, 'socat');
    const folder = workFolder();
    const suite = writeSuite(folder, dark);
    // A session of its own on a terminal of its own, which goes with socat.
    const command = [process.execPath, builtFover, 'run', '--no-controls', suite].join(' ');
    const screen = spawn(socat, ['-', `EXEC:${command},pty,setsid,ctty`], { cwd: folder });
    screen.stdin.on('error', () => undefined);
    let out = '';
    screen.stdout.on('data', (chunk: Buffer) => {
      const isCut = /fault: power of primary cut/.test((out += chunk.toString()));
      if (isCut) void untilMeant(folder).then(() => screen.kill('SIGKILL'));
    });
    await once(screen, 'close');
    const isTold = (): boolean => existsSync(join(onlyRun(folder), 'junit.xml'));
    for (let looks = 0; looks < 600 && !isTold(); looks++) await pause(realClock, 100);
    expect(journalOf(folder), out).to.contain('"mended":');
    expect(verdictOf(onlyRun(folder)).scenarios[0]?.doubts?.join('\n')).to.match(/SIGHUP/);
  });
});
