import type { FirmwareDefect } from '../defect.ts';

/** A standby unit that trusts the failover link alone. */
export const bothActive: FirmwareDefect = {
  name: 'both-active',
  sentence: 'The unit becomes active when the failover link goes down although its mate is alive.',
  breaks: ['AS-FAILOVER-LINK-FAILED', 'UH-ANSWERS-ELSEWHERE', 'AS-ONE-ACTIVE'],
  unit: (traits) => ({ ...traits, takesOverOnLinkLoss: true }),
};
