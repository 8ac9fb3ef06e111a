import type { GroupId } from '../../pair/index.ts';
import type { ConfigTree } from './config-tree.ts';
import { configuredGroups } from './group-settings.ts';

/** An interface that the system execution space lends a context, and the name that it has there. */
export interface Allocation {
  /** As the system names it: `GigabitEthernet0/1.30`. */
  readonly physical: string;
  readonly name: string;
}

/** What the `context` section of the system configuration says. */
export interface ContextSettings {
  readonly name: string;
  readonly admin: boolean;
  readonly group: GroupId;
  readonly allocations: readonly Allocation[];
  /** Where its configuration lies; without one there is no context yet. */
  readonly url?: string | undefined;
}

/** The key of the section of a context. */
export function contextSection(name: string): string {
  return `context ${name}`;
}

/** The name of the admin context; undefined while none is chosen. */
export function adminContext(system: ConfigTree): string | undefined {
  return system.text('admin-context')?.split(' ')[1];
}

/**
 * The contexts of a system configuration, in the order of their making. Contexts without a group are in group 1,
 * and the admin context always is (ASA 5580 guide, «Configure the Primary Unit», step 5).
 */
export function contextSettings(system: ConfigTree): readonly ContextSettings[] {
  const admin = adminContext(system);
  const hasGroups = configuredGroups(system).length > 0;
  return system
    .nodes()
    .filter(({ key }) => key.startsWith('context '))
    .map(({ key, below }) => {
      const name = key.slice('context '.length);
      const isSecond = hasGroups && system.text('join-failover-group', key) === 'join-failover-group 2';
      return {
        name,
        admin: name === admin,
        group: name !== admin && isSecond ? 2 : 1,
        allocations: below
          .filter((line) => line.key.startsWith('allocate-interface '))
          .map((line) => {
            const [, physical = '', mapped = physical] = line.text.split(' ');
            return { physical, name: mapped };
          }),
        url: system.text('config-url', key)?.split(' ')[1],
      };
    });
}
