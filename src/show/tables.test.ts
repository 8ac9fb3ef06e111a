import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UnreadLineError } from '../errors.ts';
import { showFailoverHistory, showFailoverState, showInterface, showIpAddress } from './index.ts';

const sample = (folder: string, name: string): string =>
  readFileSync(join(import.meta.dirname, 'samples', folder, `${name}.txt`), 'utf8');

describe('show interface', () => {
  it('counts bytes by the packets that they belong to', () => {
    const [outside] = showInterface.parse(sample('show-interface', 'asa-9.16'));
    const byName = Object.fromEntries((outside?.traffic ?? []).map(({ name, value }) => [name, value]));
    expect(byName).to.deep.equal({
      'packets input': 98,
      'bytes input': 18_001,
      'packets output': 99,
      'bytes output': 7001,
      'packets dropped': 4,
    });
  });

  it('refuses lines before the first interface', () => {
    expect(() => showInterface.parse('\tMAC address 0200.0000.0001, MTU 1500')).to.throw(UnreadLineError);
  });

  it('refuses a second address under one interface', () => {
    const text = sample('show-interface', 'asa-8.2-detail-asr').replace(/(\tIP address .*\n)/, '$1$1');
    expect(() => showInterface.parse(text))
      .to.throw(UnreadLineError)
      .with.property('line', 5);
  });
});

describe('show ip address', () => {
  it('refuses an output without the addresses in use', () => {
    const text = sample('show-ip-address', 'asa-standby').split('Current')[0] ?? '';
    expect(() => showIpAddress.parse(text)).to.throw(UnreadLineError, 'Current IP Addresses');
  });
});

describe('show failover history', () => {
  const text = sample('show-failover-history', 'promotion');

  it('reads neighbouring states apart that begin with the same word', () => {
    const { transitions } = showFailoverHistory.parse(text.replaceAll(/ {2,}/g, ' '));
    expect(transitions.slice(-4).map(({ from, to }) => [from, to])).to.deep.equal([
      ['just-active', 'active-drain'],
      ['active-drain', 'active-applying-config'],
      ['active-applying-config', 'active-config-applied'],
      ['active-config-applied', 'active'],
    ]);
  });

  const under = (line: string): string => text.replace(/^(.*HELLO not heard from mate.*)$/m, `$1\n${line}`);

  it('keeps any text that stands in the column of the reasons', () => {
    const line = 'the detected side was something unheard of';
    for (const blanks of [
      ' '.repeat(54),
      '\t'.repeat(6),
      `<--- More --->\r              \r${' '.repeat(54)}`,
    ]) {
      const { transitions } = showFailoverHistory.parse(under(blanks + line));
      expect(transitions.filter(({ notes }) => notes.includes(line))).to.have.length(1);
    }
  });

  it('refuses such a text that stands elsewhere', () => {
    expect(() => showFailoverHistory.parse(under('    the detected side was something unheard of'))).to.throw(
      UnreadLineError,
    );
  });

  it('says that it is incomplete when the closing bar is missing', () => {
    const lines = text.trimEnd().split('\n');
    const cut = lines.slice(0, -2).join('\n');
    expect(showFailoverHistory.parse(text).complete).to.equal(true);
    expect(showFailoverHistory.parse(cut).complete).to.equal(false);
  });

  it('refuses an instant without a change of state', () => {
    const cut = text.trimEnd().split('\n').slice(0, -4).join('\n');
    expect(cut).to.match(/2024$/);
    expect(() => showFailoverHistory.parse(cut)).to.throw(UnreadLineError, 'a change of state');
  });
});

describe('show failover state', () => {
  it('keeps a reason of any words, between a known state and a date', () => {
    const text = sample('show-failover-state', 'table-standby-recovered').replace(
      'Comm Failure  ',
      'Whatever it was',
    );
    const { otherHost } = showFailoverState.parse(text);
    expect(otherHost.rows[0]).to.include({ reason: 'Whatever it was', at: '19:20:21 CET Feb 3 2022' });
  });

  it('refuses a configuration state that it does not know', () => {
    const text = sample('show-failover-state', 'table-standby-recovered').replace(
      'Sync Done',
      'Sync Somehow',
    );
    expect(() => showFailoverState.parse(text)).to.throw(UnreadLineError, 'a known configuration state');
  });
});
