import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BenchError, UsageError } from '../../errors.ts';
import type { Topology } from '../../topology/index.ts';
import { benchFolderAt } from '../kept/bench-folder.ts';
import { memoryPdu } from '../../explore/memory-pdu.ts';
import { Gate } from '../interlock/index.ts';
import { linesInFile } from '../interlock/lines-in-file.ts';
import { machineTime, momentNow } from '../interlock/moment.ts';
import { bringUp } from '../rest/bring-up.ts';
import { openVirtualBench } from '../virtual-bench.test-support.ts';
import type { VirtualBench } from '../virtual-bench.test-support.ts';
import {
  bringUpPort,
  byHand,
  isolateByHand,
  lookAtOutlets,
  lookAtPorts,
  meantOutlets,
  meantPorts,
  shutPort,
  turnOff,
  turnOn,
} from './index.ts';
import type { ByHand } from './index.ts';

interface Trial {
  readonly bench: ByHand;
  readonly opened: VirtualBench;
  readonly run: VirtualBench['run'];
  readonly asked: string[];
  readonly path: string;
  answer: boolean;
}

/** A pair that is up, the primary unit active, with doors into it. */
async function withPair(
  act: (trial: Trial) => Promise<void>,
  edit?: (topology: Topology) => Topology,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'by-hand-'));
  const opened = openVirtualBench([]);
  try {
    await opened.run(bringUp(opened.bench, new AbortController().signal));
    const kept = benchFolderAt(join(folder, 'rack.bench'));
    const path = kept.journal;
    const { bench: of } = opened;
    const asked: string[] = [];
    const closed = { close: () => Promise.resolve() };
    const written = edit ? edit(of.topology) : of.topology;
    const gate = new Gate({ topology: written, clock: of.clock, progress: of.progress });
    const pduOf = (name: string) =>
      memoryPdu(
        opened.simulated.pdus.find((pdu) => pdu.name === name)!,
        opened.clock,
      );
    const bench = byHand(
      {
        topology: written,
        clock: of.clock,
        progress: of.progress,
        secrets: of.secrets,
        kept,
      },
      {
        ask: (question) => {
          asked.push(question);
          return Promise.resolve(trial.answer);
        },
        doors: {
          console: (unit) => {
            const { session } = of.consoles[unit];
            return Promise.resolve({ run: session.run.bind(session), ...closed } as never);
          },
          management: () => Promise.reject(new Error('nobody asks there')),
          switch: (name) => Promise.resolve({ ...of.switches.get(name)!, ...closed }),
          pdu: (name) => Promise.resolve({ ...gate.guardPdu(pduOf(name)), ...closed }),
        },
      },
    );
    const trial: Trial = { bench, opened, run: opened.run, asked, path, answer: true };
    await act(trial);
  } finally {
    await opened.discard();
    rmSync(folder, { recursive: true });
  }
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof BenchError || error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('it was to be refused');
}

const outletsOf = (bench: ByHand, word: string) => meantOutlets(bench.topology, word)[0]!;
const portOf = (bench: ByHand, word: string) => meantPorts(bench.topology, word)[0]!;

