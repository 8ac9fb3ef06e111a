/** From whatever the units are to a pair in steady state: who they are, their configuration, the watch. */
import { bootstrapOf, maskLine, revealLine, saveCommand } from '../../bootstrap/index.ts';
import type { BootstrapStep } from '../../bootstrap/index.ts';
import { BenchError } from '../../errors.ts';
import { groupsOn, stateOn, unitNames } from '../../pair/index.ts';
import type { FailoverSighting, UnitName } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import { refuseOtherGroups, untilGroupsAreHome } from '../groups.ts';
import { PairUnsettled } from './pair-unsettled.ts';
import { intendBootstrap } from '../recovering/intend-bootstrap.ts';
import { saveConfigurations } from '../recovering/save-configurations.ts';
import { reportOf } from '../seen.ts';
import type { PairSeen } from '../seen.ts';
import { settle, settleDown } from './until-steady.ts';
import { activeUnit, missingForSteady } from './steady.ts';
import { alone, isOfDesignation, unannounced, unsettled } from './unsettled.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** The scenario that a bring-up is told as where the pair is to blame that it fails. */
export const bringUpScenario = 'bring-up';
const title = 'A pair that is configured comes to rest, one unit active and the other ready.';

/**
 * Proves who is behind each console line, bootstraps the pair if failover is off on both units, starts the watch
 * and waits for a steady state. Throws `BenchError` when the bench is not what the topology says, or when the
 * pair does not become steady; `PairUnsettled` when that is proven to be its own doing, which is on record then as
 * a scenario of its own.
 */
export async function bringUp(bench: Bench, signal: AbortSignal): Promise<void> {
  try {
    await comeUp(bench, signal);
  } catch (error) {
    if (error instanceof PairUnsettled) record(bench, error.wrongs);
    throw error;
  }
}

function record({ notebook }: Bench, wrongs: readonly Wrong[]): void {
  const requirements = [...new Set(wrongs.flatMap((wrong) => wrong.requirements))];
  const scenario = bringUpScenario;
  notebook.beginScenario({ scenario, title, requirements, fault: 'none', target: 'none' });
  notebook.wrongs(wrongs);
  notebook.endScenario();
}

async function comeUp(bench: Bench, signal: AbortSignal): Promise<void> {
  for (const unit of unitNames) await proveIdentity(bench, unit, signal);
  const reports: FailoverSighting[] = [];
  for (const unit of unitNames) reports.push(await failoverOf(bench, unit));
  const on = unitNames.filter((_unit, index) => reports[index]?.on);
  if (on.length === 1)
    throw new BenchError(
      `${on[0]} console`,
      `failover is on here and off on the other unit; turn it off here or on there, then run again`,
    );
  // What a run finds is kept where somebody may want it back: fover restore.
  const saved = bench.journal.outlives ? await saveConfigurations(bench) : undefined;
  const configuring = on.length === 0 && saved ? intendBootstrap(bench, saved) : undefined;
  if (on.length === 0) {
    await bootstrap(bench, signal);
  } else {
    for (const report of reports) refuseOtherTimers(bench, report);
    if (bench.topology.pair.mode === 'active-active') await refuseOtherGroups(bench, signal);
    bench.watch.start();
  }
  const settled = await settleDown(bench, signal);
  if (!settled.isSo) {
    const missing = missingForSteady(bench.watch.latest).join('; ');
    throw unsettled(
      `no steady state within ${bench.topology.pair.steady / 1000} s: ${missing || 'it came and went'}`,
      // A pair that was configured before may have been told other designations than the topology.
      on.length === 0 ? settled.wrongs : settled.wrongs.filter((wrong) => !isOfDesignation(wrong)),
    );
  }
  if (on.length > 0) return;
  await untilGroupsAreHome(bench, bench.topology.pair.steady, signal);
  await save(bench);
  // From here on it is the pair as it is meant to be.
  if (configuring) bench.journal.mended(configuring);
}

/**
 * Throws `BenchError` when the console of a unit leads to another one than the topology says: serial number, model or
 * firmware.
 */
