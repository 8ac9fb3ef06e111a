import type { Law } from './law.ts';

export const oneConfiguration: Law = {
  name: 'one-configuration',
  sentence: 'Once synchronized, both units run the same configuration but for `failover lan unit`.',
  source: 'ASA 5580 guide, «Configuration Synchronization»',
  broken: ({ steady, configurations: { primary, secondary } }) => {
    if (!steady) return [];
    const differs = [
      ...primary.filter((line) => !secondary.includes(line)).map((line) => `only on primary: ${line}`),
      ...secondary.filter((line) => !primary.includes(line)).map((line) => `only on secondary: ${line}`),
    ];
    return differs.length > 0 || primary.join('\n') === secondary.join('\n')
      ? differs
      : ['the lines stand in another order'];
  },
};
