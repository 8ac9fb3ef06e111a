import type { Finding, Waived } from './verdict.ts';
import { isInForce } from './waiver.ts';
import type { WaivedRun, Waiver } from './waiver.ts';

/** By which waiver a finding that fails is waived, if by any. */
export type Waive = (finding: Finding) => Waived | undefined;

/** By which of these waivers a finding is waived: by the first that names one of its requirements and is in force. */
export function waiving(waivers: readonly Waiver[], run: WaivedRun): Waive {
  const inForce = waivers.filter((waiver) => isInForce(waiver, run));
  return ({ requirements }) => {
    const waiver = inForce.find(({ requirement }) => requirements.includes(requirement));
    return waiver && { bug: waiver.bug, reason: waiver.reason, expires: waiver.expires };
  };
}
