/**
 * Every kind of secret in a run with a fault, an error that quotes them all and a login that is refused: then every
 * byte that was written, printed, or could be seen of the processes from outside is searched for each of them.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { edited, shipped } from '../topology/edited-topology.test-support.ts';
import type { Edit } from '../topology/edited-topology.test-support.ts';
import { everyFile, fover, onlyRun, workFolder } from './fover.test-support.ts';
import type { Ended } from './fover.test-support.ts';

const secrets: Readonly<Record<string, string>> = {
  LOGIN: 'q1"w\\e{2}[r]+$^',
  ENABLE: "e3'n(4)|5&<b>;.*",
  FAILOVER_KEY: 'k6-with-a-tail-that-wraps-where-an-80-column-line-ends-q7',
  SWITCH_AUTH: 'z8-auth-of-the-switch',
  SWITCH_PRIV: 'z8-auth-of-the-switch-and-more',
  PDU_LOGIN: 'Grüße von der Leiste 9%',
  TRAPS: 'x0&traps=;community',
  FORGOTTEN: 'y1-nothing-refers-to-this',
};
const mine = 'n0-business-of-a-child';

/** The forms of a secret, written down without the code that masks them. */
function formsOf(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex').match(/../g) ?? [];
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before, 'x'), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;');
  const texts = [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    html,
    html.replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice(7),
    ...base64,
    ...['', ' ', ':'].flatMap((between) => [hex.join(between), hex.join(between).toUpperCase()]),
  ];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(secret, 'latin1')];
}

const forms = Object.entries(secrets).map(([name, value]) => ({ name, all: formsOf(value) }));

/** The names of the secrets that are in these bytes, in whatever form, wrapped or not. */
function secretsIn(bytes: Buffer): readonly string[] {
  const unwrapped = Buffer.from(bytes.toString('latin1').replaceAll(/[\r\n]/g, ''), 'latin1');
  return forms
    .filter(({ all }) => all.some((form) => bytes.includes(form) || unwrapped.includes(form)))
    .map(({ name }) => name);
}

const community = (name: string): string => `\${${name}}`;
const edits: readonly Edit[] = [
  [['secrets'], 'bench.secrets'],
  [['pair', 'login'], { username: 'lab', password: community('LOGIN'), enable: community('ENABLE') }],
  [['pair', 'failover', 'key'], community('FAILOVER_KEY')],
  [
    ['switches', 'sw1', 'snmp'],
    {
      host: '127.0.0.1',
      port: 0,
      version: '3',
      user: 'operator',
      auth: { protocol: 'sha', password: community('SWITCH_AUTH') },
      priv: { protocol: 'aes', password: community('SWITCH_PRIV') },
    },
  ],
  [
    ['pdus', 'pdu1'],
    {
      model: 'digital-loggers',
      http: { host: '127.0.0.1', port: 0, login: { username: 'admin', password: community('PDU_LOGIN') } },
      settle: '5s',
      poll: '40ms',
      dwell: '500ms',
    },
  ],
  [['listen', 'traps', 'community'], community('TRAPS')],
];

/** A scenario whose suite types a secret on a console, and then throws all of them in several forms. */
const suite = `import { readFileSync } from 'node:fs';
import { certify, takes } from 'fover';
const all = JSON.parse(readFileSync(new URL('all.json', import.meta.url), 'utf8'));
const forms = all.flatMap((one) => [one, encodeURIComponent(one), Buffer.from('admin:' + one).toString('base64'), Buffer.from(one).toString('hex')]);
describe('mine', () => {
  certify(
    {
      name: 'dark', title: 'the standby unit takes over; ' + all[0], requirements: ['AS-TAKEOVER'], begin: 'primary',
      fault: 'unit-power-loss', target: 'active', watch: 'nothing',
      before: [takes('access-list probe remark ' + all[2], 'the active unit takes it', [])],
    },
    () => {
      console.log('the suite says ' + forms.join(' '));
      console.error(new Error('on the way: ' + forms.join(' ')));
      throw new Error('wrong: ' + forms.join('\\n'), { cause: new Error(all.join(' ')) });
    },
  );
});
`;

