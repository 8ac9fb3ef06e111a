import type { FirmwareDefect } from '../defect.ts';

/** A unit with one policy for both groups. */
export const policyOfFirstGroup: FirmwareDefect = {
  name: 'policy-of-first-group',
  sentence: 'The interface policy of group 1 is that of group 2 as well.',
  breaks: ['AA-POLICY-PER-GROUP'],
  unit: (traits) => ({
    ...traits,
    settings: (configured) => {
      const right = traits.settings(configured);
      const { interfacePolicy } = right.groups[0] ?? right;
      return { ...right, groups: right.groups.map((group) => ({ ...group, interfacePolicy })) };
    },
  }),
};
