import { readdirSync, rmdirSync } from 'node:fs';
import { relative } from 'node:path';
import { audit, auditExitCode, meetPair, planAudit, restOf } from '../audit/index.ts';
import type { AuditPlan, Audited, Rest } from '../audit/index.ts';
import { bringUp, driversOf, inWords, openBench, whoseFault } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { realClock } from '../clock.ts';
import { visibleText } from '../report/index.ts';
import { maskedJson, openRecorder, putDerived, verifyRun } from '../timeline/index.ts';
import type { MaskedJson, Recorder } from '../timeline/index.ts';
import { knownHostsPath, readTopology, withEndpoints } from '../topology/index.ts';
import { askYes, refuseUnattended } from './ask-yes.ts';
import { auditPlanText, auditText } from './audit-text.ts';
import { requireCleanBench } from './clean-bench.ts';
import { exitCodes } from './exit-code.ts';
import { guardExit } from './guard-exit.ts';
import { holdForRun } from './hold-bench.ts';
import { secretsOf } from './keep-secrets.ts';
import { plainProgress } from './plain-progress.ts';
import { keptOf } from './kept-of.ts';
import { newRunFolder } from './new-run-folder.ts';
import { toolVersion } from './places.ts';
import { runningBench } from './running-bench.ts';
import { tell as print, tellJson } from './say.ts';
import { startSimulatedBench } from './simulated-bench.ts';
import type { SimulatedBench } from './simulated-bench.ts';
import { listenForStop, putBackWords } from './stopping.ts';
import type { Stopping } from './stopping.ts';
import { openTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface AuditOptions {
  readonly reports: string;
  readonly yes?: true | undefined;
  readonly json?: true | undefined;
  /** Whether what is left open on the bench is put back first. */
  readonly recover?: true | undefined;
}

/** What an audit works with from its beginning to its end. */
interface Auditing {
  readonly options: AuditOptions;
  readonly recorder: Recorder;
  readonly terminal: Terminal;
  readonly stopping: Stopping;
  /** A bench of our own is configured first, as by a run; nothing else is. */
  readonly configures: boolean;
}

/** How it ended. */
interface AuditEnd {
  readonly audited?: Audited;
  readonly leftBroken: readonly string[];
  readonly failure?: unknown;
}

/** Pulses each declared port and outlet of a topology once and proves who noticed. Returns the exit code. */
export async function auditTopology(path: string, options: AuditOptions): Promise<number> {
  const read = readTopology(path);
  const secrets = secretsOf(read.topology, read.path);
  refuseUnattended('an audit cuts links and power', options.yes);
  const running = read.topology.simulated ? runningBench(read.path) : undefined;
  const endsWithIt = read.topology.simulated !== undefined && !running;
  const kept = endsWithIt ? undefined : keptOf(read);
  const knownHosts = knownHostsPath(read.path);
  const folder = newRunFolder(options.reports, `${read.topology.name}-audit`);
  const terminal = openTerminal(options.json ? process.stderr : process.stdout, realClock);
  const stopping = listenForStop(terminal, realClock, putBackWords(path, endsWithIt));
  let own: SimulatedBench | undefined;
  try {
    const fence = await holdForRun(kept, folder, terminal, stopping);
    if (kept)
      await requireCleanBench({
        topology: running ? withEndpoints(read.topology, running) : read.topology,
        secrets,
        clock: realClock,
        progress: plainProgress,
        knownHosts,
        kept,
        fence,
        named: path,
        recovers: options.recover === true,
      });
    if (read.topology.simulated && !running)
      own = await startSimulatedBench(read.path, [], realClock, (why) => stopping.stop(why));
    const endpoints = running ?? own?.endpoints;
    const begun = {
      tool: `fover ${toolVersion}`,
      node: process.version,
      topology: { name: read.topology.name, sha256: read.sha256 },
      bench: endpoints ? ('simulated' as const) : ('real' as const),
      drivers: driversOf(read.topology),
      planned: [],
    };
    const recorder = openRecorder(folder, begun, realClock, secrets.values());
    const topology = endpoints ? withEndpoints(read.topology, endpoints) : read.topology;
    const auditing = { options, recorder, terminal, stopping, configures: own !== undefined };
    const open = (): Promise<Bench> =>
      openBench({
        topology,
        secrets,
        recorder,
        clock: realClock,
        progress: terminal,
        knownHosts,
        kept,
        fence,
        onRecordingBroken: (error) => stopping.stop(error),
      });
    const end = await auditBench(open, auditing);
    terminal.close();
    return conclude(folder, end, options, maskedJson(secrets.values()));
  } finally {
    await own?.stop();
    terminal.close();
    stopping.settle();
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}

/** Opens the bench, audits, puts everything back. Nothing is thrown, so that what is left broken is always known. */
async function auditBench(open: () => Promise<Bench>, auditing: Auditing): Promise<AuditEnd> {
  const { recorder, terminal } = auditing;
  let bench: Bench | undefined;
  let audited: Audited | undefined;
  let failure: unknown;
  const record = (write: () => unknown): void => {
    try {
      write();
    } catch (error) {
      failure ??= error;
    }
  };
  const tell = (whose: ReturnType<typeof whoseFault>, message: string, dirty = false): void => {
    terminal.say(message);
    const benchLeftDirty = dirty ? { benchLeftDirty: dirty } : {};
    record(() =>
      recorder.record({ kind: 'trouble', atMs: recorder.now(), whose, message, ...benchLeftDirty }),
    );
  };
  const release = guardExit(
    () => bench?.journal.open.map(({ restores }) => restores) ?? [],
    auditing.stopping.putBack,
  );
  try {
    bench = await open();
    audited = await auditOpened(bench, auditing);
    const { signal } = auditing.stopping;
    // A stop that was asked for is told with the findings; any other reason is trouble of its own.
    if (whoseFault(signal.reason) !== 'stopped') signal.throwIfAborted();
  } catch (error) {
    failure = error;
    tell(whoseFault(error), inWords(error));
  }
  const leftBroken = bench ? await bench.close() : [];
  release();
  for (const message of leftBroken) tell('bench', `could not be put back: ${message}`, true);
  record(() => recorder.end());
  return { leftBroken, ...(audited ? { audited } : {}), ...(failure === undefined ? {} : { failure }) };
}

/** Undefined where it was not agreed to. */
async function auditOpened(bench: Bench, auditing: Auditing): Promise<Audited | undefined> {
  const { options, terminal, stopping, configures } = auditing;
  const { signal } = stopping;
  if (configures) await bringUp(bench, signal);
  const rest = configures ? await restOf(bench, signal) : await meetPair(bench, signal);
  const plan = planAudit(bench.topology, rest.standby);
  const screen = options.json ? process.stderr : process.stdout;
  const isAgreed = await terminal.aside(() => {
    screen.write(`${visibleText(auditPlanText(bench.topology, plan))}\n`);
    return agreed(plan, rest, options, signal);
  });
  if (!isAgreed) {
    terminal.say('Not agreed to; nothing was touched.');
    return undefined;
  }
  return audit(bench, plan, rest, signal, ({ outcome, told }) =>
    terminal.say(`${outcome === 'as-declared' ? '✔' : '✘'} ${told}`),
  );
}

async function agreed(
  { steps }: AuditPlan,
  { missing }: Rest,
  { yes }: AuditOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const pulses = steps.filter(({ kind }) => kind !== 'roles').length;
  const order = missing.length === 0 ? '' : `The pair is not in order: ${missing.join('; ')}. `;
  return askYes(`${order}Is this a maintenance window, and may all ${pulses} be pulsed?`, yes, signal);
}

/** Writes what was found, tells it, and gives the exit code. */
function conclude(
  folder: string,
  { audited, leftBroken, failure }: AuditEnd,
  { json }: AuditOptions,
  masked: MaskedJson,
): number {
  const exitCode = codeOf(audited, leftBroken, failure);
  const told = { ...(audited ?? { findings: [], conclusions: [] }), leftBroken, exitCode };
  putDerived(folder, verifyRun(folder).head, new Map([['audit.json', `${masked(told)}\n`]]));
  const record = relative(process.cwd(), folder);
  if (json) tellJson({ ...told, folder: record });
  else print(auditText(audited, leftBroken, record));
  if (failure !== undefined && whoseFault(failure) === 'ours' && leftBroken.length === 0) throw failure;
  return exitCode;
}

function codeOf(audited: Audited | undefined, leftBroken: readonly string[], failure: unknown): number {
  if (leftBroken.length > 0) return exitCodes.benchLeftDirty;
  if (failure !== undefined)
    return whoseFault(failure) === 'bench' ? exitCodes.infrastructure : exitCodes.inconclusive;
  return audited ? auditExitCode(audited) : exitCodes.inconclusive;
}
