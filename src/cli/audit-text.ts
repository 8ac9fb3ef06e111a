import { feedText, pulsed } from '../audit/index.ts';
import type { AuditPlan, AuditStep, Audited } from '../audit/index.ts';
import { calledAt } from '../bench/index.ts';
import type { Topology } from '../topology/index.ts';
import { seconds } from './terminal.ts';

/** What an audit is about to do, for people. */
export function auditPlanText(topology: Topology, { steps, untouched, takes }: AuditPlan): string {
  const lines = steps.map((step, at) => `  ${String(at + 1).padStart(2)}. ${stepText(topology, step)}`);
  const rest = untouched.map(({ called, why }) => `  ${called}: ${why}`);
  return [
    `This audit of ${topology.name} does, one after the other, and waits each time until both units are as before:`,
    ...lines,
    `  then the roles are given back. It takes from ${seconds(takes.leastMs)} to ${seconds(takes.mostMs)}.`,
    ...(rest.length > 0 ? ['It leaves alone, and says nothing of:', ...rest] : []),
  ].join('\n');
}

function stepText(topology: Topology, step: AuditStep): string {
  if (step.kind === 'roles')
    return `make ${step.unit} the standby unit, if it is not: failover active on its mate`;
  if (step.kind === 'port') {
    const who = calledAt(topology, step.unit, step.socket);
    return `shut port ${pulsed(step)} for a moment: ${who} has to lose its link, and nothing else`;
  }
  const who = step.darkens ? `${step.unit} has to fall silent, and nobody else` : 'nobody may fall silent';
  const dwell = Math.max(...step.feeds.map(({ pdu }) => topology.pdus[pdu]?.dwell ?? 0));
  return `switch ${step.feeds.map(feedText).join(' and ')} off for ${seconds(dwell)} at least: ${who}`;
}

/** What an audit came to, for people. */
export function auditText(
  audited: Audited | undefined,
  leftBroken: readonly string[],
  folder: string,
): string {
  const lines = [
    ...(audited ? summary(audited) : ['Nothing was proven.']),
    ...leftBroken.map((what) => `Could not be put back, look at it now: ${what}`),
    `Record: ${folder}`,
  ];
  return `\n${lines.join('\n')}\n`;
}

function summary({ findings, conclusions, stopped }: Audited): readonly string[] {
  const wrong = findings.filter(({ outcome }) => outcome === 'otherwise');
  const open = findings.filter(({ outcome }) => outcome === 'not-done');
  const right = findings.length - wrong.length - open.length;
  return [
    `${right} as declared, ${wrong.length} otherwise, ${open.length} not proven.`,
    ...[...wrong, ...open].map(({ told }) => `- ${told}`),
    ...conclusions.map((told) => `So it seems: ${told}`),
    ...(stopped
      ? [`Ended before its time: ${stopped.why}`, `Not pulsed: ${stopped.left.join('; ') || 'nothing more'}`]
      : []),
  ];
}
