import { whoseFault } from '../bench/index.ts';
import type { Bench } from '../bench/index.ts';
import { BenchError, messageOf } from '../errors.ts';
import { conclude } from './conclude.ts';
import type { AuditPlan } from './plan-audit.ts';
import { pulseOutlets, restoreOutlets } from './pulse-outlets.ts';
import { pulsePort, restorePort } from './pulse-port.ts';
import type { Rest } from './readiness.ts';
import { pulsed } from './step.ts';
import type { Finding, Pulse } from './step.ts';
import { findingOf } from './tell-finding.ts';

/** What an audit came to. */
export interface Audited {
  readonly findings: readonly Finding[];
  /** What is wrong in more than one place, for the same reason. */
  readonly conclusions: readonly string[];
  /** Why it ended before its time, and what was not pulsed for that. */
  readonly stopped?: {
    readonly by: 'bench' | 'request';
    readonly why: string;
    readonly left: readonly string[];
  };
}

/**
 * Plays the plan: each pulse on a unit that stands by, with an active mate, and the next one when both are as they were
 * before. The roles are given back in the end. A pulse that a device did not carry out is a finding of its own and is
 * put back at once; a pair that does not come back, both units silent, or `signal` end the audit. What is open then
 * stands in the journal of the bench. `told` hears each finding as it is made. Rejects for what is our own fault alone.
 */
export async function audit(
  bench: Bench,
  { steps }: AuditPlan,
  rest: Rest,
  signal: AbortSignal,
  told: (finding: Finding) => void,
): Promise<Audited> {
  const findings: Finding[] = [];
  const over = (stopped?: Audited['stopped']): Audited => ({
    findings,
    conclusions: conclude(bench.topology, findings),
    ...(stopped ? { stopped } : {}),
  });
  await rest.keep();
  for (const [at, step] of steps.entries()) {
    try {
      signal.throwIfAborted();
      // Where a pulse struck the other unit, the roles are not as they were: they are looked at before each.
      await rest.makeStandby(step.unit);
      if (step.kind === 'roles') continue;
      const finding = spared(step, findings) ?? (await pulse(bench, step, signal));
      findings.push(finding);
      if (finding.outcome !== 'as-declared') bench.notebook.trouble('bench', finding.told);
      told(finding);
      refuseCommonFeed(finding);
    } catch (error) {
      if (!signal.aborted && whoseFault(error) !== 'bench') throw error;
      const left = steps
        .slice(at)
        .flatMap((each) =>
          each.kind === 'roles' || findings.some((done) => done.step === each) ? [] : [pulsed(each)],
        );
      return over({ by: signal.aborted ? 'request' : 'bench', why: messageOf(error), left });
    }
  }
  await rest.untilReady(signal);
  await rest.restore();
  return over();
}

/** All feeds of a unit together are left alone where one of them alone did not as it should. */
function spared(step: Pulse, findings: readonly Finding[]): Finding | undefined {
  if (step.kind === 'port' || !step.darkens) return undefined;
  const isOneWrong = findings.some(
    ({ step: one, outcome }) =>
      one.kind === 'outlet' && one.unit === step.unit && !one.darkens && outcome !== 'as-declared',
  );
  if (!isOneWrong) return undefined;
  const told = `${pulsed(step)} are left on: one of them alone did not do as declared`;
  return { step, outcome: 'not-done', noticed: [], told };
}

async function pulse(bench: Bench, step: Pulse, signal: AbortSignal): Promise<Finding> {
  try {
    const noticed =
      step.kind === 'port' ? await pulsePort(bench, step) : await pulseOutlets(bench, step, signal);
    return findingOf(bench.topology, step, noticed);
  } catch (error) {
    if (signal.aborted || whoseFault(error) !== 'bench') throw error;
    await (step.kind === 'port' ? restorePort(bench, step) : restoreOutlets(bench, step));
    return { step, outcome: 'not-done', noticed: [], told: messageOf(error) };
  }
}

/** Throws where both units fell silent: nothing like it is done again. */
function refuseCommonFeed({ step, noticed }: Finding): void {
  const silent = noticed.filter(({ socket }) => socket === undefined);
  if (silent.length < 2) return;
  throw new BenchError(
    'bench',
    `both units fell silent when ${pulsed(step)} went off: they have a feed in common, and no outlet is touched any more`,
  );
}
