import { expect } from 'chai';
import type { Sighting } from '../../pair/index.ts';
import type { Entry } from '../../timeline/index.ts';
import { entryWords } from './entry-words.ts';
import { chronicle } from './chronicle.ts';
import { messageLanes } from './message-lanes.ts';

const heard = (seq: number, witness: string, saw: Sighting): Entry => ({
  kind: 'observation',
  seq,
  askedMs: seq * 1000,
  answeredMs: seq * 1000,
  witness,
  saw,
});
const syslog = (id: string, severity: number, text: string, means?: string): Sighting => ({
  sight: 'syslog',
  id,
  severity,
  over: 'udp',
  from: '192.0.2.1',
  text,
  ...(means === undefined ? {} : { means }),
});
const entries = [
  heard(
    1,
    'syslog secondary',
    syslog('104001', 1, '%ASA-1-104001: (Secondary) Switching to ACTIVE', 'it takes over'),
  ),
  heard(2, 'syslog secondary', syslog('411002', 4, '%ASA-4-411002: Line protocol down', 'a line went down')),
  heard(3, 'syslog primary', syslog('111008', 5, "%ASA-5-111008: User 'x' executed", undefined)),
];

describe('the lanes of system messages', () => {
  it('have a letter or the severity for each message of failover, one lane a sender', () => {
    const lanes = messageLanes(entries);
    expect(lanes.map(({ name }) => name)).to.deep.equal(['syslog secondary']);
    expect(lanes[0]?.ticks.map(({ atMs, letter, tone }) => [atMs, letter, tone])).to.deep.equal([
      [1000, 'A', 'active'],
      [2000, '4', 'standby'],
    ]);
  });

  it('are not there where nothing was heard', () => {
    expect(messageLanes([])).to.deep.equal([]);
  });
});

describe('a system message in the list of entries', () => {
  it('is told with what it means', () => {
    expect(entries.map((entry) => entryWords(entry).what)).to.deep.equal([
      '%ASA-1-104001: (Secondary) Switching to ACTIVE (it takes over)',
      '%ASA-4-411002: Line protocol down (a line went down)',
      "%ASA-5-111008: User 'x' executed",
    ]);
  });

  it('is shown, not obeyed', () => {
    const hostile = '<script>alert(1)</script>\u001B[2J\u202E';
    const trap: Sighting = {
      sight: 'trap',
      oid: `1.3${hostile}`,
      version: '2c',
      from: 'x',
      text: hostile,
      objects: [],
    };
    const said = [heard(1, `syslog ${hostile}`, syslog('1', 1, hostile)), heard(2, 'trap x', trap)];
    const page = chronicle('all', said).markup;
    for (const part of ['<script', '\u001B', '\u202E']) expect(page).not.to.contain(part);
    expect(page).to.contain('&lt;script&gt;');
  });
});