describe('a bench that is changed by hand', () => {
  it('cuts a unit that stands by without asking, keeps it in mind, and gives power back after the minimum off time', () =>
    withPair(async ({ bench, run, asked, opened }) => {
      const meant = outletsOf(bench, 'secondary');
      const offMs = opened.clock.nowMs();
      expect(await run(turnOff(bench, meant))).to.have.property('witness', 'outlet 2 of pdu1');
      expect(asked).to.deep.equal([]);
      const { power } = (await run(lookAtOutlets(bench, [meant])))[0]!;
      expect(power).to.equal('off');
      expect(bench.held.open.map(({ restores }) => restores)).to.deep.equal(['outlet 2 of pdu1 on']);
      await run(turnOn(bench, meant));
      expect(opened.clock.nowMs() - offMs).to.be.at.least(500);
      expect(bench.held.open).to.deep.equal([]);
      expect(bench.held.all).to.deep.equal([]);
      await run(turnOn(bench, meant));
    }));

  it('asks before it strikes a unit that is active, and touches nothing where that is not agreed to', () =>
    withPair(async (trial) => {
      const { bench, run, asked } = trial;
      trial.answer = false;
      expect(await run(turnOff(bench, outletsOf(bench, 'primary')))).to.equal(undefined);
      expect(await run(shutPort(bench, portOf(bench, 'primary.inside')))).to.equal(undefined);
      expect(await run(isolateByHand(bench, portOf(bench, 'primary.inside')))).to.equal(undefined);
      const roles = 'strikes primary: it is active. secondary is ready to take over.';
      expect(asked).to.deep.equal([
        `switching outlet 1 of pdu1 off ${roles}`,
        `shutting GigabitEthernet1/0/3 of sw1 ${roles}`,
        `isolating GigabitEthernet1/0/3 of sw1 ${roles}`,
      ]);
      expect(bench.held.open).to.deep.equal([]);
      for (const { power } of await run(lookAtOutlets(bench, meantOutlets(bench.topology))))
        expect(power).to.equal('on');
      for (const { admin, vlan } of await run(lookAtPorts(bench, meantPorts(bench.topology)))) {
        expect(admin).to.equal('up');
        expect(vlan).to.be.within(101, 104);
      }
    }));

  it('says that the mate could not take over, and never takes power from both', () =>
    withPair(async ({ bench, run, asked }) => {
      await run(turnOff(bench, outletsOf(bench, 'secondary')));
      expect(await refusal(run(turnOff(bench, outletsOf(bench, 'primary'))))).to.contain(
        'secondary is without a feed, and both units must never be dark',
      );
      expect(asked).to.deep.equal([]);
      await run(shutPort(bench, portOf(bench, 'primary.outside')));
      expect(asked[0]).to.contain(
        'secondary could not take over: nobody knows what it is (it does not answer on its console)',
      );
    }));

  it('shuts, isolates and brings up a port, in whatever order, and reads each back', () =>
    withPair(async ({ bench, run }) => {
      const cable = portOf(bench, 'secondary.inside');
      const now = async () => {
        const [seen] = await run(lookAtPorts(bench, [cable]));
        return { admin: seen?.admin, oper: seen?.oper, vlan: seen?.vlan };
      };
      const before = await now();
      await run(shutPort(bench, cable));
      expect(await now()).to.deep.equal({ ...before, admin: 'down', oper: 'down' });
      await run(isolateByHand(bench, cable));
      expect(await now()).to.include({ vlan: 999 });
      expect(await refusal(run(isolateByHand(bench, cable)))).to.contain('isolated already');
      const other = portOf(bench, 'secondary.outside');
      await run(isolateByHand(bench, other));
      expect((await run(lookAtPorts(bench, [other])))[0]).to.include({ vlan: 998 });
      expect(await refusal(run(isolateByHand(bench, portOf(bench, 'secondary.state'))))).to.contain('free');
      await run(bringUpPort(bench, cable));
      expect(await now()).to.deep.equal(before);
      await run(bringUpPort(bench, other));
      expect(bench.held.all).to.deep.equal([]);
    }));

  it('cuts no unit more often than the topology allows, and keeps nothing in mind of what it refuses', () =>
    withPair(
      async ({ bench, run }) => {
        const meant = outletsOf(bench, 'secondary');
        await run(turnOff(bench, meant));
        await run(turnOn(bench, meant));
        linesInFile(bench.kept!).add({
          saw: 'told-off',
          unit: 'secondary',
          feed: meant.feeds[0]!,
          at: momentNow(machineTime(bench.clock)),
        });
        expect(await refusal(run(turnOff(bench, meant)))).to.contain('was cut 1 time within the last hour');
        expect(bench.held.open).to.deep.equal([]);
      },
      (topology) => ({
        ...topology,
        units: {
          ...topology.units,
          secondary: { ...topology.units.secondary, 'power-cycles': { hour: 1, day: 1 } },
        },
      }),
    ));

  it('keeps in mind what was told and did not follow, and does not mind a line that was torn', () =>
    withPair(async ({ bench, run, path }) => {
      const deaf: ByHand = {
        ...bench,
        doors: {
          ...bench.doors,
          pdu: async (name) => ({
            ...(await bench.doors.pdu(name)),
            set: () => Promise.resolve({ raw: 'yes', askedMs: 0, answeredMs: 0 }),
          }),
        },
      };
      expect(await refusal(run(turnOff(deaf, outletsOf(bench, '2'))))).to.contain(
        'acknowledged the command, but',
      );
      expect(bench.held.open).to.have.length(1);
      appendFileSync(path, '{"intent":"torn","resto');
      expect(bench.held.open).to.have.length(1);
      bench.held.intend({
        restores: 'x of sw1 up',
        of: { kind: 'port', unit: 'primary', switch: 'sw1', port: 'x', prior: 'up', linked: true },
      });
      expect(bench.held.open).to.have.length(2);
      expect(readFileSync(path, 'utf8')).to.contain('"restores":"outlet 2 of pdu1 on"');
    }));

  it('touches no outlet that is called otherwise, and asks only when the last feed of an active unit goes', () =>
    withPair(
      async ({ bench, run, asked }) => {
        expect(await refusal(run(turnOff(bench, outletsOf(bench, 'secondary'))))).to.contain(
          'outlet 2 is not touched',
        );
        await run(turnOff(bench, outletsOf(bench, 'pdu1:1')));
        expect(asked).to.deep.equal([]);
        await run(turnOff(bench, outletsOf(bench, 'pdu1:3')));
        expect(asked).to.have.length(1);
      },
      (topology) => ({
        ...topology,
        units: {
          primary: {
            ...topology.units.primary,
            power: [
              { pdu: 'pdu1', outlet: '1' },
              { pdu: 'pdu1', outlet: '3' },
            ],
          },
          secondary: { ...topology.units.secondary, power: [{ pdu: 'pdu1', outlet: '2', label: 'fw-b' }] },
        },
      }),
    ));

  it('refuses words that mean nothing, more than one thing, or what is protected', () =>
    withPair(async ({ bench: { topology } }) => {
      const [pdu] = Object.values(topology.pdus);
      const two: Topology = {
        ...topology,
        pdus: { pdu1: { ...pdu!, protected: ['8'] }, pdu2: pdu! },
        units: {
          ...topology.units,
          secondary: { ...topology.units.secondary, power: [{ pdu: 'pdu2', outlet: '1' }] },
        },
      };
      for (const [word, why] of [
        ['1', 'more than one PDU'],
        ['8', 'outlet 8 is protected'],
        ['pdu1:8', 'outlet pdu1:8 is protected'],
        ['7', 'no outlet that feeds a unit'],
        ['tertiary', 'no outlet that feeds a unit'],
      ] as const)
        expect(() => meantOutlets(two, word), word).to.throw(UsageError, why);
      for (const [word, why] of [
        ['GigabitEthernet1/0/23', 'is protected'],
        ['sw1:GigabitEthernet1/0/24', 'is protected'],
        ['GigabitEthernet1/0/12', 'no port that a unit'],
        ['inside', 'no port that a unit'],
      ] as const)
        expect(() => meantPorts(topology, word), word).to.throw(UsageError, why);
      expect(meantOutlets(two, 'pdu2:1')).to.deep.equal([
        { unit: 'secondary', feeds: [{ pdu: 'pdu2', outlet: '1' }] },
      ]);
      for (const word of [
        'primary.inside',
        'primary.GigabitEthernet0/1',
        'sw1:GigabitEthernet1/0/3',
        'GigabitEthernet1/0/3',
      ])
        expect(meantPorts(topology, word)[0]).to.include({ unit: 'primary', socket: 'GigabitEthernet0/1' });
    }));
});
