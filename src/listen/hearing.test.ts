import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { knownMessages } from './catalogue/index.ts';
import { Hearing, linesKept, mostCharacters, messagesASecond } from './hearing.ts';
import type { SpeakerByAddress } from './hearing.ts';
import type { Heard, Unheard } from './heard.ts';

function hearing() {
  const clock = new VirtualClock();
  const heard: Heard[] = [];
  const unheard: Unheard[] = [];
  const speakers: SpeakerByAddress = new Map([
    ['10.1.1.1', 'active'],
    ['10.1.1.2', 'standby'],
    ['10.1.1.3', 'primary'],
    ['10.1.1.4', 'switch sw1'],
  ]);
  const ear = new Hearing(clock, speakers, {
    onHeard: (one) => heard.push(one),
    onUnheard: (one) => unheard.push(one),
  });
  const say = (line: string, from = '10.1.1.1'): void => ear.syslog({ line, from, over: 'udp' });
  return { clock, heard, unheard, ear, say };
}

const switching = '%ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.';
const lineDown = '%ASA-4-411002: Line protocol on Interface outside, changed state to down';

describe('hearing', () => {
  it('tells a message by the unit that it names, and records where it came from', () => {
    const { heard, say } = hearing();
    say(`<161>${switching}`);
    expect(heard).to.have.length(1);
    expect(heard[0]).to.deep.include({
      witness: 'syslog secondary',
      unit: 'secondary',
      raw: `<161>${switching}`,
    });
    expect(heard[0]?.saw).to.deep.include({ from: '10.1.1.1', id: '104001', text: switching });
  });

  it('tells a message that names none by the address, which is no more than a role', () => {
    const { heard, say } = hearing();
    for (const from of ['10.1.1.1', '10.1.1.2', '10.9.9.9']) say(lineDown, from);
    expect(heard.map(({ witness, unit }) => [witness, unit])).to.deep.equal([
      ['syslog active', undefined],
      ['syslog standby', undefined],
      ['syslog 10.9.9.9', undefined],
    ]);
  });

  it('tells a message that names none by the unit or the device whose own the address is', () => {
    const { heard, say } = hearing();
    for (const from of ['10.1.1.3', '10.1.1.4']) say(lineDown, from);
    say(switching, '10.1.1.3');
    expect(heard.map(({ witness, unit }) => [witness, unit])).to.deep.equal([
      ['syslog primary', 'primary'],
      ['syslog switch sw1', undefined],
      ['syslog secondary', 'secondary'],
    ]);
  });

  it('in one process knows the sender, and believes the words before it', () => {
    const { heard, ear } = hearing();
    ear.syslog({ line: lineDown, from: 'x', over: 'udp', sender: 'primary' });
    ear.syslog({ line: switching, from: 'x', over: 'udp', sender: 'primary' });
    expect(heard.map(({ unit }) => unit)).to.deep.equal(['primary', 'secondary']);
  });

  it('reads the system message that a notification carries', () => {
    const { heard, ear, clock } = hearing();
    const oid = '1.3.6.1.4.1.9.9.41.2.0.1';
    const objects = [
      { oid: '1.3.6.1.4.1.9.9.41.1.2.3.1.3.4', value: 2 },
      { oid: '1.3.6.1.4.1.9.9.41.1.2.3.1.5.4', value: Buffer.from(switching) },
    ];
    ear.trap({ oid, version: '2c', isInform: false, from: '10.1.1.2', atMs: clock.nowMs(), objects });
    const { saw, witness } = heard[0] ?? {};
    expect(witness).to.equal('trap secondary');
    expect(saw).to.deep.include({ sight: 'trap', oid, id: '104001', severity: 1, text: switching });
    expect(ear.since(0).map(({ text }) => text)).to.deep.equal([`secondary ${oid} ${switching}`]);
  });

  it('gives the lines since an instant, in order', async () => {
    const { clock, ear, say } = hearing();
    say(`<161>${switching}`);
    await clock.advance(500);
    say('<164>something else', '10.9.9.9');
    expect(ear.since(0).map(({ atMs, witness, text }) => [atMs, witness, text])).to.deep.equal([
      [0, 'syslog secondary', `secondary ${switching}`],
      [500, 'syslog 10.9.9.9', '10.9.9.9 something else'],
    ]);
    expect(ear.since(1)).to.have.length(1);
    expect(ear.since(501)).to.deep.equal([]);
  });

  it('keeps what it cannot read, and counts it', () => {
    const { heard, ear, say } = hearing();
    say('\u001B[2J<script>');
    say(`<161>${switching}`);
    expect(heard.map(({ raw }) => raw)).to.deep.equal(['\u001B[2J<script>', `<161>${switching}`]);
    ear.refused();
    expect(ear.counts).to.deep.equal({ syslog: 2, traps: 0, unknown: 1, refused: 1, lost: 0, forgotten: 0 });
  });

  it('cuts a message that is too long, and says so', () => {
    const { heard, unheard, say } = hearing();
    say(`<161>${'x'.repeat(10_000)}`);
    expect(heard[0]?.raw).to.have.length(8192);
    expect(unheard.map(({ why }) => why)).to.deep.equal(['a message was longer than 8192 bytes and is cut']);
  });

  it('keeps the first part of a flood, and tells how much it passed over', async () => {
    const { clock, heard, unheard, ear, say } = hearing();
    for (let at = 0; at < messagesASecond + 5; at += 1) say('flood');
    expect(heard).to.have.length(messagesASecond);
    await clock.advance(1000);
    say('after');
    expect(heard.at(-1)?.raw).to.equal('after');
    expect(unheard).to.have.length(1);
    expect(unheard[0]?.why).to.contain('5 messages were passed over');
    expect(ear.counts.lost).to.equal(5);
    expect(() => ear.since(0)).to.throw(BenchError, 'not everything was heard since: 5 messages');
    expect(ear.since(clock.nowMs())).to.have.length(1);
  });

  it('tells of a flood at the end as well', () => {
    const { unheard, ear, say } = hearing();
    for (let at = 0; at < messagesASecond + 1; at += 1) say('flood');
    expect(unheard).to.deep.equal([]);
    ear.settle();
    expect(unheard).to.have.length(1);
  });

  it('keeps no more than so many characters, however long the lines are, and counts what it lets go of', async () => {
    const { clock, ear, say } = hearing();
    const long = 'x'.repeat(8000);
    const seconds = Math.ceil((1.5 * mostCharacters) / long.length / messagesASecond);
    for (let second = 0; second < seconds; second += 1) {
      for (let at = 0; at < messagesASecond; at += 1) say(long);
      await clock.advance(1000);
    }
    const { syslog, forgotten } = ear.counts;
    const kept = ear.since(clock.nowMs() - 1000);
    expect(kept).to.have.length(messagesASecond);
    expect(syslog - forgotten)
      .to.be.at.least(messagesASecond)
      .and.at.most(mostCharacters / long.length);
    expect(() => ear.since(0)).to.throw(BenchError, `${forgotten} lines are not kept any more`);
  });

  it('does not take lines that it forgot for lines that were never said', async () => {
    const { clock, ear, say } = hearing();
    say('first');
    await clock.advance(1000);
    for (let second = 0; second * messagesASecond < 2 * linesKept; second += 1) {
      for (let at = 0; at < messagesASecond; at += 1) say('more');
      await clock.advance(1000);
    }
    expect(() => ear.since(0)).to.throw(BenchError, '20000 lines are not kept any more');
    expect(() => ear.since(1001)).to.throw(BenchError);
    expect(ear.since(clock.nowMs() - 10_000).length).to.equal(10 * messagesASecond);
  });
});

describe('the catalogue of system messages', () => {
  it('has each id once, with a severity and a meaning', () => {
    const ids = knownMessages.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const { id, severity, means } of knownMessages) {
      expect(id).to.match(/^\d{6}$/);
      expect(severity).to.be.within(1, 7);
      expect(means).to.match(/^[a-zU].*[a-z]$/);
    }
  });
});
