import { expect } from 'chai';
import { VirtualClock } from '../../../virtual-clock.ts';
import { honestTraits } from '../../defect/unit-traits.ts';
import { type Impairment, ImpairedWire } from '../../fabric/impairment.ts';
import type { Letter, Road } from '../../message/letter.ts';
import type { FailoverMessage } from '../../message/failover-message.ts';
import { LifeClock } from '../../ground/life-clock.ts';
import { type Random, seededRandom } from '../../ground/random.ts';
import { FailoverPost, type PostHost } from './failover-post.ts';

const holdMs = 3000;

/** A unit that says lines and notes what it hears, and what it gave up. */
class Correspondent {
  readonly heard: string[] = [];
  readonly lost: string[] = [];
  readonly #clock: VirtualClock;
  readonly #toMate: Road;
  #life: LifeClock;
  #post: FailoverPost;
  answers = false;

  constructor(clock: VirtualClock, toMate: (letter: Letter) => void) {
    this.#clock = clock;
    this.#toMate = { busy: false, send: toMate };
    this.#life = new LifeClock(clock);
    this.#post = this.#begin();
  }

  get busy(): boolean {
    return this.#post.busy;
  }

  boot(): void {
    this.#life.end();
    this.#life = new LifeClock(this.#clock);
    this.#post = this.#begin();
    this.hello();
  }

  say(line: string): void {
    this.#post.send({ kind: 'command', line }, this.#toMate);
  }

  /** Nothing in it matters here. */
  hello(): void {
    const made = { model: '', memoryMb: 0, interfaces: [], version: '', licence: {} };
    const identity = { ...made, mode: 'Routed', contexts: 'single' } as const;
    const nothing = {
      unit: 'primary',
      serial: '',
      version: '',
      groups: [],
      burnedIn: {},
      interfaces: [],
    } as const;
    this.#post.send({ kind: 'hello', ...nothing, identity }, this.#toMate);
  }

  take(letter: Letter): void {
    this.#post.take(letter, this.#toMate, () => {
      const { message } = letter;
      this.heard.push(textOf(message));
      if (this.answers && message.kind === 'command') this.say(`answer to ${message.line}`);
    });
  }

  #begin(): FailoverPost {
    const host: PostHost = {
      clock: this.#life,
      box: { traits: honestTraits },
      failover: () => ({ unitHoldMs: holdMs, key: undefined }),
      addressOf: () => '0.0.0.0',
      spaces: { of: () => ({ transmit: () => undefined }) },
      process: { undelivered: (messages) => void this.lost.push(...messages.map(textOf)) },
    };
    return new FailoverPost(host);
  }
}

function textOf(message: FailoverMessage): string {
  return message.kind === 'command' ? message.line : message.kind;
}

/** Two of them, and a wire of some badness for each direction. */
class Correspondence {
  readonly clock = new VirtualClock();
  readonly near: Correspondent;
  readonly far: Correspondent;
  letters = 0;
  cut = false;

  constructor(how: Impairment = {}, random: Random = seededRandom(1)) {
    const wires = ['there', 'back'].map((name) => new ImpairedWire(how, this.clock, random.fork(name)));
    const carry =
      (at: number, to: () => Correspondent) =>
      (letter: Letter): void => {
        this.letters += 1;
        if (!this.cut)
          wires[at]?.carry(
            () => to().take(letter),
            () => undefined,
          );
      };
    this.near = new Correspondent(
      this.clock,
      carry(0, () => this.far),
    );
    this.far = new Correspondent(
      this.clock,
      carry(1, () => this.near),
    );
  }

  /** Until nobody waits for anything; fails after a minute. */
  async settle(): Promise<void> {
    for (let steps = 0; this.near.busy || this.far.busy; steps += 1) {
      if (steps > 600) throw new Error('something is never acknowledged');
      await this.clock.advance(100);
    }
    await this.clock.advance(2000);
  }
}

const lines = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `line ${from + at}`);

