import { interfaceLost } from './interface-lost.ts';
import { isolated } from './port-way.ts';

/** One data interface of the unit keeps its link and hears nothing; that of the mate stays in its network. */
export const interfaceCutOff = interfaceLost('interface-cut-off', isolated, {
  injected: 'interface-cut-off',
  healed: 'interface-reconnected',
});
