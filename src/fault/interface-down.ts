import { interfaceLost } from './interface-lost.ts';
import { shut } from './port-way.ts';

/** The switch port of one data interface of the unit is shut: the interface loses its link. */
export const interfaceDown = interfaceLost('interface-down', shut, {
  injected: 'interface-down',
  healed: 'interface-up',
});
