import { expect } from 'chai';
import * as fc from 'fast-check';
import { VirtualClock } from '../../virtual-clock.ts';
import { ScriptedUnit, sessionWith } from './scripted-unit.test-support.ts';

// Those are printed in a row of their own; these wherever the cursor stands.
const own = fc.constantFrom(
  '\r\n\tSwitching to Active\r\n',
  '\r\n\r\n\tDetected an Active mate\r\n',
  '\r\nWARNING: Failover message decryption failure.\r\n',
);
const glued = fc.constantFrom(
  'Beginning configuration replication: Sending to mate.\r\n',
  'End Configuration Replication to mate\r\n',
  '%ASA-1-105003: (Secondary) Monitoring on interface inside waiting\r\n',
);
const words = fc.constantFrom(
  'This',
  'host:',
  'Primary',
  'Interface',
  'edge#',
  '(192.0.2.1)',
  'Normal',
  'lab>',
  '-',
);
const line = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => `\t${all.join(' ')}`);
const delayMs = fc.constantFrom(0, 0, 0, 1, 19, 21, 100);

/** What happens to one command: noise in its echo, in its output and behind its prompt. */
const command = fc.record({
  lines: fc.array(line, { maxLength: 5 }),
  echoed: fc.option(fc.record({ text: fc.oneof(own, glued), at: fc.nat(12), redrawn: fc.boolean() }), {
    nil: undefined,
  }),
  inside: fc.option(fc.record({ text: glued, at: fc.nat() }), { nil: undefined }),
  between: fc.option(fc.record({ text: own, at: fc.nat() }), { nil: undefined }),
  cuts: fc.array(fc.record({ at: fc.nat(), delayMs }), { maxLength: 4 }),
  flips: fc.boolean(),
  after: fc.option(fc.record({ text: fc.oneof(own, glued), delayMs }), { nil: undefined }),
  restMs: delayMs,
});
type Noise = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

function printed({ lines, inside, between }: Noise): string {
  const rows = lines.map((text) => `${text}\r\n`);
  if (between) rows.splice(between.at % (rows.length + 1), 0, between.text);
  const all = rows.join('');
  if (!inside || between) return all;
  const at = inside.at % (all.length + 1);
  return all.slice(0, at) + inside.text + all.slice(at);
}

/** Says the text in pieces, with the delays between them, and then calls `done`. */
function sayInPieces(unit: ScriptedUnit, text: string, cuts: Noise['cuts'], done: () => void): void {
  const places = cuts
    .map(({ at, delayMs: ms }) => ({ at: at % (text.length + 1), ms }))
    .toSorted((a, b) => a.at - b.at);
  let from = 0;
  const next = (): void => {
    const place = places.shift();
    unit.say(text.slice(from, place?.at));
    if (!place) return done();
    from = place.at;
    unit.clock.after(place.ms, next);
  };
  next();
}

function prepare(unit: ScriptedUnit, noise: Noise): void {
  let typed = '';
  unit.echo = (character) => {
    typed += character;
    if (!noise.echoed || typed.length !== noise.echoed.at + 1) return character;
    return `${noise.echoed.text}${noise.echoed.redrawn ? unit.prompt() + typed : character}`;
  };
  unit.replies.set('show failover', (far) => {
    sayInPieces(far, printed(noise), noise.cuts, () => {
      if (noise.flips) far.name = far.name.endsWith('act') ? 'edge/pri/stby' : 'edge/pri/act';
      far.sayPrompt();
      const { after } = noise;
      if (!after) return;
      const commands = far.typed.length;
      far.clock.after(after.delayMs, () => {
        // Units do not print a prompt into a command that is under way.
        if (far.row !== '' || far.typed.length !== commands) return;
        far.say(after.text);
        far.sayPrompt();
      });
    });
    return undefined;
  });
}

describe('a session with a firewall that talks in between', () => {
  it('gets every line of every answer, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 4 }), async (commands) => {
        const clock = new VirtualClock();
        const unit = new ScriptedUnit(clock);
        const session = sessionWith(unit);
        await clock.runUntil(session.run('terminal pager 0'));
        for (const noise of commands) {
          prepare(unit, noise);
          const { output } = await clock.runUntil(session.run('show failover'));
          const rows = output.split('\n').filter((text) => text.trim() !== '');
          expect(JSON.stringify(rows)).to.equal(JSON.stringify(noise.lines));
          await clock.advance(noise.restMs);
        }
        expect(unit.typed.filter((text) => text !== '').slice(2)).to.deep.equal(
          commands.map(() => 'show failover'),
        );
      }),
      { numRuns: 400 },
    );
  });
});
