/** An event loop that stands still: nothing can be put back then, nor a signal be heard; it must not last for ever. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { expect } from 'chai';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** As it was built: the other thread of a checkout reads no TypeScript. */
const script = resolvePath(import.meta.dirname, '../../dist/src/cli/still.test-support.js');

function still(
  args: readonly string[],
  onOut: (child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { timeout: 20_000, killSignal: 'SIGKILL' });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
      onOut(child);
    });
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

describe('a process whose event loop stands still', function () {
  this.timeout(30_000);

  for (const what of ['computes', 'never lets others'])
    it(`because it ${what}: is asked to stop, then ended, with what is broken named, exit 4`, async () => {
      const { code, out, err } = await still([what, 'broken']);
      expect(code, err).to.equal(4);
      expect(out).to.equal('now\nasked\n');
      expect(err).to.match(/nothing ran in this process for 0\.3 s/);
      expect(err).to.contain('left broken: power of primary on\nPut it back: fover recover rack.yaml\n');
    });

  it('while nothing is broken: the same, exit 70', async () => {
    const { code, err } = await still(['computes']);
    expect(code, err).to.equal(70);
    expect(err).not.to.contain('left broken');
  });

  it('because it waits for a child: says so, and is asked to stop once it is back', async () => {
    const { code, out, err } = await still(['waits for a child', 'broken']);
    expect(err).to.match(/stands still for 0\.\d+ s in a call to the operating system/);
    expect(out).to.equal('now\nasked\nover\n');
    // The end was its own, but something is broken.
    expect(code).to.equal(4);
  });

  it('because the machine slept: nobody is asked anything, and it goes on', async () => {
    let isStopped = false;
    const { code, out, err } = await still(['goes on'], (child) => {
      if (isStopped) return;
      isStopped = true;
      child.kill('SIGSTOP');
      setTimeout(() => child.kill('SIGCONT'), 1500);
    });
    expect(err).to.equal('');
    expect(out).to.equal('now\nover\n');
    expect(code).to.equal(0);
  });
});
