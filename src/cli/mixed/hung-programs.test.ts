/** A program of the bench that stops in the middle of a run ends the run, which says which one it was: P8 and P3. */
import { expect } from 'chai';
import type { Context } from 'mocha';
import { exitCodes } from '../exit-code.ts';
import { fover, onlyRun, verdictOf, writeSuite } from '../fover.test-support.ts';
import { openMixedBench } from './mixed-bench.test-support.ts';
import type { MixedBench, MixedProgram } from './mixed-bench.test-support.ts';

const powerLoss = { fault: 'unit-power-loss' };
const linkLoss = { fault: 'interface-down', interface: 'inside' };

/** Which program stops, what is asked meanwhile, how the run ends, and what it says of it. */
const hangs: readonly {
  readonly program: MixedProgram;
  readonly asked: Readonly<Record<string, string>>;
  readonly code: number;
  readonly says: RegExp;
}[] = [
  {
    program: 'powermand',
    asked: powerLoss,
    code: exitCodes.infrastructure,
    says: /^pdu1: .*nothing came within 15000 ms; is powermand hung/m,
  },
  {
    program: 'ser2net',
    asked: powerLoss,
    code: exitCodes.infrastructure,
    says: /^primary console: .*the console server does not answer for 4 s; does it hang\?/m,
  },
  {
    // How the port is cannot be read, so it is not shut, and nothing is to be put back.
    program: 'snmpd',
    asked: linkLoss,
    code: exitCodes.infrastructure,
    says: /^sw1: could not read port p3: .*no answer to 3 attempts/m,
  },
];

describe('fover run, on a bench of which a program hangs', function () {
  // One console server, asked once more and given up, is what takes longest: half a minute, behind a bootstrap.
  this.timeout(150_000);
  let bench: MixedBench | undefined;

  before(async function (this: Context) {
    bench = await openMixedBench(this);
  });
  after(() => bench?.close());

  for (const { program, asked, code, says } of hangs)
    it(`ends within its bound, and blames the bench and not the pair: ${program}`, async () => {
      const { folder, signal } = bench!;
      const scenario = {
        name: `${program}-hangs`,
        title: 'the standby unit takes over',
        requirements: ['AS-TAKEOVER'],
        begin: 'primary',
        ...asked,
        target: 'active',
        watch: 'failover',
      };
      const reports = `reports-${program}`;
      const args = ['run', '-t', 'mixed.yaml', '-r', reports, '--no-controls', writeSuite(folder, scenario)];
      let isStopped = false;
      const ended = await fover(folder, args, {
        whileRunning: (_child, out) => {
          if (isStopped || !out.includes(`● ${scenario.name}`)) return;
          isStopped = true;
          signal(program, 'SIGSTOP');
        },
      });
      signal(program, 'SIGCONT');
      expect(ended.code, `${ended.out}\n${ended.err}`).to.equal(code);
      const { scenarios } = verdictOf(onlyRun(folder, reports));
      expect(scenarios).to.have.length(1);
      expect(scenarios[0]).to.include({ outcome: 'inconclusive', infrastructure: true });
      expect(scenarios[0]?.doubts?.join('\n')).to.match(says);
      expect(ended.out)
        .to.contain('INFRASTRUCTURE')
        .and.to.not.match(/^ *FAIL/m);
    });
});
