import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { connect, type PeerCertificate } from 'node:tls';
import { expect } from 'chai';
import type { Endpoint } from '../../../topology/index.ts';
import { itWith, peers, run, type Ended } from '../peers.test-support.ts';
import { ServedPair } from '../served-pair.test-support.ts';

const served = ['http server enable', 'http 0 0 inside'];
const page = '/admin/public/index.html';
const addresses = { active: '198.51.100.1', standby: '198.51.100.2' } as const;

async function certificateAt({ host, port }: Endpoint): Promise<PeerCertificate> {
  const socket = connect({ host, port, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const certificate = socket.getPeerCertificate();
  socket.destroy();
  return certificate;
}

describe('HTTPS at the addresses of a pair', function () {
  this.timeout(60_000);
  let pair: ServedPair;
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fover-https-'))));
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await pair.served.close();
  });

  /** As a browser at the real address sees it: the name is checked, the issuer is trusted if `trusting`. */
  const fetchAt = async (role: 'active' | 'standby', trusting: boolean): Promise<Ended> => {
    const { host, port } = pair.door(role).https;
    const pem = (await certificateAt({ host, port })).raw.toString('base64');
    const file = join(folder, 'trusted.pem');
    writeFileSync(file, `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`);
    const address = addresses[role];
    const trust = trusting ? ['--cacert', file] : [];
    return run('curl', [
      '-sS',
      '--noproxy',
      '*',
      ...trust,
      '--connect-to',
      `${address}:443:${host}:${port}`,
      `https://${address}${page}`,
    ]);
  };

  itWith(peers.curl, 'gives its page to those who do not look at the certificate', async () => {
    pair = await ServedPair.start(served);
    const { host, port } = pair.door('active').https;
    const { code, stdout } = await run('curl', ['-sS', '-k', '-L', `https://${host}:${port}/`]);
    expect(code).to.equal(0);
    expect(stdout).to.include('Cisco ASDM').and.to.include('9.2(4)');
    expect(
      (
        await run('curl', [
          '-sS',
          '-k',
          '-o',
          '/dev/null',
          '-w',
          '%{http_code}',
          `https://${host}:${port}/no`,
        ])
      ).stdout,
    ).to.equal('404');
  });

  itWith(peers.curl, 'has, from 8.0 on, the name of the active address on both units', async () => {
    pair = await ServedPair.start(served, { firmware: '8.2(5)' });
    const [active, standby] = [
      await certificateAt(pair.door('active').https),
      await certificateAt(pair.door('standby').https),
    ];
    expect(active.subject.CN).to.equal(addresses.active);
    expect(active.issuer.CN).to.equal(addresses.active);
    expect(standby.fingerprint256).to.equal(active.fingerprint256);
    expect((await fetchAt('active', true)).code).to.equal(0);
    expect((await fetchAt('active', false)).stderr).to.match(/self.signed/);
    expect((await fetchAt('standby', true)).stderr).to.match(/does not match|no alternative|subject name/);
    await pair.switchOver();
    expect((await certificateAt(pair.door('active').https)).fingerprint256).to.equal(active.fingerprint256);
  });

  itWith(peers.curl, 'has before 8.0 the name of each unit’s own address', async () => {
    pair = await ServedPair.start(served, { firmware: '7.2(4)' });
    expect((await certificateAt(pair.door('standby').https)).subject.CN).to.equal(addresses.standby);
    expect((await fetchAt('standby', true)).code).to.equal(0);
    expect((await fetchAt('active', true)).code).to.equal(0);
  });

  itWith(peers.curl, 'is not there unless it is turned on, and somebody may come', async () => {
    pair = await ServedPair.start(['http server enable', 'http 192.0.2.0 255.255.255.0 outside']);
    const { host, port } = pair.door('active').https;
    expect((await run('curl', ['-sS', '-k', `https://${host}:${port}/`])).code).to.be.oneOf([35, 56, 7]);
  });
});
