import type { Defect } from './defect.ts';

/** A standby unit that trusts the failover link alone. */
export const bothActive: Defect = {
  name: 'both-active',
  sentence: 'The unit becomes active when the failover link goes down although its mate is alive.',
  unit: (traits) => ({ ...traits, takesOverOnLinkLoss: true }),
};
