import type { GroupId } from '../../pair/index.ts';
import type { MacPair } from './group-settings.ts';

/** The MAC addresses that a configuration gives an interface, one for each role; undefined where it gives none. */
export interface VirtualMacs {
  readonly active?: string | undefined;
  readonly standby?: string | undefined;
}

/** What is configured that may give an interface its virtual MAC addresses. */
export interface MacSources {
  /** The `mac-address` line of the interface itself. */
  readonly own: string | undefined;
  /** `failover mac address`, or `mac address` of the failover group. */
  readonly ofGroup: MacPair | undefined;
  /** The `mac-address auto` line. */
  readonly auto: string | undefined;
  /** The interface as the system names it. */
  readonly name: string;
  /** Where it stands among all interfaces. */
  readonly at: number;
  /** The number of its context; 1 in single mode. */
  readonly context: number;
  /** In Active/Active: where its default addresses come from. */
  readonly inGroup: PortInGroup | undefined;
}

/** A physical port, by its number among all that the box has, in a failover group. */
interface PortInGroup {
  readonly port: number;
  readonly group: GroupId;
}

/**
 * Virtual MAC addresses in the order of preference of the ASA 5580 guide («Configuring Virtual MAC Addresses»):
 * `mac-address` of the interface, `failover mac address`, `mac-address auto`, and in Active/Active the default
 * ones. Where all are silent it is the burned-in address.
 */
export function virtualMacs(sources: MacSources): VirtualMacs {
  const { own, ofGroup, auto, name, at, context, inGroup } = sources;
  if (own !== undefined) {
    const [, active, , standby] = own.split(' ');
    return { active, standby };
  }
  if (ofGroup) return ofGroup;
  if (auto !== undefined) {
    const prefix = auto.split(' ')[3];
    return prefix === undefined ? bySlot(name, context) : byPrefix(Number(prefix), at);
  }
  return inGroup === undefined ? {} : ofFailoverGroup(inGroup);
}

/**
 * `00a0.c9`, the number of the physical port, the failover group, and 01 or 02. All ports count, from 0 and whatever
 * they are called: `Management0/0` must not have the address of `GigabitEthernet0/0`.
 */
function ofFailoverGroup({ port, group }: PortInGroup): VirtualMacs {
  const head = `00a0.c9${hex(port & 0xff, 2)}.${hex(group, 2)}`;
  return { active: `${head}01`, standby: `${head}02` };
}

/** `12` or `02`, then slot, port, subinterface and context, as firmware before 8.6 makes them. */
function bySlot(name: string, context: number): VirtualMacs {
  const { slot, port, sub } = placeOf(name);
  const rest = `${hex(slot, 2)}.${hex(port, 2)}${hex(sub & 0xff, 2)}.${hex(context, 4)}`;
  return { active: `12${rest}`, standby: `02${rest}` };
}

/** `A2`, the prefix with its bytes swapped, and a count. */
function byPrefix(prefix: number, at: number): VirtualMacs {
  const head = `a2${hex(prefix & 0xff, 2)}.${hex(prefix >>> 8, 2)}`;
  const counted = (count: number): string => `${head}${hex(count >>> 16, 2)}.${hex(count & 0xffff, 4)}`;
  return { active: counted(2 * at + 2), standby: counted(2 * at + 3) };
}

/** The numbers of `GigabitEthernet1/2.30`: slot 1, port 2, subinterface 30. */
function placeOf(name: string): { readonly slot: number; readonly port: number; readonly sub: number } {
  const [hardware = '', sub = '0'] = name.split('.');
  const numbers = (/\d[\d/]*$/.exec(hardware)?.[0] ?? '0').split('/').map(Number);
  const [port = 0, slot = 0] = numbers.toReversed();
  return { slot, port, sub: Number(sub) };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