export async function proveIdentity(bench: Bench, unit: UnitName, signal: AbortSignal): Promise<void> {
  const boundMs = bench.topology.pair.steady;
  const over = bench.progress.waiting(`${unit} console answers`, boundMs);
  try {
    const { serial, model, firmware } = await bench.consoles[unit].lookAtIdentity({ boundMs, signal });
    const { units, pair } = bench.topology;
    bench.progress.say(`${unit}: ${model}, ${firmware}, serial number ${serial}`);
    const wrong = [
      ['serial number', serial, units[unit].serial],
      ['model', model, pair.model],
      ['firmware', firmware, pair.firmware],
    ].filter(([, found, written]) => found !== written);
    if (wrong.length === 0) return;
    const told = wrong
      .map(([what, found, written]) => `${what} is ${found}, the topology says ${written}`)
      .join('; ');
    throw new BenchError(
      `${unit} console`,
      `another unit than expected: ${told}. Are two console cables swapped?`,
    );
  } finally {
    over();
  }
}

async function failoverOf(bench: Bench, unit: UnitName): Promise<FailoverSighting> {
  const report = reportOf(await bench.consoles[unit].lookAtFailover(30_000));
  if (!report)
    throw new BenchError(
      `${unit} console`,
      'did not answer show failover; see its last lines in the timeline',
    );
  return report;
}

function refuseOtherTimers(bench: Bench, report: FailoverSighting): void {
  const { failover, mode } = bench.topology.pair;
  const { settings } = report;
  const runs = report.thisHost?.groups ? 'active-active' : 'active-standby';
  if (runs !== mode)
    throw new BenchError('pair', `failover is already configured, as ${runs}; the topology says ${mode}`);
  const wrong = [
    ['unit poll time', settings.unitPollMs, failover['unit-poll']],
    ['unit hold time', settings.unitHoldMs, failover['unit-hold']],
    // In Active/Active each group has its own.
    ...(mode === 'active-standby'
      ? [['interface poll time', settings.interfacePollMs, failover['interface-poll']]]
      : []),
  ].filter(([, found, written]) => found !== written);
  if (wrong.length === 0) return;
  const told = wrong
    .map(([what, found, written]) => `${what} is ${found} ms, the topology says ${written} ms`)
    .join('; ');
  throw new BenchError(
    'pair',
    `failover is already configured, but differently: ${told}. Change one of the two.`,
  );
}

function isPrimaryActive(seen: PairSeen): boolean {
  const own = reportOf(seen.primary)?.thisHost;
  return own !== undefined && groupsOn(own).every((group) => stateOn(own, group) === 'active');
}

/**
 * The guides' order: the primary unit whole, then the secondary's few lines; replication does the rest, and both
 * consoles say when it is done.
 */
async function bootstrap(bench: Bench, signal: AbortSignal): Promise<void> {
  const steps = bootstrapOf(bench.topology);
  await configure(bench, 'primary', steps.primary, signal);
  bench.watch.start();
  const boundMs = bench.topology.pair.steady;
  let said: FailoverSighting | undefined;
  const isActiveNow = (seen: PairSeen): boolean => {
    said = reportOf(seen.primary) ?? said;
    return isPrimaryActive(seen);
  };
  if (!(await bench.watch.waitUntil('primary becomes active', isActiveNow, boundMs, signal)))
    throw unsettled('failover was turned on, but the primary unit did not become active', alone(said));
  await configure(bench, 'secondary', steps.secondary, signal);
  const hasSaid = (unit: UnitName): boolean => bench.consoles[unit].hasHeard('replication-ended');
  const what = 'the end of the replication on both consoles';
  const settled = await settle(bench, what, () => unitNames.every(hasSaid), signal);
  if (!settled.isSo)
    throw unsettled('the consoles never said that the configuration replication ended', [
      ...settled.wrongs,
      ...unannounced(bench),
    ]);
}

async function configure(
  bench: Bench,
  unit: UnitName,
  steps: readonly BootstrapStep[],
  signal: AbortSignal,
): Promise<void> {
  await bench.notebook.act(
    { did: `bootstrap of ${unit} over its console`, role: 'setup', stimuli: [] },
    async () => {
      for (const { why, lines } of steps) {
        bench.progress.say(`${unit}: ${why}`);
        await bench.consoles[unit].configure(
          lines.map((line) => ({ typed: revealLine(line, bench.secrets), shown: maskLine(line) })),
          { signal },
        );
      }
      return undefined;
    },
  );
}

/** On the active unit; the command is replicated, and the standby writes its flash as well (ASA 5580, 13-6). */
async function save(bench: Bench): Promise<void> {
  const unit = activeUnit(bench.watch.latest) ?? 'primary';
  const command = saveCommand(bench.topology);
  await bench.notebook.act({ did: `${command} on ${unit}`, role: 'setup', stimuli: [] }, async () => {
    await bench.tell(unit, command);
    return undefined;
  });
}
