/** An answer that does not end, in a unit that has time: it is given up, and not kept. */
import { expect } from 'chai';
import { VirtualClock } from '../../virtual-clock.ts';
import { mostCharacters } from './gather.ts';
import { NoAnswer } from './no-answer.ts';
import { ScriptedUnit, sessionWith } from './scripted-unit.test-support.ts';

const pieceCharacters = 64 * 1024;

describe('an answer that does not end', () => {
  const floods: Readonly<Record<string, string>> = {
    'of lines': `${'x'.repeat(126)}\r\n`.repeat(pieceCharacters / 128),
    'of one row': 'x'.repeat(pieceCharacters),
    'of blank rows': '\r\n'.repeat(pieceCharacters / 2),
    'of messages': '\r\n\tSwitching to Active\r\n'.repeat(pieceCharacters / 24),
  };
  for (const [kind, piece] of Object.entries(floods))
    it(`is given up when it is more than any answer, long before its time: ${kind}`, async function () {
      this.timeout(30_000);
      const clock = new VirtualClock();
      const unit = new ScriptedUnit(clock);
      const session = sessionWith(unit);
      let said = 0;
      const flood = { isOver: false };
      unit.replies.set('show tech-support', () => {
        const more = (): void => {
          if (flood.isOver) return;
          said += piece.length;
          unit.say(piece);
          clock.after(10, more);
        };
        more();
        return undefined;
      });
      const asked = session
        .run('show tech-support', { boundMs: 3_600_000 })
        .then(
          () => undefined,
          (error: unknown) => error,
        )
        .finally(() => (flood.isOver = true));
      for (let turns = 0; turns < 20_000 && !flood.isOver; turns += 1) await clock.advance(10);
      const error = await asked;
      expect(error).to.be.instanceOf(NoAnswer);
      expect(String(error)).to.match(/says more than \d+ characters/);
      expect(said).to.be.below(24 * mostCharacters);
      expect(String(error)).to.have.length.below(200_000);
      await session.close();
    });
});
