import type { ConfigTree } from '../../config/config-tree.ts';
import { type InterfaceSettings, sectionOf } from '../../config/interface-settings.ts';
import type { FlowPacket, Found } from '../state/connections.ts';
import type { StateTables } from '../state/state-tables.ts';

/** Packets of one interface that came back another way, as `show interface detail` counts them. */
export interface StrayCount {
  /** Came in elsewhere and belonged here. */
  readonly received: number;
  /** Came in here and were passed on to where they belong. */
  readonly transmitted: number;
  /** Came in here, and no interface of the group knew them. */
  readonly dropped: number;
}

/** What becomes of such packets, interface by interface. */
export class StrayCounts {
  readonly #counts = new Map<string, StrayCount>();

  of(name: string): StrayCount {
    return this.#counts.get(name) ?? { received: 0, transmitted: 0, dropped: 0 };
  }

  add(name: string, what: keyof StrayCount): void {
    const now = this.of(name);
    this.#counts.set(name, { ...now, [what]: now[what] + 1 });
  }
}

/** An execution space whose connections may be what a packet belongs to that came in elsewhere. */
export interface RoutedSpace {
  readonly config: ConfigTree;
  readonly strays: StrayCounts;
  interfaces(): readonly InterfaceSettings[];
  readonly forwarding: {
    readonly tables: Pick<StateTables, 'connections'>;
    /** Takes a packet that should have come in at `over`. */
    takeStray(over: InterfaceSettings, found: Found, packet: FlowPacket): void;
  };
}

/**
 * Looks on the other interfaces of the same `asr-group` for the connection of a packet that this interface knows
 * nothing of, and gives the packet there. False if there is no such connection («Configuring Support for
 * Asymmetrically Routed Packets»).
 */
export function restoreStray(
  own: Pick<RoutedSpace, 'config' | 'strays'>,
  spaces: readonly RoutedSpace[],
  entry: InterfaceSettings,
  packet: FlowPacket,
): boolean {
  const group = asrGroup(own.config, entry);
  if (group === undefined) return false;
  for (const space of spaces) {
    for (const one of space.interfaces()) {
      if (one === entry || asrGroup(space.config, one) !== group) continue;
      const found = space.forwarding.tables.connections.find(one.nameif ?? '', packet);
      if (!found) continue;
      own.strays.add(entry.name, 'transmitted');
      space.strays.add(one.name, 'received');
      space.forwarding.takeStray(one, found, packet);
      return true;
    }
  }
  own.strays.add(entry.name, 'dropped');
  return false;
}

function asrGroup(config: ConfigTree, { name }: InterfaceSettings): string | undefined {
  return config.text('asr-group', sectionOf(name));
}
