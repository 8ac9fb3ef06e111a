/** One at a time changes a bench: others are refused, and a holder that was taken from touches nothing any more. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pause, realClock } from '../clock.ts';
import { fover, writeSuite } from './fover.test-support.ts';
import type { Ended } from './fover.test-support.ts';
import { serveRack } from './kill/served-rack.test-support.ts';
import type { ServedRack } from './kill/served-rack.test-support.ts';

/** What becomes of a holder that is stopped, and whose bench is given away. */
interface Story {
  readonly holder: Ended;
  readonly seen: Ended;
  readonly released: Ended;
  readonly before: string;
  readonly left: string;
  readonly recovered: Ended;
}

describe('a bench that somebody holds', function () {
  this.timeout(150_000);
  let rack: ServedRack;

  before(async () => {
    rack = await serveRack('configured');
  });
  after(() => rack?.close());

  const typed = (...args: string[]): Promise<Ended> =>
    fover(rack.folder, [args[0] ?? '', 'rack.yaml', ...args.slice(1)]);
  /** Each outlet and port, as its device reads it. */
  const standing = async (): Promise<string> =>
    (await Promise.all([typed('power'), typed('port')])).map(({ out }) => out).join('');

  /** Stops the holder once it has written these words into a file of its own of this name, takes the bench from it, and lets it go on. */
  async function taken(args: readonly string[], file: RegExp, words: RegExp): Promise<Story> {
    let process: ChildProcess | undefined;
    const written = (): readonly string[] =>
      readdirSync(rack.folder, { recursive: true, encoding: 'utf8' }).filter((path) => file.test(path));
    const ofOthers = written();
    const ended = fover(rack.folder, args, { whileRunning: (child) => (process = child) });
    const hasBegun = (): boolean =>
      written()
        .filter((path) => !ofOthers.includes(path))
        .some((path) => words.test(readFileSync(join(rack.folder, path), 'utf8')));
    for (let looks = 0; looks < 6000 && !hasBegun(); looks += 1) await pause(realClock, 10);
    process?.kill('SIGSTOP');
    const seen = await typed('who');
    const released = await typed('release', '--force', '--because', 'it hangs');
    const before = await standing();
    process?.kill('SIGCONT');
    const holder = await ended;
    const left = await standing();
    return { holder, seen, released, before, left, recovered: await typed('recover') };
  }

  function expectTaken(story: Story, command: string): void {
    const { holder, seen, released, before, left, recovered } = story;
    const all = JSON.stringify(story, null, 2);
    expect(seen.out, all).to.contain('Held by').and.to.contain(command).and.to.contain('with token ');
    expect(released.out, all).to.contain('Released from');
    expect(holder.code, all).to.equal(4);
    expect(holder.out, all).to.contain('our lease was ended by').and.to.contain('because: it hangs');
    expect(left, all).to.equal(before);
    expect(recovered.code, all).to.equal(0);
  }

  it('is refused to others', async () => {
    let refusing: Promise<Ended> | undefined;
    const audit = await fover(rack.folder, ['audit', 'rack.yaml', '--yes'], {
      whileRunning: (child) => {
        refusing ??= typed('port', 'secondary.inside', 'down').finally(() => child.kill('SIGTERM'));
      },
    });
    const refused = await refusing!;
    expect(refused.code, refused.out).to.equal(3);
    expect(refused.err).to.contain('is held by').and.to.contain('audit rack.yaml --yes');
    expect(audit.code, audit.out).to.equal(2);
  });

  it('is lost to a run, which leaves the unit dark that it has darkened', async () => {
    const suite = writeSuite(rack.folder, {
      name: 'dark',
      title: 'the standby unit takes over',
      requirements: [],
      begin: 'primary',
      fault: 'unit-power-loss',
      target: 'active',
      watch: 'failover',
    });
    const args = ['run', suite, '-t', 'rack.yaml', '--no-controls'];
    const story = await taken(args, /timeline\.ndjson$/, /"phase":"watch"/);
    expectTaken(story, `run ${suite} -t rack.yaml`);
    expect(story.left).to.match(/primary .*off/);
    expect(story.recovered.out).to.contain('power of primary on');
    expect(await standing()).to.not.match(/primary .*off/);
  });

  it('is lost to an audit in the same way', async () => {
    const story = await taken(['audit', 'rack.yaml', '--yes'], /-audit\/journal\.ndjson$/, / active/);
    expectTaken(story, 'audit rack.yaml --yes');
    expect(story.left).to.match(/(?:primary|secondary) active \(changed/);
  });
});
