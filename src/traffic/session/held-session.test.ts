import { expect } from 'chai';
import { VirtualClock } from '../../virtual-clock.ts';
import type { EchoEar } from './echo-line.ts';
import { HeldSession } from './held-session.ts';
import type { SessionNews } from './held-session.ts';

const [everyMs, stallMs] = [200, 3000];
const openLineMs = 10;

/** A session over a line whose far end echoes after ten milliseconds while it is `alive`. */
class Played {
  readonly clock = new VirtualClock();
  readonly news: SessionNews[] = [];
  readonly waiting: Uint8Array[] = [];
  readonly session: HeldSession;
  alive = true;
  closed = 0;
  ear: EchoEar | undefined;

  constructor() {
    this.session = new HeldSession(
      (ear) => {
        this.ear = ear;
        return {
          send: (bytes) => {
            this.waiting.push(bytes);
            this.clock.after(openLineMs, () => this.alive && this.echo());
          },
          close: () => (this.closed += 1),
        };
      },
      { clock: this.clock, everyMs, stallMs, onNews: (news) => this.news.push(news) },
    );
  }

  /** What was held back comes at once, as from a TCP that sends again. */
  echo(): void {
    for (const bytes of this.waiting.splice(0)) this.ear?.heard(bytes);
  }

  get states(): readonly string[] {
    return this.news.map(({ state, sinceMs }) => `${state} ${sinceMs - this.beganMs}`);
  }

  readonly beganMs = this.clock.nowMs();
}

describe('a session that is held', () => {
  it('is open with its first echo and says no more while it lives', async () => {
    const played = new Played();
    await played.clock.advance(10_000);
    expect(played.states).to.deep.equal(['open 10']);
    expect(played.news[0]?.why).to.equal('echoed: "fover 0\\n"');
    const { sent, echoed } = played.session.counts;
    expect(echoed).to.be.within(47, 49);
    expect(sent - echoed).to.be.at.most(1);
  });

  it('stalls when nothing comes back, from when that was sent, and is open again when it does', async () => {
    const played = new Played();
    await played.clock.advance(1000);
    played.alive = false;
    await played.clock.advance(9000);
    const [, stalled] = played.news;
    expect(stalled).to.include({ state: 'stalled' });
    expect((stalled?.sinceMs ?? 0) - played.beganMs).to.be.within(1000, 1200);
    expect((stalled?.answeredMs ?? 0) - (stalled?.askedMs ?? 0)).to.equal(stallMs);
    expect(played.session.counts.sent - played.session.counts.echoed, 'one message at a time').to.equal(1);
    played.alive = true;
    played.echo();
    expect(played.states.at(-1)).to.equal('open 10000');
    await played.clock.advance(5000);
    expect(played.news).to.have.length(3);
  });

  it('that nobody answers from the beginning has stalled', async () => {
    const played = new Played();
    played.alive = false;
    await played.clock.advance(stallMs);
    expect(played.states).to.deep.equal(['stalled 0']);
  });

  for (const how of ['reset', 'closed'] as const)
    it(`is ${how} when its line is, and silent after that`, async () => {
      const played = new Played();
      await played.clock.advance(1000);
      played.ear?.ended(how, 'because');
      played.ear?.heard(Buffer.from('late'));
      played.ear?.ended('closed', 'twice');
      const { sent } = played.session.counts;
      await played.clock.advance(10_000);
      expect(played.states).to.deep.equal(['open 10', `${how} 1000`]);
      expect(played.news[1]?.why).to.equal('because');
      expect(played.session.counts.sent).to.equal(sent);
    });

  for (const [what, answer] of [
    ['another answer', 'HTTP/1.1 400 Bad Request'],
    ['more than was sent', 'fover 0\nfover 1\n'],
  ] as const)
    it(`is closed by ${what}: nothing can be told by who is no echo`, () => {
      const played = new Played();
      played.ear?.heard(Buffer.from(answer));
      expect(played.states).to.deep.equal(['closed 0']);
      expect(played.news[0]?.why).to.equal(`the far end is no echo: it answered ${JSON.stringify(answer)}`);
      expect(played.closed).to.equal(1);
    });

  it('takes an echo that comes in pieces', async () => {
    const played = new Played();
    played.alive = false;
    for (const piece of ['fov', 'er 0', '\n']) {
      expect(played.news).to.deep.equal([]);
      played.ear?.heard(Buffer.from(piece));
    }
    expect(played.states).to.deep.equal(['open 0']);
  });

  it('is proven with the next echo, without waiting for its turn', async () => {
    const played = new Played();
    await played.clock.advance(100);
    const { echoed } = played.session.counts;
    await played.clock.runUntil(played.session.prove());
    expect(played.session.counts.echoed).to.equal(echoed + 1);
    expect(played.clock.nowMs() - played.beganMs).to.equal(110);
  });

  it('is proven to have stalled, or to have ended, in bounded time', async () => {
    const played = new Played();
    await played.clock.advance(100);
    played.alive = false;
    await played.clock.runUntil(played.session.prove());
    expect(played.session.latest?.state).to.equal('stalled');
    expect(played.clock.nowMs() - played.beganMs).to.equal(100 + stallMs);
    await played.session.prove();
    played.ear?.ended('reset', 'because');
    await played.session.prove();
    expect(played.states).to.deep.equal(['open 10', 'stalled 100', `reset ${100 + stallMs}`]);
  });

  it('does nothing more once it was closed here', async () => {
    const played = new Played();
    await played.clock.advance(100);
    const proven = played.session.prove();
    played.session.close();
    await proven;
    played.session.close();
    played.ear?.ended('reset', 'our own doing');
    await played.clock.advance(10_000);
    expect(played.states).to.deep.equal(['open 10']);
    expect(played.closed).to.equal(2);
  });
});