describe('the post between the units', () => {
  it('on a good wire starts no timer, and answers each message with one acknowledgement', () => {
    const pair = new Correspondence();
    for (const line of lines(50)) pair.near.say(line);
    expect(pair.far.heard).to.deep.equal(lines(50));
    expect(pair.letters).to.equal(100);
    expect(pair.clock.pending).to.equal(0);
    expect(pair.near.busy || pair.far.busy).to.equal(false);
  });

  it('sends no acknowledgement where an answer is on its way back', () => {
    const pair = new Correspondence();
    pair.near.say('question');
    expect(pair.letters).to.equal(2);
    pair.far.answers = true;
    pair.near.say('another');
    // The other, its answer, and the acknowledgement of the answer.
    expect(pair.letters).to.equal(5);
    expect(pair.near.heard).to.deep.equal(['answer to another']);
    expect(pair.clock.pending).to.equal(0);
  });

  for (const how of [
    { loss: 0.3 },
    { loss: 0.3, duplicates: 0.5, jitterMs: 400 },
    { loss: 0.5, delayMs: 200, jitterMs: 100 },
    { duplicates: 1, jitterMs: 3000 },
  ] satisfies Impairment[])
    it(`with ${JSON.stringify(how)} delivers everything, once and in order, both ways`, async () => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const pair = new Correspondence(how, seededRandom(seed));
        const { near, far } = pair;
        far.answers = true;
        for (const line of lines(60)) {
          near.say(line);
          await pair.clock.advance(7);
        }
        for (let steps = 0; near.heard.length < 60 || near.busy; steps += 1) {
          if (steps > 1200)
            throw new Error(`seed ${seed}: ${far.heard.length} and ${near.heard.length} came`);
          await pair.clock.advance(100);
        }
        expect(far.heard).to.deep.equal(lines(60));
        expect(near.heard).to.deep.equal(lines(60).map((line) => `answer to ${line}`));
        expect([near.lost, far.lost]).to.deep.equal([[], []]);
      }
    });

  it('is done when the last acknowledgement has come, and then has no timer', async () => {
    const pair = new Correspondence({ loss: 0.3, jitterMs: 50 });
    for (const line of lines(40)) pair.near.say(line);
    expect(pair.near.busy).to.equal(true);
    await pair.settle();
    expect(pair.far.heard).to.deep.equal(lines(40));
    expect(pair.clock.pending).to.equal(0);
  });

  it('after a cut that is shorter than the hold time delivers what was said meanwhile', async () => {
    const pair = new Correspondence();
    pair.near.say('before');
    pair.cut = true;
    for (const line of lines(300)) pair.near.say(line);
    await pair.clock.advance(holdMs - 500);
    pair.cut = false;
    await pair.settle();
    expect(pair.far.heard).to.deep.equal(['before', ...lines(300)]);
    expect(pair.near.lost).to.deep.equal([]);
  });

  it('gives up what a silent mate never acknowledged, all of it, and goes on with what comes then', async () => {
    const pair = new Correspondence();
    pair.near.say('before');
    pair.cut = true;
    for (const line of lines(30)) pair.near.say(line);
    await pair.clock.advance(10_000);
    expect(pair.near.lost).to.deep.equal(lines(30));
    expect(pair.clock.pending).to.equal(0);
    pair.cut = false;
    pair.near.say('after');
    expect(pair.far.heard).to.deep.equal(['before', 'after']);
    expect(pair.near.busy).to.equal(false);
  });

  it('gives up when more waits than it can keep', () => {
    const pair = new Correspondence();
    pair.cut = true;
    for (const line of lines(5000)) pair.near.say(line);
    expect(pair.near.lost).to.have.lengthOf(4097);
  });

  it('does not keep what came waiting for what was given up', async () => {
    const pair = new Correspondence();
    pair.near.say('first');
    const { take } = pair.far;
    const lost = (letter: Letter): void => {
      if (letter.message.kind !== 'command' || letter.message.line !== 'lost') take.call(pair.far, letter);
    };
    pair.far.take = lost;
    pair.near.say('lost');
    pair.near.say('came');
    await pair.clock.advance(10_000);
    expect(pair.near.lost).to.deep.equal(['lost', 'came']);
    pair.near.hello();
    expect(pair.far.heard).to.deep.equal(['first', 'came', 'hello']);
  });

  it('delivers to a mate that has booted nothing that was for the one before', async () => {
    const pair = new Correspondence();
    pair.near.hello();
    pair.far.hello();
    pair.near.say('before');
    pair.cut = true;
    pair.near.say('reload');
    await pair.clock.advance(1000);
    pair.cut = false;
    pair.far.boot();
    await pair.clock.advance(10_000);
    pair.near.say('after');
    expect(pair.far.heard).to.deep.equal(['hello', 'before', 'after']);
    expect(pair.near.lost).to.deep.equal([]);
  });

  it('is taken up where it is by a unit that was not there before', async () => {
    const pair = new Correspondence({ loss: 0.4, jitterMs: 100 });
    for (const line of lines(20)) pair.near.say(line);
    await pair.settle();
    pair.near.boot();
    for (const line of lines(20, 20)) pair.near.say(line);
    await pair.settle();
    pair.far.say('from the one that stayed');
    await pair.settle();
    expect(pair.far.heard.filter((text) => text !== 'hello')).to.deep.equal(lines(40));
    expect(pair.near.heard).to.deep.equal(['from the one that stayed']);
  });
});
