/** A whole certification on a bench of other people's programs, as a user starts it: there is no code path of its own. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { controls } from '../../pair/index.ts';
import { fover, onlyRun, verdictOf, writeSuite } from '../fover.test-support.ts';
import { openMixedBench } from './mixed-bench.test-support.ts';
import type { MixedBench } from './mixed-bench.test-support.ts';

/** What a machine beside the pair logs, and no firewall ever does. */
const remark = 'fan 2 of the rack is slow';

/** A line of the timeline or of the journal, as far as it is looked at here. */
interface Entry {
  readonly kind?: string;
  readonly witness?: string;
  readonly saw?: Readonly<Record<string, unknown>>;
  readonly raw?: string;
  readonly intent?: string;
  readonly mended?: string;
}

describe('fover run, on a bench of ser2net, snmpd and powermand', function () {
  this.timeout(400_000);
  let bench: MixedBench | undefined;
  let run = '';
  let said = '';
  let observed: readonly Entry[] = [];

  before(async function (this: Context) {
    bench = await openMixedBench(this);
    const { folder, syslogPort } = bench;
    let isLogged = false;
    const ended = await fover(folder, ['run', '-t', 'mixed.yaml'], {
      whileRunning: (_child, out) => {
        if (isLogged || !out.includes('● ')) return;
        isLogged = true;
        for (const form of ['--rfc3164', '--rfc5424'])
          execFileSync('logger', ['-n', '127.0.0.1', '-P', String(syslogPort), '-d', form, remark]);
      },
    });
    said = ended.out;
    expect(ended.code, `${said}\n${ended.err}`).to.equal(0);
    run = onlyRun(folder);
    observed = linesOf('timeline').filter(({ kind }) => kind === 'observation');
  });
  after(() => bench?.close());

  const linesOf = (name: 'timeline' | 'journal', of = run): readonly Entry[] =>
    readFileSync(join(of, `${name}.ndjson`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
  const by = (witness: string): readonly Entry[] => observed.filter((one) => one.witness === witness);

  it('certifies the pair, each scenario measured inside its predicted window', () => {
    const { bench: kind, scenarios, calibration, troubles } = verdictOf(run);
    expect({ kind, troubles }).to.deep.equal({ kind: 'real', troubles: [] });
    expect(calibration?.standing).to.equal('calibrated');
    expect(scenarios.slice(0, 3).map(({ control }) => control)).to.deep.equal([...controls]);
    expect(scenarios.map(({ outcome }) => outcome)).to.deep.equal(Array(9).fill('pass'));
    for (const { measured, window, scenario } of scenarios.slice(3)) {
      if (scenario === 'failover-link-down') continue;
      expect(measured?.loMs, scenario).to.be.at.least(window?.loMs ?? Infinity);
      expect(measured?.hiMs, scenario).to.be.at.most(window?.hiMs ?? -Infinity);
    }
  });

  it('puts back whatever it broke', () => {
    const journal = linesOf('journal');
    const ids = (key: 'intent' | 'mended') => journal.flatMap((line) => line[key] ?? []).toSorted();
    expect(ids('intent').length).to.be.at.least(8);
    expect(ids('mended')).to.deep.equal(ids('intent'));
  });

  it('has every fault shown by whatever caused it: ports by snmpd, outlets by powermand', () => {
    for (const port of ['p3', 'p4', 'p5'])
      for (const status of ['down', 'up'])
        expect(
          by('switch sw1').map(({ saw }) => saw),
          `${port} ${status}`,
        ).to.deep.include({ sight: 'port', switch: 'sw1', port, admin: status, oper: status });
    for (const outlet of ['fw1', 'fw2'])
      for (const power of ['off', 'on']) {
        const seen = by('pdu pdu1').find(({ saw }) => saw?.['outlet'] === outlet && saw['power'] === power);
        expect(seen?.raw, `${outlet} ${power}`).to.contain(`303 ${outlet}: ${power}`);
      }
    const linkDown = '1.3.6.1.6.3.1.1.5.3';
    expect(by('trap switch sw1').map(({ saw }) => saw?.['oid'])).to.include(linkDown);
  });

  it('hears the units, and keeps and counts what it does not know', () => {
    for (const unit of ['primary', 'secondary'])
      expect(
        by(`syslog ${unit}`).some(({ saw }) => saw?.['means'] !== undefined),
        unit,
      ).to.equal(true);
    const remarks = observed.filter(({ raw }) => raw?.includes(remark));
    expect(remarks.map(({ witness }) => witness)).to.deep.equal(['syslog switch sw1', 'syslog switch sw1']);
    expect(remarks.some(({ saw }) => saw?.['means'] !== undefined)).to.equal(false);
    const [, unknown = '0'] =
      /; (\d+) of them none of failover, 0 notifications refused, 0 messages lost/.exec(said) ?? [];
    expect(Number(unknown)).to.be.at.least(remarks.length);
  });

  it('cuts an interface off whose link stays, by the VLAN of its port', async () => {
    const { folder } = bench!;
    const cutOff = {
      name: 'cut-off',
      title: 'the standby unit takes over when the inside interface of the active unit hears nothing',
      requirements: ['AS-INTERFACE-FAILED-ACTIVE'],
      begin: 'primary',
      fault: 'interface-cut-off',
      interface: 'inside',
      target: 'active',
      watch: 'failover',
    };
    const reports = 'reports-cut-off';
    const args = ['run', '-t', 'mixed.yaml', '-r', reports, '--no-controls', writeSuite(folder, cutOff)];
    const ended = await fover(folder, args);
    expect(ended.code, `${ended.out}\n${ended.err}`).to.equal(0);
    const [scenario] = verdictOf(onlyRun(folder, reports)).scenarios;
    expect(scenario?.measured?.loMs).to.be.at.least(scenario?.window?.loMs ?? Infinity);
    expect(scenario?.measured?.hiMs).to.be.at.most(scenario?.window?.hiMs ?? -Infinity);
    const moved = linesOf('timeline', onlyRun(folder, reports)).flatMap(({ saw }) =>
      saw?.['sight'] === 'port'
        ? [`${String(saw['port'])} ${String(saw['oper'])} ${String(saw['vlan'])}`]
        : [],
    );
    expect(moved).to.include('p3 up 999').and.to.include('p3 up 101');
  });
});
