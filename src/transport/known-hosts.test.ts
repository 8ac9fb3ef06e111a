import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import { newSshKey, oldSshKey } from './far-end.test-support.ts';
import { knownKeys, knownName, pinKey } from './known-hosts.ts';
import { checkHostKey } from './ssh-host-key.ts';

describe('known hosts', () => {
  let folder = '';
  let file = '';
  const ours = newSshKey().public;
  const other = oldSshKey().public;
  const bytes = (openssh: string): Buffer => Buffer.from(openssh.split(' ')[1] ?? '', 'base64');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fover-known-'));
    file = join(folder, 'bench', 'rack.known_hosts');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const linesOf = (name: string): number[] => knownKeys(file, name).map(({ line }) => line);

  it('names a host with its port where that is not the usual one', () => {
    expect(knownName({ host: 'Edge.example', port: 22 })).to.equal('edge.example');
    expect(knownName({ host: '192.0.2.1', port: 3003 })).to.equal('[192.0.2.1]:3003');
  });

  it('knows nobody without a file', () => expect(knownKeys(file, 'edge')).to.deep.equal([]));

  it('keeps keys as OpenSSH writes them, for nobody else to read', () => {
    pinKey(file, 'edge', bytes(ours));
    pinKey(file, '[192.0.2.1]:3003', bytes(other));
    const line = (name: string, key: string): string => `${name} ${key.split(' ').slice(0, 2).join(' ')}\n`;
    expect(readFileSync(file, 'utf8')).to.equal(line('edge', ours) + line('[192.0.2.1]:3003', other));
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(readdirSync(join(folder, 'bench'))).to.deep.equal(['rack.known_hosts']);
    expect(knownKeys(file, 'edge').map(({ key }) => key)).to.deep.equal([bytes(ours)]);
    expect(linesOf('[192.0.2.1]:3003')).to.deep.equal([2]);
  });

  it('reads what people and OpenSSH write: comments, several names, hashed names, revoked keys', () => {
    pinKey(file, 'edge', bytes(ours));
    const salt = Buffer.alloc(20, 7);
    const hash = createHmac('sha1', salt).update('hidden').digest('base64');
    const text = [
      '# the rack',
      '',
      `edge,192.0.2.1 ${ours} left by hand`,
      `|1|${salt.toString('base64')}|${hash} ${other}`,
      `@revoked edge ${other}`,
      `@cert-authority *.example ${ours}`,
      `core ${ours}`,
    ];
    writeFileSync(file, text.join('\n'));
    expect(linesOf('edge')).to.deep.equal([3, 5]);
    expect(knownKeys(file, 'edge').map(({ revoked }) => revoked)).to.deep.equal([false, true]);
    expect(linesOf('192.0.2.1')).to.deep.equal([3]);
    expect(linesOf('hidden')).to.deep.equal([4]);
    expect(linesOf('nobody')).to.deep.equal([]);
    pinKey(file, 'last', bytes(ours));
    expect(linesOf('core')).to.deep.equal([7]);
    expect(linesOf('last')).to.deep.equal([8]);
  });

  for (const [what, line] of Object.entries({
    'a pattern': `*.example ${ours}`,
    'a name without a key': 'edge ssh-rsa',
    'a name alone': 'edge',
    'no base64': 'edge ssh-rsa !!!!',
  }))
    it(`refuses ${what}: it might be about this host`, () => {
      pinKey(file, 'core', bytes(ours));
      writeFileSync(file, `core ${ours}\n${line}\n`);
      expect(() => knownKeys(file, 'core')).to.throw(BenchError, 'rack.known_hosts:2: expected a host');
    });

  it('pins one key where two logins see the host for the first time at once', async () => {
    const check = async (key: string): Promise<() => void> => {
      const checked = checkHostKey({ knownHosts: { file } }, { host: 'edge', port: 22 });
      await new Promise((resolve) => checked.verify(bytes(key), resolve));
      return () => checked.proved();
    };
    const [first, again, another] = [await check(ours), await check(ours), await check(other)];
    first();
    again();
    expect(another).to.throw(BenchError, 'the host key has changed');
    expect(linesOf('edge')).to.deep.equal([1]);
  });

  it('says which key could not be kept', () => {
    // A folder stands where the fresh file would.
    mkdirSync(`${file}.${process.pid}`, { recursive: true });
    expect(() => pinKey(file, 'edge', bytes(ours))).to.throw(BenchError, 'the host key of edge');
  });
});
