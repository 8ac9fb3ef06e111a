import { expect } from 'chai';
import { bringUp } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';

const never = new AbortController().signal;

const scenario: Scenario = {
  name: 'sessions-outlive',
  title: 'Do replicated sessions outlive the loss of the active unit?',
  requirements: ['STATE-TCP'],
  begin: 'primary',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
  before: [
    {
      look: 'new-sessions',
      expects: [{ count: ' open since ', is: [2, 2] }],
      means: 'Sessions can be opened before the failover.',
      proves: ['OPS-TRAFFIC-AFTERWARDS'],
    },
  ],
  during: [
    {
      look: 'sessions',
      within: 60_000,
      expects: [{ says: '/tcp open since ' }, { lacks: '/http open since ' }],
      means: 'The plain session goes on over the new active unit; HTTP was not replicated.',
      proves: ['STATE-TCP', 'STATE-HTTP-NOT-BY-DEFAULT'],
    },
  ],
  after: [
    {
      look: 'new-sessions',
      expects: [{ count: ' open since ', is: [2, 2] }],
      means: 'Sessions can be opened after the failover.',
      proves: ['OPS-TRAFFIC-AFTERWARDS'],
    },
  ],
};

describe('a scenario that holds sessions, on a virtual clock', function () {
  this.timeout(60_000);
  let opened: VirtualBench;

  beforeEach(() => (opened = openVirtualBench([scenario.name])));
  afterEach(() => opened.discard());

  it('asks them before, while and after the fault, and leaves none open', async () => {
    const { bench, recorder, run } = opened;
    await run(bringUp(bench, never));
    expect(await run(play(bench, scenario, never))).to.deep.equal({ played: true });
    expect(bench.sessions.all).to.deep.equal([]);
    const entries = recorder.entriesOf(scenario.name);
    const asked = entries.flatMap((entry) => (entry.kind === 'question' && entry.isLast ? [entry] : []));
    expect(asked.map(({ typed }) => typed[0])).to.deep.equal(['new-sessions', 'sessions', 'new-sessions']);
    expect(asked[1]?.answer?.text).to.match(/^inside-to-outside\/tcp open since \d+ /);
    expect(asked[1]?.answer?.text).to.match(/^inside-to-outside\/http (stalled|reset|closed) since \d+ /m);
    for (const at of [0, 2]) expect(asked[at]?.answer?.text.match(/ open since /g)).to.have.length(2);
    const turns = entries.flatMap((entry) =>
      entry.kind === 'observation' && entry.saw.sight === 'session' ? [entry] : [],
    );
    const fault = entries.find((entry) => entry.kind === 'action' && entry.role === 'fault');
    if (fault?.kind !== 'action') throw new Error('the fault is not in the timeline');
    const http = turns.filter(({ saw }) => saw.sight === 'session' && saw.protocol === 'http');
    const [first, second] = http.map(({ saw }) => (saw.sight === 'session' ? saw : undefined));
    expect(first?.state).to.equal('open');
    expect(second?.state).to.not.equal('open');
    expect(second?.sinceMs, 'since its first message that was lost').to.be.within(
      fault.begunMs,
      fault.begunMs + 1000,
    );
  });
});