describe('a run with secrets', function () {
  this.timeout(120_000);

  const folder = workFolder();
  const [temporary, runtime] = [join(folder, 'tmp'), join(folder, 'runtime')];
  const seen = new Map<string, { readonly command: Buffer; readonly environment: Buffer }>();
  let ended: Ended;
  let refused: Ended;

  /** Looks at a process and all below it, as anybody with the same user may. */
  function look(pid: number | string | undefined, isChild = false): void {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`);
      const environment = isChild ? readFileSync(`/proc/${pid}/environ`) : Buffer.alloc(0);
      seen.set(`${pid} ${seen.size}`, { command, environment });
      const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
      for (const child of below.split(' ').filter(Boolean)) look(child, true);
    } catch {
      // It has ended meanwhile.
    }
  }

  /** Starts fover where new files are for everybody, or for nobody, but for what it says itself. */
  async function started(mask: number, ...args: Parameters<typeof fover>): Promise<Ended> {
    const before = process.umask(mask);
    try {
      // Its process is there when the call returns.
      const ending = fover(...args);
      process.umask(before);
      return await ending;
    } finally {
      process.umask(before);
    }
  }

  before(async () => {
    for (const one of [temporary, runtime]) mkdirSync(one, { mode: 0o700 });
    const quote = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`);
    const lines = Object.entries(secrets).map(([name, value]) => `${name}=${quote(value)}\n`);
    writeFileSync(join(folder, 'bench.secrets'), lines.join(''), { mode: 0o600 });
    writeFileSync(join(folder, 'all.json'), JSON.stringify(Object.values(secrets)));
    writeFileSync(join(folder, 'mine.mjs'), suite);
    writeFileSync(join(folder, 'bench.yaml'), edited(shipped('simulated'), edits));
    const env = { TMPDIR: temporary, XDG_RUNTIME_DIR: runtime, LAB_OTHER_TOKEN: mine };
    ended = await started(0o000, folder, ['run', '--no-controls', '-t', 'bench.yaml', 'mine.mjs'], {
      env,
      whileRunning: (child) => look(child.pid),
    });
    // A bench whose PDU has another password than is said to it.
    let asking: Promise<void> | undefined;
    await started(0o077, folder, ['simulate', 'bench.yaml'], {
      env: { ...env, PDU_LOGIN: 'another-one-77' },
      whileRunning: (child, out) => {
        if (!out.includes('pdu1')) return;
        asking ??= fover(folder, ['power', 'bench.yaml'], { env })
          .then((power) => void (refused = power))
          .finally(() => child.kill('SIGTERM'));
      },
    });
    await asking;
  });

  it('went as it was meant to: typed, cut off, thrown, refused', () => {
    expect(ended.code, `${ended.out}\n${ended.err}`).to.equal(1);
    const run = onlyRun(folder);
    const raw = readFileSync(join(run, 'console/primary.raw'), 'latin1');
    expect(raw)
      .to.match(/failover key \*{9}/)
      .and.to.match(/access-list probe remark \*{9}/);
    expect(readFileSync(join(run, 'timeline.ndjson'), 'utf8')).to.match(/remark \*{57}/);
    expect(ended.out)
      .to.match(/the suite says \*{15} /)
      .and.to.match(/wrong: \*{15}/);
    expect(ended.err).to.match(/on the way: \*{15} /);
    expect(refused).to.include({ code: 3 });
    expect(refused.err).to.match(/pdu1: .*(401|login|password|refused)/);
    expect(seen.size).to.be.at.least(6);
  });

  it('is searched by a search that finds', () => {
    for (const [name, value] of Object.entries(secrets))
      for (const form of formsOf(value))
        expect(secretsIn(Buffer.concat([Buffer.from('x'), form]))).to.include(name);
    expect(secretsIn(readFileSync(join(folder, 'bench.secrets')))).to.have.length(
      Object.keys(secrets).length,
    );
  });

  it('leaves none of them in any byte that it wrote or printed', () => {
    const given = new Set(['bench.secrets', 'all.json', 'mine.mjs'].map((name) => join(folder, name)));
    const written = everyFile(folder).filter(({ path }) => !given.has(path));
    expect(written.length).to.be.at.least(10);
    const printed = [ended, refused].flatMap(({ out, err }) => [out, err]);
    const all = [...written, ...printed.map((text) => ({ path: 'printed', bytes: Buffer.from(text) }))];
    const leaks = all.flatMap(({ path, bytes }) => secretsIn(bytes).map((name) => `${path}: ${name}`));
    expect(leaks).to.deep.equal([]);
  });

  it('shows none of them among the processes, and gives children nothing that is not theirs', () => {
    for (const { command, environment } of seen.values()) {
      expect(secretsIn(Buffer.concat([command, environment])), command.toString()).to.deep.equal([]);
      expect(environment.includes(mine), command.toString()).to.equal(false);
    }
  });

  it('keeps what it wrote to its user alone, whatever the mask of new files is', () => {
    const run = onlyRun(folder);
    const paths = readdirSync(run, { recursive: true, encoding: 'utf8' }).map((name) => join(run, name));
    for (const path of [run, ...paths])
      expect(statSync(path).mode & 0o777, path).to.equal(statSync(path).isDirectory() ? 0o700 : 0o600);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.known_hosts')))
      expect(statSync(join(folder, name)).mode & 0o777).to.equal(0o600);
  });
});
