import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that reads over the percent sign. */
export const takesPercentageForCount: FirmwareDefect = {
  name: 'takes-percentage-for-count',
  sentence: 'The unit takes a percentage of interfaces for their number.',
  breaks: ['IH-POLICY', 'CFG-POLICY-PERCENT-RANGE'],
  unit: (traits) =>
    inEachGroup(traits, ({ interfacePolicy, ...rest }) => ({
      ...rest,
      interfacePolicy: 'percent' in interfacePolicy ? { count: interfacePolicy.percent } : interfacePolicy,
    })),
};
