import { expect } from 'chai';
import { memoryLines } from '../../transport/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { bytesOf, consoleSamples, type ConsoleSample } from './console-sample.test-support.ts';
import { FirewallSession } from './session.ts';
import { ScriptedUnit, secrets, sessionWith, type Standing } from './scripted-unit.test-support.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** Where a session believes the console to stand while the sample is played to it with pauses. */
async function placesOf(sample: ConsoleSample, gapMs: number): Promise<string[]> {
  const clock = new VirtualClock();
  const [near, far] = memoryLines(clock, { latencyMs: 1 });
  const session = new FirewallSession(near, clock, { ...secrets, name: 'console' });
  const places: string[] = [];
  const look = (): void => {
    const { where } = session;
    const seen =
      where.at === 'prompt'
        ? `prompt ${where.prompt.text}`
        : where.at === 'question'
          ? `question ${where.question.kind}`
          : undefined;
    if (seen !== undefined && seen !== places.at(-1)) places.push(seen);
  };
  for (const step of sample.steps) {
    if (step.step === 'quiet') await clock.advance(1000);
    if (step.step !== 'bytes') continue;
    for (const character of step.text) {
      await far.write(latin1(character));
      await clock.advance(gapMs);
      look();
    }
  }
  await session.close();
  return places;
}

function wantedPlaces({ steps }: ConsoleSample): string[] {
  const all = steps.flatMap((step) => (step.step === 'quiet' && step.told !== undefined ? [step.told] : []));
  return all.filter((place, index) => place !== all[index - 1]);
}

/** The sample up to where somebody can type, and where that is. */
function untilTyping(sample: ConsoleSample): { text: string; place: string } | undefined {
  const end = sample.steps.findIndex((step) => step.step === 'quiet' && step.told !== undefined);
  const step = sample.steps[end];
  if (step?.step !== 'quiet' || step.told === undefined) return undefined;
  return { text: bytesOf({ ...sample, steps: sample.steps.slice(0, end) }), place: step.told };
}

describe('sessions on consoles as they are', function () {
  this.timeout(120_000);

  for (const sample of consoleSamples)
    it(`stands where ${sample.name} stands, and nowhere else, however slowly it comes`, async () => {
      expect(await placesOf(sample, 60)).to.deep.equal(wantedPlaces(sample));
    });

  const standings: readonly (readonly [RegExp, Standing, readonly string[]])[] = [
    [/^prompt .*>$/, 'user', ['enable', secrets.enable]],
    [/^question username$/, 'username', ['lab', secrets.password, 'enable', secrets.enable]],
  ];
  for (const sample of consoleSamples.filter(({ name }) => name.startsWith('boot'))) {
    const { text, place } = untilTyping(sample) ?? { text: '', place: '' };
    const found = standings.find(([pattern]) => pattern.test(place));
    if (!found || /rommon|monitor/.test(place)) continue;
    for (const gapMs of [0, 5, 150])
      it(`comes through ${sample.name} with ${gapMs} ms between its rows, and types nothing before`, async () => {
        const [, standing, entering] = found;
        const clock = new VirtualClock();
        const unit = new ScriptedUnit(clock);
        unit.standing = 'silent';
        unit.replies.set('show clock', 'the answer\r\n');
        if (standing === 'user') unit.name = place.replace(/^prompt |>$/g, '');
        const session = sessionWith(unit);
        const heard: string[] = [];
        session.onMessage(({ message }) => heard.push(message));
        const rows = text.split(/(?<=\n)/);
        const say = (): void => {
          const row = rows.shift();
          if (rows.length === 0) unit.standing = standing;
          unit.say(row ?? '');
          if (rows.length > 0) clock.after(gapMs, say);
        };
        say();
        const answer = await clock.runUntil(session.run('show clock', { boundMs: 120_000 }));
        expect(answer.output).to.equal('the answer');
        expect(unit.typed).to.deep.equal([...entering, 'terminal pager 0', 'show clock']);
        expect(heard.filter((each) => each === 'rebooting')).to.have.length(1);
        expect(heard.filter((each) => each === 'boot-finished')).to.have.length(1);
      });
  }
});
