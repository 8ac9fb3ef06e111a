import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UnreadLineError } from '../../errors.ts';
import { showFailover } from '../index.ts';

const text = readFileSync(
  join(import.meta.dirname, '../samples/show-failover/asav-9.16-primary-active.txt'),
  'utf8',
);
const lines = text.split('\n');

function errorOf(output: string): UnreadLineError {
  try {
    showFailover.parse(output);
  } catch (error) {
    if (error instanceof UnreadLineError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const lineOf = (start: string): number => lines.findIndex((line) => line.trim().startsWith(start)) + 1;

describe('show failover', () => {
  it('refuses an output that is cut off before the other host, at the line after the last', () => {
    for (let kept = 0; kept < lineOf('Other host'); kept += 1) {
      const cut = lines.slice(0, kept).join('\n');
      expect(errorOf(`${cut}\n\n`).line, `${kept} lines`).to.equal(kept + 1);
    }
  });

  it('names the line, what it expected and what it found', () => {
    const broken = text.replace('slot 0: ASAv hw/sw', 'slot O: ASAv hw/sw');
    const error = errorOf(broken);
    expect(error).to.include({ command: 'show failover', line: lineOf('slot 0') });
    expect(error.message).to.include('expected a row of this host').and.include('slot O: ASAv hw/sw');
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['a state that is no state', 'This host: Primary - Active', 'This host: Primary - Aktive'],
    ['a unit that is no unit', 'Failover unit Primary', 'Failover unit Tertiary'],
    [
      'a health that is no health',
      'Interface outside (198.51.100.1): Normal',
      'Interface outside (198.51.100.1): Abnormal',
    ],
    ['a mark that is no mark', '(192.0.2.129): Normal (Not-Monitored)', '(192.0.2.129): Normal (Ignored)'],
    ['a row without an address', 'Interface mgmt (192.0.2.129): Normal', 'Interface mgmt (): Normal'],
    ['a link state that is none', 'GigabitEthernet0/5 (up)', 'GigabitEthernet0/5 (upp)'],
    ['a unit of time that is none', 'holdtime 15 seconds', 'holdtime 15 fortnights'],
    ['a date that is none', '08:14:02 CEST Mar 3 2024', '08:14:02 CEST Mrz 3 2024'],
    ['a policy that is none', 'Interface Policy 1', 'Interface Policy one'],
    [
      'statistics with a column too few',
      'sys cmd  \t812        0          812        0',
      'sys cmd  \t812        0          812',
    ],
    ['statistics with a word among the numbers', 'TCP conn \t3899       0', 'TCP conn \t3899       none'],
    ['a queue row with a number missing', 'Recv Q: \t0 \t7 \t90210', 'Recv Q: \t0 \t7'],
    ['an on that is pseudo', 'Failover On ', 'Failover On (pseudo-Standby)'],
  ];
  for (const [what, from, to] of wrong) {
    it(`refuses ${what}`, () => {
      const at = lines.findIndex((line) => line.includes(from)) + 1;
      expect(at, 'the sample has the line').to.be.greaterThan(0);
      expect(errorOf(text.replace(from, to)).line).to.equal(at);
    });
  }

  it('refuses a line that states a thing a second time', () => {
    const doubled = text.replace('Interface Policy 1\n', 'Interface Policy 1\nInterface Policy 2\n');
    expect(errorOf(doubled).line).to.equal(lineOf('Interface Policy') + 1);
  });

  it('refuses a second state or active time of a host', () => {
    const twice = text.replace(
      '\t\tActive time: 86412 (sec)\n',
      '\t\tActive time: 86412 (sec)\n\t\tActive time: 1 (sec)\n',
    );
    expect(errorOf(twice).line).to.equal(lineOf('Active time') + 1);
  });

  it('refuses the application of a module that is not there', () => {
    const orphan = text.replace('\t\tslot 0: ASAv', '\t\tIPS, 7.3(5)E4, Up, (Monitored)\n\t\tslot 0: ASAv');
    expect(errorOf(orphan).line).to.equal(lineOf('slot 0'));
  });

  const marks = [
    ['Normal', 'normal', 'unstated'],
    ['Normal (Not-Monitored)', 'normal', 'not-monitored'],
    ['Unknown (Shutdown)', 'unknown', 'shutdown'],
    ['Link Down (Shutdown)', 'link-down', 'shutdown'],
    ['Link Down (Waiting)', 'link-down', 'waiting'],
    ['No Traffic (Waiting)', 'no-traffic', 'waiting'],
    ['No link (Monitored)', 'no-link', 'monitored'],
    ['Failed (Waiting)', 'failed', 'waiting'],
    ['Testing (Monitored)', 'testing', 'monitored'],
    ['Waiting', 'unknown', 'waiting'],
    ['Shutdown', 'link-down', 'shutdown'],
  ] as const;
  for (const [words, health, monitoring] of marks) {
    for (const address of ['x.x.x.x', '198.51.100.1/fe80::1', '2001:db8::1', 'A.B.C.D', '***']) {
      it(`knows the condition ${words} at ${address}`, () => {
        const line = 'Interface outside (198.51.100.1): Normal (Monitored)';
        expect(text).to.include(line);
        const facts = showFailover.parse(text.replace(line, `Interface outside (${address}): ${words} `));
        expect(facts.thisHost?.interfaces[0]).to.deep.equal({
          nameif: 'outside',
          address,
          health,
          monitoring,
        });
      });
    }
  }

  const modules = [
    ['SFR5508 hw/sw rev (N/A/5.4.1-211) status (Up/Up)', 'ASA FirePOWER, 5.4.1-211, Up, (Monitored)'],
    ['CXSC5525 hw/sw rev (N/A/9.2.1.1) status (Up/Up)', 'ASA CX, 9.2.1.1, Not Present'],
    ['IPS5525 hw/sw rev (N/A/7.1(4)E4) status (Unresponsive/Up)', 'IPS, Not Applicable, Not Applicable'],
    ['ASA-SSM-10 hw/sw rev (1.0/CSC SSM 6.2.1599.0) status (Up)', 'CSC SSM, 6.2 (Build#1599), Reloading'],
  ] as const;
  for (const [module, application] of modules) {
    it(`knows the module ${module}`, () => {
      const facts = showFailover.parse(
        text.replace(/(slot 0: ASAv.*\n)/, `$1slot 1: ${module}\n${application}\n`),
      );
      const [, slot] = facts.thisHost?.slots ?? [];
      expect(slot).to.include({ slot: 1, module: module.split(' ')[0] });
      expect(slot?.applications[0]).to.include({ name: application.split(',')[0] });
    });
  }

  const links = [
    ['folink Vlan 10 (up)', { nameif: 'folink', port: 'Vlan 10', state: 'up' }],
    ['fo-1 Port-channel48 (Failed)', { nameif: 'fo-1', port: 'Port-channel48', state: 'failed' }],
    [
      'fo Redundant1 (administratively down)',
      { nameif: 'fo', port: 'Redundant1', state: 'administratively-down' },
    ],
    ['not Configured', { state: 'not-configured' }],
  ] as const;
  for (const [words, link] of links) {
    it(`knows the failover link ${words}`, () => {
      const facts = showFailover.parse(
        text.replace(/Failover LAN Interface: .*/, `Failover LAN Interface: ${words}`),
      );
      expect(facts.failoverLink).to.deep.equal(link);
    });
  }

  const states = {
    Disabled: 'disabled',
    Failed: 'failed',
    Negotiation: 'negotiation',
    'Cold Standby': 'cold-standby',
    'Sync Config': 'sync-config',
    'Sync File System': 'sync-file-system',
    'Bulk Sync': 'bulk-sync',
    'Standby Ready': 'standby-ready',
    'Just Active': 'just-active',
    'Active Drain': 'active-drain',
    'Active Applying Config': 'active-applying-config',
    'Active Config Applied': 'active-config-applied',
    Active: 'active',
    'Not Detected': 'not-detected',
    Standby: 'standby-ready',
    'Standby (Failed)': 'failed',
  } as const;
  for (const [word, state] of Object.entries(states)) {
    it(`knows the state ${word}`, () => {
      const facts = showFailover.parse(text.replace('Secondary - Standby Ready ', `Secondary - ${word} `));
      expect(facts.otherHost?.state).to.equal(state);
    });
  }
});
