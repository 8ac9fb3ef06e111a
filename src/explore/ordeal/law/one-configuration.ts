import type { OrdealLaw } from './law.ts';

export const oneConfiguration: OrdealLaw = {
  name: 'one-configuration',
  sentence: 'At rest both units run the same configuration in every context, but for `failover lan unit`.',
  source: 'ASA 5580 guide, «Configuration Synchronization»',
  broken: ({ missing, configurations }) =>
    missing.length > 0
      ? []
      : configurations.flatMap(({ where, lines: { primary, secondary } }) => {
          if (primary.length === 0) return [`the configuration of ${where} is not shown`];
          if (primary.join('\n') === secondary.join('\n')) return [];
          const only = [
            ...primary.filter((line) => !secondary.includes(line)).map((line) => `only on primary: ${line}`),
            ...secondary
              .filter((line) => !primary.includes(line))
              .map((line) => `only on secondary: ${line}`),
          ];
          return [`the configurations of ${where} differ: ${only.join('; ') || 'in their order'}`];
        }),
};
