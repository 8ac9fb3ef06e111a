import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that counts from nought. */
export const needsOneMore: FirmwareDefect = {
  name: 'needs-one-more',
  sentence: 'The unit fails by one interface more than the interface policy says.',
  breaks: ['IH-POLICY', 'CFG-POLICY-DEFAULT'],
  unit: (traits) =>
    inEachGroup(traits, ({ interfacePolicy, ...rest }) => ({
      ...rest,
      interfacePolicy: 'count' in interfacePolicy ? { count: interfacePolicy.count + 1 } : interfacePolicy,
    })),
};
