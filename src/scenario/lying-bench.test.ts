/**
 * Promise P3 over the list of faults: switches and PDUs that say yes and do nothing, when something is broken and when it
 * is put back. Such a bench is infrastructure, never a `fail` and never a `pass`; what is not back is named in the end.
 */
import { expect } from 'chai';
import { bringUp } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { everyFault } from '../fault/index.ts';
import type { Fault } from '../fault/index.ts';
import { judgeScenario } from '../judge/index.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;
const setters = ['set', 'setPort', 'setVlan'] as const;

/** Whether a SET is believed to break something, by what is wished: an outlet off, a port down, a VLAN where nobody is. */
const breaks = (wish: unknown): boolean => wish === 'off' || wish === 'down' || wish === 999 || wish === 998;

type Set = (name: string, wish: unknown) => Promise<unknown>;

/** Every device acknowledges such commands without carrying them out. Returns how often that was, and the way back. */
function lie({ bench, clock }: VirtualBench, about: 'breaking' | 'healing'): { count: number; end(): void } {
  const lies = { count: 0, end: () => restore.forEach((each) => each()) };
  const restore = [...bench.pdus.values(), ...bench.switches.values()].flatMap((device) =>
    setters.flatMap((name) => {
      const really: unknown = Reflect.get(device, name);
      if (typeof really !== 'function') return [];
      const instead: Set = async (where, wish) => {
        if (breaks(wish) !== (about === 'breaking')) return Reflect.apply(really, device, [where, wish]);
        lies.count += 1;
        return { raw: String(wish), askedMs: clock.nowMs(), answeredMs: clock.nowMs() };
      };
      Reflect.set(device, name, instead);
      return [() => void Reflect.set(device, name, really)];
    }),
  );
  return lies;
}

/** The faults that lay hands on a PDU or a switch, and what the lies are to be about. */
const struck: readonly Fault[] = Object.values(everyFault).filter(({ needs }) =>
  needs.some((need) => need !== 'console'),
);

function scenarioOf({ name }: Fault, about: string): Scenario {
  return {
    name: `${name} ${about}`,
    title: name,
    requirements: [],
    begin: 'primary',
    fault: name as keyof typeof everyFault,
    target: 'active',
    ...(name.startsWith('interface') || name === 'segment-silent' ? { interface: 'inside' } : {}),
    watch: 'nothing',
  };
}

describe('a bench whose devices say yes and do nothing', function () {
  this.timeout(60_000);
  let opened: VirtualBench;

  before(async () => {
    opened = openVirtualBench(struck.map(({ name }) => name));
    await opened.run(bringUp(opened.bench, never));
  });
  after(() => opened.discard());

  it('is asked for every kind of device', () => {
    expect(new Set(struck.flatMap(({ needs }) => needs)))
      .to.include('outlet')
      .and.to.include('port');
  });

  for (const fault of struck)
    for (const about of ['breaking', 'healing'] as const)
      it(`${fault.name}, when ${about}: infrastructure, and the device is named`, async () => {
        const { bench, recorder, run } = opened;
        const lies = lie(opened, about);
        const scenario = scenarioOf(fault, about);
        const { played } = await run(play(bench, scenario, never));
        expect(played).to.equal(true);
        expect(lies.count).to.be.at.least(1);
        const { outcome, infrastructure, because } = judgeScenario(recorder.entries, scenario.name);
        expect({ outcome, infrastructure }, because).to.deep.equal({
          outcome: 'inconclusive',
          infrastructure: true,
        });
        expect(because).to.match(/\b(?:pdu|sw)\d+: acknowledged the command, but .* did not show within/);
        // Nobody can have it back from a device that lies; from an honest one all of it comes.
        const left = about === 'healing' ? await run(bench.mend()) : [];
        expect(left.map(({ message }) => message).join()).to.match(
          about === 'healing' ? /acknowledged the command/ : /^$/,
        );
        lies.end();
        expect(await run(bench.mend())).to.deep.equal([]);
        expect(bench.journal.open).to.deep.equal([]);
      });
});
