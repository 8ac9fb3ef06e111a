import { expect } from 'chai';
import { receive, settled, silence, typed, type DialogueState } from './dialogue.ts';
import type { DialogueEvent } from './event.ts';
import { bytesOf, consoleSamples, wordsOf, type ConsoleSample } from './console-sample.test-support.ts';
import { draw } from './screen.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

interface Played {
  readonly state: DialogueState;
  readonly events: readonly DialogueEvent[];
  /** What was told at every pause of the sample. */
  readonly pauses: readonly (string | undefined)[];
}

/** Plays a sample in pieces of so many bytes. */
function play({ steps }: ConsoleSample, size: number): Played {
  let state = silence;
  const events: DialogueEvent[] = [];
  const pauses: (string | undefined)[] = [];
  for (const step of steps) {
    if (step.step === 'type') {
      state = typed(state, { typed: step.text, shown: step.text, secret: step.secret });
    } else if (step.step === 'quiet') {
      const heard = settled(state);
      ({ state } = heard);
      events.push(...heard.events);
      pauses.push(told(heard.events));
    } else {
      for (let at = 0; at < step.text.length; at += size) {
        const heard = receive(state, latin1(step.text.slice(at, at + size)));
        ({ state } = heard);
        events.push(...heard.events);
      }
    }
  }
  return { state, events, pauses };
}

function told(events: readonly DialogueEvent[]): string | undefined {
  for (const event of events) {
    if (event.event === 'prompt') return `prompt ${event.prompt.text}`;
    if (event.event === 'question') return `question ${event.question.kind}`;
  }
  return undefined;
}

/** The words of a console without blanks; where a row was overwritten, what stayed. */
function visible(text: string): string {
  return text
    .split('\n')
    .map((row) => draw(row))
    .join('')
    .replace(/\s+/g, '');
}

describe('consoles as they are', () => {
  for (const sample of consoleSamples) {
    describe(sample.name, () => {
      it('is told row by row, nothing lost, however it is chopped', () => {
        const { events, state } = play(sample, 1 << 20);
        for (const size of [1, 7, 64]) {
          const other = play(sample, size);
          expect(other.events).to.deep.equal(events);
          expect({ ...other.state, work: 0 }).to.deep.equal({ ...state, work: 0 });
        }
        const raw = events.map((event) => Buffer.from(event.raw).toString('latin1')).join('');
        expect(raw + state.raw).to.equal(Buffer.from(bytesOf(sample), 'latin1').toString('latin1'));
        expect(everyWord(events)).to.equal(everyByte(sample));
      });

      it('says where it stands at every pause', () => {
        const wanted = sample.steps.flatMap((step) => (step.step === 'quiet' ? [step.told] : []));
        expect(play(sample, 1 << 20).pauses).to.deep.equal(wanted);
      });

      it('knows its messages, and takes nothing else for one', () => {
        const { events } = play(sample, 1 << 20);
        const messages = events.flatMap((event) => (event.event === 'message' ? [event.message] : []));
        expect(messages).to.deep.equal(sample.messages);
      });
    });
  }
});

/** What the events show, row by row: what was typed stands where its echo came. */
function everyWord(events: readonly DialogueEvent[]): string {
  return events
    .map((event) =>
      event.event === 'echo' ? draw(Buffer.from(event.raw).toString('latin1')) : wordsOf(event),
    )
    .join('')
    .replace(/\s+/g, '');
}

function everyByte(sample: ConsoleSample): string {
  return visible(bytesOf(sample).replaceAll('<--- More --->', '<--- More --->\n'));
}
