import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UnreadLineError } from '../../errors.ts';
import { identityOf, showVersion } from '../index.ts';
import type { VersionFacts } from '../index.ts';

const textOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../samples/show-version', `${name}.txt`), 'utf8');
const sample = (name: string): VersionFacts => showVersion.parse(textOf(name));

describe('identityOf', () => {
  const units = [
    ['asav-9.16', { serial: '9ATEST00001', model: 'ASAv', firmware: '9.16(4)27' }],
    ['asa-8.4-pair', { serial: 'JMXTEST00A1', model: 'ASA5520', firmware: '8.4(7)30' }],
    ['pix-7.2', { serial: '800000001', model: 'PIX-515E', firmware: '7.2(4)' }],
    ['ftd-7.2-with-lina', { serial: 'FJZTEST0051', model: 'FPR-3105', firmware: '9.18(3)56' }],
    ['asa-5585-9.1', { serial: 'JADTEST0085', model: 'ASA5585-SSP-40', firmware: '9.1(7)32' }],
    ['pix-501-6.3', { serial: '480000002', model: 'PIX-501', firmware: '6.3(4)' }],
    ['pix-6.3', { serial: '480000001', model: 'PIX-525', firmware: '6.3(5)' }],
  ] as const;
  for (const [name, who] of units) {
    it(`knows ${name}`, () => expect(identityOf(sample(name))).to.deep.equal({ sight: 'identity', ...who }));
  }

  it('refuses the output of a context, which names no serial number', () => {
    expect(() => identityOf(sample('fpr-context'))).to.throw(UnreadLineError, 'the form of a context');
  });
});

describe('show version', () => {
  it('keeps the version of whatever runs beside the firewall, and refuses a second firewall', () => {
    const beside = (line: string): string =>
      textOf('asa-5585-9.1').replace(/^Device Manager.*$/m, (found) => `${found}\n${line}`);
    const { companions } = showVersion.parse(beside('Cisco ASA REST API Agent Version 1.3.2'));
    expect(companions).to.deep.include({ name: 'Cisco ASA REST API Agent', version: '1.3.2' });
    for (const banner of [
      'Cisco Adaptive Security Appliance Software Version 9.1(7)32',
      'Cisco PIX Firewall Version 6.3(5)',
      'Cisco PIX Security Appliance Software Version 8.0(4)',
    ]) {
      expect(() => showVersion.parse(beside(banner)), banner).to.throw(UnreadLineError);
    }
  });

  it('reads what threat defence says above the firewall inside it', () => {
    const { threatDefense, companions } = sample('ftd-7.2-with-lina');
    expect(threatDefense).to.include({ version: '7.2.5', build: '208', hostname: 'ftd-3105' });
    expect(companions.map(({ name }) => name)).to.deep.equal(['LSP', 'VDB', 'SSP Operating System']);
  });

  it('refuses the banner of threat defence cut off, or twice', () => {
    const text = textOf('ftd-6.6-clish')
      .trim()
      .replace(/^>.*\n/, '')
      .replace(/\n>$/, '');
    expect(() => showVersion.parse(text)).to.not.throw();
    expect(() => showVersion.parse(`${text}\n${text}`)).to.throw(UnreadLineError);
    expect(() => showVersion.parse(text.split('\n').slice(0, 4).join('\n'))).to.throw(UnreadLineError);
  });

  it('names no unit by the banner of threat defence alone, which has no serial number', () => {
    expect(() => identityOf(sample('ftd-6.6-clish'))).to.throw(UnreadLineError, 'Serial Number');
  });

  it("takes the failover licence from the unit's own table, not from that of the pair", () => {
    const facts = sample('asa-8.4-pair');
    expect(facts.failoverLicense).to.equal('active-standby');
    expect(facts.clusterFeatures.find(({ name }) => name === 'Failover')?.value).to.equal('Active/Active');
  });

  it('keeps no activation key', () => {
    for (const name of ['asa-8.4-pair', 'asa-9.12-system-space', 'pix-7.2', 'pix-6.3']) {
      const keys = textOf(name).match(/0x[0-9a-f]{8}(?= 0x)/g) ?? [];
      const kept = JSON.stringify(sample(name));
      expect(keys, name).to.not.be.empty;
      for (const key of keys) expect(kept, name).to.not.include(key);
    }
  });

  it('refuses an output without its banner, its uptime or its hardware', () => {
    for (const start of ['Cisco Adaptive', 'edge up', 'Hardware:']) {
      const lost = textOf('asav-9.16')
        .split('\n')
        .filter((line) => !line.startsWith(start))
        .join('\n');
      expect(() => showVersion.parse(lost), start).to.throw(UnreadLineError);
    }
  });

  const uptimes = { '5 mins 3 secs': 303, '1 hour 1 min': 3660, '1 year 1 day': 366 * 86_400, '1 sec': 1 };
  for (const [words, seconds] of Object.entries(uptimes)) {
    it(`reads an uptime of ${words}`, () => {
      const text = textOf('asav-9.16').replace('edge up 5 mins 3 secs', `edge up ${words}`);
      expect(showVersion.parse(text).uptimeSeconds).to.equal(seconds);
    });
  }
});
