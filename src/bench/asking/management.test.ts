/** Logins beside the consoles, to the simulated pair behind real sockets. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { awaitPair } from '../../cli/await-pair.ts';
import { flashOf } from '../../cli/flash-of.ts';
import { pause, realClock } from '../../clock.ts';
import type { FirewallSession } from '../../device/index.ts';
import { askFailover } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import { mateOf } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { serveSimulatedBench } from '../../simulator/index.ts';
import type { ServedBench } from '../../simulator/index.ts';
import { openSecrets, parseTopology, withEndpoints } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { edited, shipped } from '../../topology/edited-topology.test-support.ts';
import type { Bench } from '../bench.ts';
import { management } from '../instrument/management.ts';
import { missingManagement, openManagement, openManagementAt } from './management.ts';
import { silentProgress } from '../progress.ts';

const topologies = resolve(import.meta.dirname, '../../../topologies');

describe('management', function () {
  this.timeout(60_000);

  let served: ServedBench;
  let topology: Topology;
  let folder = '';
  const opened: FirewallSession[] = [];
  const path = join(topologies, 'simulated.yaml');
  const said: string[] = [];
  const telnet = { host: '127.0.0.1', port: 0 };
  const text = edited(shipped('simulated'), [
    [['units', 'primary', 'management', 'telnet'], telnet],
    [['units', 'secondary', 'management', 'telnet'], telnet],
    [
      ['pair', 'extra'],
      ['telnet 0.0.0.0 0.0.0.0 inside', 'aaa authentication telnet console LOCAL'],
    ],
  ]);
  const written = parseTopology(text, path);
  const secrets = openSecrets(written, path, {});

  before(async () => {
    const flash = flashOf(written, secrets);
    served = await serveSimulatedBench(written, secrets, realClock, { flash, speed: 10 });
    expect(await awaitPair(served.bench, secrets, realClock, 60_000)).to.equal(true);
    topology = withEndpoints(written, served.endpoints);
    folder = mkdtempSync(join(tmpdir(), 'fover-management-'));
  });

  after(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    for (const session of opened.splice(0)) await session.close();
  });

  function bench(of: Topology = topology) {
    const progress = { ...silentProgress, say: (what: string) => void said.push(what) };
    const knownHosts = join(folder, 'lab.known_hosts');
    return { topology: of, secrets, clock: realClock, progress, watch: { latest: {} }, knownHosts };
  }

  async function to(unit: 'primary' | 'secondary', of?: Topology): Promise<FirewallSession> {
    const session = await openManagement(bench(of), unit);
    opened.push(session);
    return session;
  }

  /** The topology with one way to each address, changed as told. */
  function only(kind: 'ssh' | 'telnet', change: object = {}): Topology {
    const unit = (of: Topology['units']['primary']) => ({
      ...of,
      management: { [kind]: { ...of.management?.[kind], ...change } },
    });
    const { primary, secondary } = topology.units;
    return { ...topology, units: { primary: unit(primary), secondary: unit(secondary) } };
  }

  /** What comes of it once the pair has settled, ten seconds at most. */
  async function soon<T>(attempt: () => Promise<T>): Promise<T> {
    const untilMs = realClock.nowMs() + 10_000;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof BenchError) || realClock.nowMs() > untilMs) throw error;
        await pause(realClock, 100);
      }
    }
  }

  async function failure(opening: Promise<unknown>): Promise<BenchError> {
    const [settled] = await Promise.allSettled([opening]);
    if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason;
    throw new Error('expected a BenchError');
  }

  it('leads to each unit, whose serial number proves it, and pins its host key', async () => {
    const noKeys = only('ssh', { fingerprint: undefined });
    for (const unit of ['primary', 'secondary'] as const) {
      const session = await to(unit, noKeys);
      const { saw } = await askFailover(session, 5000);
      expect(saw).to.have.nested.property('thisHost.unit', unit);
    }
    const { port, fingerprint } = served.endpoints.management.primary;
    const pinned = readFileSync(join(folder, 'lab.known_hosts'), 'utf8');
    expect(pinned).to.contain(`[127.0.0.1]:${port} `);
    expect(said.join('\n')).to.contain(fingerprint);
  });

  it('by telnet leads to each unit as well', async () => {
    for (const unit of ['primary', 'secondary'] as const) {
      const session = await to(unit, only('telnet'));
      const { saw } = await askFailover(session, 5000);
      expect(saw).to.have.nested.property('thisHost.unit', unit);
    }
  });

  it('leads to a unit at the other address when it has the other role', async () => {
    const secondary = await to('secondary');
    // The address goes with the role, and takes the session with it.
    await secondary.fire('failover active');
    const primary = await soon(() => to('primary'));
    const { saw } = await askFailover(primary, 5000);
    expect(saw).to.have.nested.property('thisHost.unit', 'primary');
    expect(saw).to.have.nested.property('thisHost.state').that.is.not.equal('active');
    const { unit, session } = await soon(() => openManagementAt(bench(), 'active'));
    opened.push(session);
    expect(unit).to.equal('secondary');
  });

  for (const kind of ['ssh', 'telnet'] as const)
    it(`by ${kind} is told of the limit of five sessions as what it is`, async () => {
      const five = [1, 2, 3, 4, 5].map(() => openManagementAt(bench(only(kind)), 'active'));
      for (const { session } of await Promise.all(five)) opened.push(session);
      const { message } = await failure(openManagementAt(bench(only(kind)), 'active'));
      expect(message).to.contain(`active address: none of 1 way leads there:\n  - ${kind}`);
      expect(message).to.contain('all its sessions may be taken (an appliance has five of a kind');
      await opened.shift()?.close();
      opened.push((await openManagementAt(bench(only(kind)), 'active')).session);
    });

  it('shows as an instrument who answers at each address', async () => {
    const active = await soon(() => openManagementAt(bench(), 'active'));
    await active.session.close();
    const unit = active.unit ?? expect.fail('a unit that the topology does not know');
    const { raw, askedMs, answeredMs } = await management.read(bench() as unknown as Bench, 0);
    const named = (one: UnitName): string => `${one} ${topology.units[one].serial}`;
    expect(raw.split('\n')).to.deep.equal([
      `active address ${named(unit)}`,
      `standby address ${named(mateOf(unit))}`,
    ]);
    expect(askedMs).to.be.below(answeredMs);
    expect(management.missing({ topology: written })).to.contain('add management');
  });

  it('is refused where another host key is written, and where another unit answers', async () => {
    const fingerprint = `SHA256:${'A'.repeat(43)}`;
    const changed = await failure(openManagement(bench(only('ssh', { fingerprint })), 'primary'));
    expect(changed.message)
      .to.contain('no login leads to this unit')
      .and.to.contain('host key has changed')
      .and.to.contain(fingerprint)
      .and.to.contain(served.endpoints.management.primary.fingerprint);
    const { primary, secondary } = topology.units;
    const units = { primary: { ...primary, serial: 'JMX0000L0PA' }, secondary };
    const unknown = await failure(openManagement(bench({ ...topology, units }), 'primary'));
    expect(unknown.message)
      .to.contain('secondary answers')
      .and.to.contain(`serial number ${primary.serial} the topology does not know`);
  });

  it('is missing where the topology says nothing of it, or not yet where', async () => {
    expect(missingManagement(topology)).to.equal(undefined);
    expect(missingManagement(written)).to.contain('add management');
    const { management: _, ...primary } = topology.units.primary;
    const without = { ...topology, units: { ...topology.units, primary } };
    expect(missingManagement(without)).to.contain('add management');
    expect((await failure(openManagementAt(bench(without), 'active'))).message).to.contain(
      'add management to primary',
    );
  });
});
