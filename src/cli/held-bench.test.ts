import type { ChildProcess } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { pause, realClock } from '../clock.ts';
import { everyFile, fover, workFolder } from './fover.test-support.ts';
import type { Ended } from './fover.test-support.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');

/** What becomes of an audit, and of those who come to the same bench while it is on. */
interface Story {
  readonly audit: Ended;
  readonly refused: Ended;
  readonly seen: Ended;
  readonly released: Ended;
  readonly before: string;
  readonly left: string;
  readonly recovered: Ended;
}

describe('a bench that somebody holds', () => {
  it('is refused to others; and a holder that was stopped, and taken from, touches nothing when it goes on', async function () {
    this.timeout(150_000);
    const folder = workFolder();
    for (const file of ['simulated.yaml', 'simulated.secrets'])
      copyFileSync(join(topologies, file), join(folder, file));
    const typed = (...args: string[]): Promise<Ended> =>
      fover(folder, [args[0] ?? '', 'simulated.yaml', ...args.slice(1)]);
    /** Each outlet and port, as its device reads it. */
    const rack = async (): Promise<string> =>
      (await Promise.all([typed('power'), typed('port')])).map(({ out }) => out).join('');
    /** Stops the audit at whatever it does, takes the bench from it, and lets it go on. */
    const tell = async (): Promise<Story> => {
      let holder: ChildProcess | undefined;
      const ended = fover(folder, ['audit', 'simulated.yaml', '--yes'], {
        whileRunning: (child) => (holder = child),
      });
      const hasBegun = (): boolean => {
        const journal = everyFile(folder).find(({ path }) => path.endsWith('journal.ndjson'));
        return journal?.bytes.includes('primary active') === true;
      };
      for (let looks = 0; looks < 6000 && !hasBegun(); looks += 1) await pause(realClock, 10);
      const refused = await typed('port', 'secondary.inside', 'down');
      holder?.kill('SIGSTOP');
      const seen = await typed('who');
      const released = await typed('release', '--force', '--because', 'it hangs');
      const before = await rack();
      holder?.kill('SIGCONT');
      const audit = await ended;
      const left = await rack();
      const recovered = await typed('recover');
      return { audit, refused, seen, released, before, left, recovered };
    };
    let telling: Promise<Story> | undefined;
    await fover(folder, ['simulate', 'simulated.yaml'], {
      whileRunning: (child, out) => {
        if (out.includes('pdu1')) telling ??= tell().finally(() => child.kill('SIGTERM'));
      },
    });
    const story = (await telling)!;
    const { audit, refused, seen, released, before, left, recovered } = story;
    const all = JSON.stringify(story, null, 2);
    expect(refused.code, all).to.equal(3);
    expect(refused.err, all).to.contain('is held by').and.to.contain('audit simulated.yaml --yes');
    expect(seen.out, all).to.contain('Held by').and.to.contain('with token 1');
    expect(released.out, all).to.contain('Released from');
    expect(audit.code, all).to.equal(4);
    expect(audit.out, all).to.contain('our lease was ended by').and.to.contain('because: it hangs');
    expect(left, all).to.equal(before).and.to.contain('primary active (changed');
    expect(recovered.out, all).to.contain('primary active');
  });
});
