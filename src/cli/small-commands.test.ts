import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connect } from 'node:net';
import { expect } from 'chai';
import { realClock } from '../clock.ts';
import { askFailover, FirewallSession } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import { readEndpoints } from '../topology/index.ts';
import { openSshLine } from '../transport/index.ts';
import { fover, workFolder } from './fover.test-support.ts';

const root = resolve(import.meta.dirname, '../..');

const login = { username: 'lab', password: 'open-sesame-4' };

async function stateBySsh(at: { host: string; port: number; fingerprint: string }): Promise<string> {
  const { host, port, fingerprint } = at;
  const line = await openSshLine({ host, port, login, hostKey: { fingerprint } }, realClock);
  const session = new FirewallSession(line, realClock, { name: 'unit', ...login, enable: 'higher-ground-7' });
  const { saw } = await askFailover(session, 10_000);
  await session.close();
  return saw.sight === 'failover' ? (saw.thisHost?.state ?? 'off') : saw.sight;
}

/** What a unit prints on its console from now on until its version is there. */
function firstWords({ host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  return new Promise((told, reject) => {
    let words = '';
    const socket = connect(port, host);
    socket.on('error', reject);
    socket.on('data', (bytes) => {
      words += bytes.toString('latin1');
      if (!/Software Version \S+/.test(words)) return;
      socket.destroy();
      told(words);
    });
    socket.on('close', () => told(words));
  });
}

describe('the small commands', function () {
  this.timeout(60_000);
  const folder = workFolder();
  const sample = join(root, 'src/show/samples/show-failover');

  it('check: says what a good topology describes', async () => {
    const { code, out } = await fover(folder, ['check', join(root, 'topologies/simulated.yaml')]);
    expect(code).to.equal(0);
    expect(out).to.contain('simulated.yaml: good');
  });

  it('check: refuses a broken one with file, line, column and the nearest name, exit 64', async () => {
    const text = readFileSync(join(root, 'topologies/simulated.yaml'), 'utf8').replace(
      'security-level: 100',
      'security-levle: 100',
    );
    const line = text.split('\n').findIndex((row) => row.includes('security-levle')) + 1;
    copyFileSync(join(root, 'topologies/simulated.secrets'), join(folder, 'simulated.secrets'));
    writeFileSync(join(folder, 'broken.yaml'), text);
    const { code, err } = await fover(folder, ['check', 'broken.yaml']);
    expect(code).to.equal(64);
    expect(err).to.match(new RegExp(`broken\\.yaml:${line}:\\d+: .*security-levle.*security-level`));
  });

  it('parse: text in, JSON out, from a file or from standard input', async () => {
    const { readdirSync } = await import('node:fs');
    const name = readdirSync(sample).find((file) => file.endsWith('.txt')) ?? '';
    const file = join(sample, name);
    const fromFile = await fover(folder, ['parse', 'show failover', file]);
    const fromInput = await fover(folder, ['parse', 'show failover'], { input: readFileSync(file, 'utf8') });
    expect(fromFile.code).to.equal(0);
    expect(JSON.parse(fromFile.out)).to.be.an('object').that.is.not.empty;
    expect(fromInput.out).to.equal(fromFile.out);
  });

  it('parse: exit 65 with the number of the line that is not understood', async () => {
    const { code, err } = await fover(folder, ['parse', 'show failover'], {
      input: 'Failover On \nFailover unit Primary\nThe moon is full\n',
    });
    expect(code).to.equal(65);
    expect(err)
      .to.match(/line 3/)
      .and.to.match(/The moon is full/);
  });

  it('parse: a command that no parser knows is a usage error, and names those that are known', async () => {
    const { code, err } = await fover(folder, ['parse', 'show fialover'], { input: '' });
    expect(code).to.equal(64);
    expect(err).to.contain('show failover');
  });

  it('an unknown command is a usage error; help shows examples', async () => {
    expect((await fover(folder, ['certify'])).code).to.equal(64);
    expect((await fover(folder, ['--help'])).out).to.contain('Examples:');
    for (const command of ['run', 'list', 'plan', 'check', 'judge', 'parse', 'simulate'])
      expect((await fover(folder, [command, '--help'])).out, command).to.match(/Examples?:/);
  });

  it('judge: a folder that is no run is a usage error', async () => {
    const { code, err } = await fover(folder, ['judge', folder]);
    expect(code).to.equal(64);
    expect(err).to.contain('timeline.ndjson');
  });

  it('simulate: tells its endpoints in one line of JSON and ends cleanly on SIGTERM', async () => {
    const { code, out } = await fover(folder, ['simulate', '--json'], {
      whileRunning: (child) => void child.kill('SIGTERM'),
    });
    expect(code).to.equal(0);
    const { endpoints } = JSON.parse(out) as { endpoints: { consoles: Record<string, { port: number }> } };
    expect(endpoints.consoles['primary']?.port).to.be.greaterThan(0);
  });

  it('simulate: serves a configured pair, so that a client logs in at once and finds both roles', async () => {
    const seen: string[] = [];
    let looking: Promise<void> | undefined;
    const { code } = await fover(folder, ['simulate', '--json'], {
      whileRunning: (child, printed) => {
        looking ??= (async () => {
          const { management } = readEndpoints(printed);
          for (const unit of ['primary', 'secondary'] as const) seen.push(await stateBySsh(management[unit]));
        })().finally(() => child.kill('SIGTERM'));
      },
    });
    await looking;
    expect(code).to.equal(0);
    expect(seen).to.deep.equal(['active', 'standby-ready']);
  });

  it('simulate: takes troubles from another process where it is told to', async () => {
    let told = '';
    let telling: Promise<void> | undefined;
    const { code } = await fover(folder, ['simulate', '--json', '--blank', '--trouble'], {
      whileRunning: (child, printed) => {
        const { troubles } = JSON.parse(printed) as { troubles: { host: string; port: number } };
        telling ??= new Promise<void>((done) => {
          const socket = connect(troubles.port, troubles.host);
          socket.end('pull primary GigabitEthernet0/0\nhang both\nquit\n');
          socket.on('data', (bytes) => (told += bytes.toString())).on('close', () => done());
        }).finally(() => child.kill('SIGTERM'));
      },
    });
    await telling;
    expect(code).to.equal(0);
    expect(told).to.equal('ok\nerror: expected one of primary, secondary, and not "both"\n');
  });

  it('simulate: serves units with blank flash when told to, and says no to SSH there', async () => {
    let refused: unknown;
    let looking: Promise<void> | undefined;
    await fover(folder, ['simulate', '--json', '--blank'], {
      whileRunning: (child, printed) => {
        looking ??= stateBySsh(readEndpoints(printed).management.primary)
          .then(() => undefined)
          .catch((error: unknown) => void (refused = error))
          .finally(() => child.kill('SIGTERM'));
      },
    });
    await looking;
    expect(refused).to.be.instanceOf(BenchError);
  });

  it('simulate: serves several pairs alike, each at ports of its own', async () => {
    const { code, out } = await fover(folder, ['simulate', '--json', '--pairs', '3', '--blank'], {
      whileRunning: (child, printed) =>
        void (printed.trim().split('\n').length === 3 && child.kill('SIGTERM')),
    });
    expect(code).to.equal(0);
    const ports = out
      .trim()
      .split('\n')
      .map((line) => readEndpoints(line).consoles.primary.port);
    expect(new Set(ports).size).to.equal(3);
  });

  it('simulate: an unknown defect is refused with the list of those that exist', async () => {
    const { code, err } = await fover(folder, ['simulate', '--defect', 'no-such']);
    expect(code).to.equal(64);
    expect(err).to.contain('never-takes-over');
  });

  it('simulate: speaks another dialect when told to, and names the nearest of one that there is not', async () => {
    const { code, err } = await fover(folder, ['simulate', '--dialect', 'asa-8.3']);
    expect(code).to.equal(64);
    expect(err).to.match(/asa-8\.4/);
    let said = '';
    let looking: Promise<void> | undefined;
    await fover(folder, ['simulate', '--json', '--blank', '--dialect', 'asa-8.2'], {
      whileRunning: (child, printed) => {
        looking ??= firstWords(readEndpoints(printed).consoles.primary)
          .then((words) => void (said = words))
          .finally(() => child.kill('SIGTERM'));
      },
    });
    await looking;
    expect(said).to.match(/Cisco Adaptive Security Appliance Software Version 8\.2/);
    const listed = await fover(folder, ['simulate', '--dialects']);
    expect(listed.code).to.equal(0);
    expect(listed.out.split('\n')).to.include.members(['asa-8.2', 'asa-8.4']);
  });

  it('simulate: lists what can be got wrong, and ends', async () => {
    const { code, out } = await fover(folder, ['simulate', '--defects']);
    expect(code).to.equal(0);
    expect(out).to.match(/^ *never-takes-over  +\S.*\.$/m);
  });

  for (const [option, value] of [
    ['seed', '1.5'],
    ['seed', '-1'],
    ['speed', 'fast'],
    ['speed', '0'],
    ['speed', '1000'],
    ['pairs', '65'],
  ] as const)
    it(`simulate: --${option} ${value} is refused with what is expected`, async () => {
      const { code, err } = await fover(folder, ['simulate', `--${option}`, value]);
      expect(code).to.equal(64);
      expect(err).to.match(/expected a (whole )?number from/);
    });

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a suite that is not there', ['run', 'no-such'], /no suite no-such.*active-standby/],
    ['a folder as a suite', ['run', '.'], /cannot be loaded/],
    ['a file that is no program', ['run', 'noise.dat'], /cannot be loaded: Unknown file extension/],
    ['a folder as a topology', ['run', '-t', '.'], /it is a folder/],
    ['bytes as a topology', ['run', '-t', 'noise.dat'], /not UTF-8/],
    ['a defect that does not exist', ['run', '-d', 'nevr-takes-over'], /no such defect.*never-takes-over/],
    ['a defect of a third unit', ['run', '-d', 'never-takes-over@third'], /primary or secondary/],
    ['reports below a file', ['run', '-r', 'noise.dat/reports'], /no folder for the run can be made/],
    [
      'reports where nothing can be',
      ['run', '-r', '/proc/no-such/reports'],
      /no folder for the run can be made/,
    ],
    ['an option that does not exist', ['run', '--no-such'], /unknown option/],
  ];
  for (const [what, args, said] of refused) {
    it(`run: ${what} is a usage error, and nothing was touched`, async () => {
      const empty = workFolder();
      writeFileSync(join(empty, 'noise.dat'), Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80]));
      const { code, out, err } = await fover(empty, args);
      expect(code, out + err).to.equal(64);
      expect(err).to.match(said);
      expect(existsSync(join(empty, 'reports'))).to.equal(false);
    });
  }
});
