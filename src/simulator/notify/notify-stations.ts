import type { Clock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { OwnPacket } from '../fabric/frame.ts';
import { timeTicks } from '../snmp/managed-object.ts';
import { type SnmpIdentity, snmpSettings, type TrapKind } from './snmp-settings.ts';
import { snmpUsers } from './snmp-users.ts';
import type { Notification, TrapSender } from '../snmp/trap.ts';

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
  for (const { nameif, address, traps: wanted, as: identity, port } of stations) {
    const exit = space.interfaces().find((one) => one.nameif === nameif);
    const as = sender(space.config, identity);
    if (!wanted || !exit || !as) continue;
    const trap = { ...notification(upTimeTicks), as, upTimeTicks };
    const way = { from: space.addressOf(exit), to: address, toPort: port };
    space.forwarding.sendOwn(exit, { carries: 'trap', sentBy: box.name, ...way, trap });
  }
}

/** A user has to be configured to be spoken for. */
function sender(config: ConfigTree, identity: SnmpIdentity): TrapSender | undefined {
  if (identity.version !== '3') return identity;
  const user = snmpUsers(config).find(({ name }) => name === identity.user);
  return user && { version: '3', user };
}
