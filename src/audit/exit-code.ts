import type { Audited } from './audit.ts';

/**
 * What an audit ends with: 1 where something is cabled otherwise than declared, which is proven; 3 where a device did
 * not do as asked, or the bench ended the audit before its time; 2 where that was asked for; 0 else. A bench left dirty
 * outranks all, and is not known here.
 */
export function auditExitCode({ findings, stopped }: Audited): 0 | 1 | 2 | 3 {
  const has = (outcome: Audited['findings'][number]['outcome']): boolean =>
    findings.some((finding) => finding.outcome === outcome);
  if (has('otherwise')) return 1;
  if (has('not-done') || stopped?.by === 'bench') return 3;
  return stopped ? 2 : 0;
}
