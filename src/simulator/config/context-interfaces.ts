import type { ConfigTree } from './config-tree.ts';
import { type ContextSettings, contextSection } from './context-settings.ts';
import { failoverSettings } from './failover-settings.ts';
import { type InterfaceSettings, interfaceSettings, isMonitored, sectionOf } from './interface-settings.ts';
import { virtualMacs } from './virtual-macs.ts';

/**
 * The interfaces of a context: named, addressed and shut in its own configuration, cabled and shut in that of the
 * system, which lends them.
 */
export function contextInterfaces(
  config: ConfigTree,
  system: ConfigTree,
  { name: context, group, allocations }: ContextSettings,
): readonly InterfaceSettings[] {
  const below = interfaceSettings(system);
  const { mode, groups } = failoverSettings(system);
  const ports = below.filter(({ name }) => !name.includes('.')).map(({ hardware }) => hardware);
  const number = contextNumber(system, context);
  const macs = groups.find(({ id }) => id === group)?.macs ?? {};
  return interfaceSettings(config).flatMap((own): readonly InterfaceSettings[] => {
    const lent = allocations.find(({ name }) => name === own.name);
    const at = below.findIndex(({ name }) => name === lent?.physical);
    const one = below[at];
    if (!lent || !one) return [];
    const found = virtualMacs({
      own: config.text('mac-address', sectionOf(own.name)),
      ofGroup: macs[lent.physical] ?? macs[one.hardware],
      auto: system.text('mac-address auto'),
      name: lent.physical,
      at: at + below.length * number,
      context: number,
      inGroup: mode === 'active-active' ? { port: ports.indexOf(one.hardware), group } : undefined,
    });
    const monitored = own.nameif !== undefined && isMonitored(config, lent.physical, own.nameif);
    const cardShut = below.some(({ name, shutdown }) => name === one.hardware && shutdown);
    const shutdown = own.shutdown || one.shutdown || cardShut;
    const { hardware, vlan } = one;
    const placed = { hardware, ...(vlan === undefined ? {} : { vlan }), context, group };
    return [{ ...own, ...placed, shutdown, monitored, activeMac: found.active, standbyMac: found.standby }];
  });
}

/** Contexts are numbered from 1: those that share an interface need addresses that differ. */
function contextNumber(system: ConfigTree, context: string): number {
  const contexts = system.nodes().filter(({ key }) => key.startsWith('context '));
  return contexts.findIndex(({ key }) => key === contextSection(context)) + 1;
}
