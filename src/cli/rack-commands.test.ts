import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { fover, workFolder } from './fover.test-support.ts';
import type { Ended } from './fover.test-support.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');

/** A folder with a simulated topology of its own, so that no other bench of this machine is meant. */
function withTopology(): string {
  const folder = workFolder();
  for (const file of ['simulated.yaml', 'simulated.secrets'])
    copyFileSync(join(topologies, file), join(folder, file));
  return folder;
}

describe('the commands for a rack', () => {
  it('want a bench that runs, and somebody to ask', async () => {
    const folder = withTopology();
    const ended = await Promise.all([
      fover(folder, ['power', 'simulated.yaml']),
      fover(folder, ['audit', 'simulated.yaml']),
      fover(folder, ['console', 'simulated.yaml', 'primary']),
      fover(folder, ['console', 'simulated.yaml', 'tertiary']),
    ]);
    expect(ended.map(({ code }) => code)).to.deep.equal([3, 64, 64, 64]);
    expect(ended[0]?.err).to.contain('is not running; start it in another terminal: fover simulate');
    expect(ended[1]?.err).to.contain('an audit cuts links and power, and nobody is there to be asked');
    expect(ended[2]?.err).to.contain('needs a terminal');
    expect(existsSync(join(folder, 'reports'))).to.equal(false);
  });

  it('attach to the bench that fover simulate serves, and put back what they change', async () => {
    const folder = withTopology();
    const said: Ended[] = [];
    const tried = async (...args: string[]): Promise<void> => {
      said.push(await fover(folder, [args[0] ?? '', 'simulated.yaml', ...args.slice(1)]));
    };
    let trying: Promise<void> | undefined;
    const all = async (): Promise<void> => {
      await tried('power');
      await tried('power', '1', 'off');
      await tried('port', 'secondary.inside', 'down');
      await tried('port', 'secondary.inside');
      await tried('port', 'secondary.inside', 'up');
      await tried('port', 'secondary.outside', 'down');
      await tried('audit', '--yes');
      await tried('recover');
      await tried('recover', '--json');
      await tried('port', 'secondary.outside');
    };
    await fover(folder, ['simulate', 'simulated.yaml'], {
      whileRunning: (child, out) => {
        if (!out.includes('pdu1')) return;
        trying ??= all().finally(() => child.kill('SIGTERM'));
      },
    });
    await trying;
    expect(
      said.map(({ code }) => code),
      JSON.stringify(said),
    ).to.deep.equal([0, 64, 0, 0, 0, 0, 4, 0, 0, 0]);
    expect(said[0]?.out).to.match(/pdu1:2 +secondary +on/);
    expect(said[1]?.err).to.contain('strikes primary: it is active. secondary is ready to take over.');
    expect(said[3]?.out)
      .to.match(/secondary\.inside +down +down/)
      .and.to.contain('to be put back');
    expect(said[6]?.err)
      .to.contain('GigabitEthernet1/0/2 of sw1 up (changed 2')
      .and.to.contain('fover recover simulated.yaml');
    expect(said[7]?.out)
      .to.match(/put back +GigabitEthernet1\/0\/2 of sw1 up \(by hand\)/)
      .and.to.contain('The bench is as it was.');
    expect(JSON.parse(said[8]?.out ?? '')).to.deep.equal({ recovered: [], unread: [], exitCode: 0 });
    expect(said[9]?.out).to.match(/secondary\.outside +up +up/);
    expect(readdirSync(join(folder, 'reports')), 'what was refused leaves no run').to.deep.equal([]);
    expect((await fover(folder, ['power', 'simulated.yaml'])).code).to.equal(3);
  });
});
