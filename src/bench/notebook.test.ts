import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import { openRecorder } from '../timeline/index.ts';
import type { Entry, Recorder } from '../timeline/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Notebook } from './notebook.ts';

const run = {
  tool: 't',
  node: 'n',
  topology: { name: 'x', sha256: '' },
  bench: 'simulated',
  planned: [],
} as const;

describe('the notebook', () => {
  let folder = '';
  let clock: VirtualClock;
  let recorder: Recorder;
  let broken: Error[];
  let notebook: Notebook;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'notebook-'));
    clock = new VirtualClock();
    recorder = openRecorder(join(folder, 'run'), run, clock, []);
    broken = [];
    notebook = new Notebook(recorder, (error) => broken.push(error));
  });
  afterEach(() => {
    recorder.close();
    rmSync(folder, { recursive: true });
  });

  const last = (): Entry | undefined => recorder.entries.at(-1);
  const deed = { did: 'outlet 1 off', role: 'fault', stimuli: [] } as const;

  it('has the intent on record before the deed, and the effect after it, in milliseconds of the run', async () => {
    await clock.advance(1000);
    const before: (Entry | undefined)[] = [];
    await notebook.act(deed, () => {
      before.push(last());
      return Promise.resolve({ effectMs: { loMs: 1200, hiMs: 1250 }, witness: 'outlet 1' });
    });
    expect(before[0]).to.include({ kind: 'action-begun', did: 'outlet 1 off', atMs: 1000 });
    expect(last()).to.deep.include({
      kind: 'action',
      effectiveMs: { loMs: 1200, hiMs: 1250 },
      effectWitness: 'outlet 1',
    });
  });

  it('records a deed that failed, and passes its error on', async () => {
    const failing = notebook.act(deed, () => Promise.reject(new BenchError('pdu1', 'said no')));
    expect(await failing.catch((error: unknown) => error)).to.be.instanceOf(BenchError);
    expect(last()).to.include({ kind: 'action', failed: 'pdu1: said no' });
  });

  it('names the scenario of the moment, and none before and after', () => {
    const begun = { scenario: 's', title: 't', requirements: [], fault: 'f', target: 'active' };
    const observe = (): void =>
      notebook.observed({ witness: 'w', saw: { sight: 'silent' }, askedMs: 0, answeredMs: 0 });
    observe();
    expect(last()).not.to.have.property('scenario');
    notebook.beginScenario(begun);
    observe();
    expect(last()).to.have.property('scenario', 's');
    notebook.endScenario();
    observe();
    expect(last()).not.to.have.property('scenario');
  });

  it('tells once that the recording broke, and throws nothing at the witness who happened to speak', () => {
    recorder.close();
    notebook.phase('watch');
    notebook.observed({ witness: 'w', saw: { sight: 'silent' }, askedMs: 0, answeredMs: 0 });
    notebook.consoleBytes('primary', Uint8Array.of(1), 0);
    notebook.gap('w', 0, 1, 'why');
    expect(broken).to.have.length(1);
  });
});
