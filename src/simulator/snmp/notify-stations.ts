import type { Clock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { OwnPacket } from '../fabric/frame.ts';
import { timeTicks } from '../front/managed-object.ts';
import { snmpSettings, type TrapKind } from './snmp-settings.ts';
import type { Notification } from './trap.ts';

/** What telling its stations needs of an execution space. */
interface Notifier {
  readonly config: ConfigTree;
  readonly standing: { readonly holdsBack: boolean };
  readonly unit: {
    readonly box: { readonly name: UnitName };
    readonly clock: Clock;
    readonly startedMs: number;
  };
  interfaces(): readonly InterfaceSettings[];
  addressOf(one: InterfaceSettings): string;
  readonly forwarding: { sendOwn(exit: InterfaceSettings, packet: OwnPacket): void };
}

/** Tells every station that is to be told of traps of that kind, unless the unit keeps off the networks; `upTimeTicks` are hundredths of a second. */
export function notifyStations(
  space: Notifier,
  kind: TrapKind,
  notification: (upTimeTicks: number) => Notification,
): void {
  const { stations, traps } = snmpSettings(space.config);
  if (!traps.has(kind) || space.standing.holdsBack) return;
  const { box, clock, startedMs } = space.unit;
  const upTimeTicks = timeTicks(startedMs, clock.nowMs());
  for (const { nameif, address, traps: wanted, community, version, port } of stations) {
    const exit = space.interfaces().find((one) => one.nameif === nameif);
    if (!wanted || !exit) continue;
    const trap = { ...notification(upTimeTicks), version, community, upTimeTicks };
    const way = { from: space.addressOf(exit), to: address, toPort: port };
    space.forwarding.sendOwn(exit, { carries: 'trap', sentBy: box.name, ...way, trap });
  }
}
