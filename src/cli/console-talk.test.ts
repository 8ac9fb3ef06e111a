import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { ConsoleTalk } from './console-talk.ts';
import type { ConsoleEnds } from './console-talk.ts';

interface Heard {
  sent: string;
  shown: string;
  breaks: number;
  left: (Error | undefined)[];
}

function begin(ends: Partial<ConsoleEnds> = {}) {
  const heard: Heard = { sent: '', shown: '', breaks: 0, left: [] };
  const clock = new VirtualClock();
  const talk = new ConsoleTalk({
    unit: 'primary',
    clock,
    paceMs: 0,
    send: (bytes) => {
      heard.sent += Buffer.from(bytes).toString('latin1');
      return Promise.resolve();
    },
    sendBreak: () => {
      heard.breaks += 1;
      return Promise.resolve();
    },
    show: (text) => void (heard.shown += text),
    leave: (why) => void heard.left.push(why),
    ...ends,
  });
  const type = (text: string): Promise<void> => {
    talk.type(Buffer.from(text, 'latin1'));
    return clock.runUntil(talk.idle);
  };
  return { heard, clock, type, talk };
}

const key = '\u{1d}';

describe('working at a console by hand', () => {
  it('sends every key as it is, Ctrl-C and Ctrl-Z as well', async () => {
    const { heard, type } = begin();
    await type('show ver\t\r\u{3}\u{1a}\u{1e}\u{ff}');
    expect(heard).to.deep.include({ sent: 'show ver\t\r\u{3}\u{1a}\u{1e}\u{ff}', shown: '', left: [] });
  });

  it('takes commands behind the escape key, sends nothing of them, and goes back', async () => {
    const { heard, type } = begin();
    await type(`ab${key}send escape\rcd`);
    await type(`${key}\ref${key}nonsense\r\r`);
    expect(heard.sent).to.equal(`ab${key}cdef`);
    expect(heard.shown).to.contain('there is no command nonsense').and.to.contain('send a BREAK');
    await type(`${key}qut\u{8}\u{8}\u{8}quit\r`);
    expect(heard.left).to.deep.equal([undefined]);
  });

  it('sends a BREAK for nothing less than break and then yes', async () => {
    const { heard, type } = begin();
    for (const typed of [
      'break\r\r',
      'break\ry\r',
      'break\rno\r',
      'break\r\u{3}',
      'breakyes\r\r',
      'yes\r\r',
      'brea\r\r',
    ])
      await type(`${key}${typed}`);
    expect(heard).to.deep.include({ breaks: 0, sent: '' });
    expect(heard.shown).to.contain('it stays in ROMMON');
    await type(`${key}break\ryes\rback`);
    expect(heard).to.deep.include({ breaks: 1, sent: 'back' });
    expect(heard.shown).to.contain('BREAK sent');
  });

  it('says where no BREAK can be sent, and when it was not', async () => {
    const without = begin({ sendBreak: undefined });
    await without.type(`${key}break\ryes\r`);
    expect(without.heard.shown).to.contain('cannot send a BREAK');
    expect(without.heard.sent).to.equal('yes\r');
    const failing = begin({ sendBreak: () => Promise.reject(new BenchError('line', 'is closed')) });
    await failing.type(`${key}break\ryes\r`);
    expect(failing.heard.shown).to.contain('no BREAK was sent: line: is closed');
  });

  it('types no faster than the console takes it, and drops what is too much, saying so', async () => {
    const { heard, clock, type } = begin({ paceMs: 30 });
    const beganMs = clock.nowMs();
    await type('0123456789\r');
    expect(heard.sent).to.equal('0123456789\r');
    expect(clock.nowMs() - beganMs).to.equal(300);
    const much = begin();
    await much.type('x'.repeat(70_000));
    expect(much.heard.sent).to.have.length(65_536);
    expect(much.heard.shown).to.contain('4464 characters are not sent');
  });

  it('leaves with the reason when the line is gone', async () => {
    const gone = new BenchError('telnet', 'is closed');
    const { heard, type } = begin({ send: () => Promise.reject(gone) });
    await type('x');
    expect(heard.left).to.deep.equal([gone]);
  });
});
