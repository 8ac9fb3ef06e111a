import { type FailoverState, isActive } from '../../pair/index.ts';
import type { Clock } from '../../clock.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { OwnPacket } from '../fabric/frame.ts';
import { messageNotification } from '../snmp/notifications.ts';
import { snmpSettings } from '../snmp/snmp-settings.ts';
import { notifyStations } from '../snmp/notify-stations.ts';
import { Logger } from '../syslog/logger.ts';
import type { Box } from './box.ts';

/** What an execution space lends its logger. */
export interface SpaceLoggerHost {
  readonly name: string | undefined;
  readonly config: ConfigTree;
  readonly unit: {
    readonly box: Box;
    readonly deviceTime: Date;
    readonly clock: Clock;
    readonly startedMs: number;
    show(line: string): void;
  };
  readonly standing: {
    readonly role: string;
    readonly state: FailoverState;
    readonly holdsBack: boolean;
  };
  interfaces(): readonly InterfaceSettings[];
  addressOf(one: InterfaceSettings): string;
  readonly forwarding: {
    sendOwn(exit: InterfaceSettings, packet: OwnPacket): void;
    lookFor(exit: InterfaceSettings, address: string): void;
  };
}

/** The hosts that are logged to, and the SNMP stations, are looked for before there is something to say: the first message may be the last. */
export function lookForLogHosts(space: SpaceLoggerHost & { readonly logger: Logger }): void {
  const { on, hosts, standby } = space.logger.settings;
  if (!standby && space.standing.role !== 'active') return;
  const told = snmpSettings(space.config).stations.filter(({ traps }) => traps);
  for (const { nameif, address } of [...(on ? hosts : []), ...told]) {
    const exit = space.interfaces().find((one) => one.nameif === nameif);
    if (exit) space.forwarding.lookFor(exit, address);
  }
}

/** The logger of an execution space, which sends what it says through the interfaces of that space. */
export function spaceLogger(space: SpaceLoggerHost): Logger {
  const named = (nameif: string): InterfaceSettings | undefined =>
    space.interfaces().find((one) => one.nameif === nameif);
  let told = 0;
  return new Logger({
    config: space.config,
    context: space.name,
    platform: space.unit.box.platform,
    get deviceTime() {
      return space.unit.deviceTime;
    },
    speaksUp: () => {
      if (space.standing.role === 'active') return 'now';
      return isActive(space.standing.state) ? 'soon' : 'not';
    },
    show: (line) => space.unit.show(line),
    addressOn: (nameif) => {
      const one = named(nameif);
      return one && space.addressOf(one);
    },
    notify: (message, severity) => {
      const { platform } = space.unit.box;
      told += 1;
      notifyStations(space, 'syslog', (upTimeTicks) =>
        messageNotification(message, { platform, severity }, told, upTimeTicks),
      );
    },
    send: ({ nameif, address, protocol, port }, text) => {
      const exit = named(nameif);
      if (!exit) return;
      const from = space.addressOf(exit);
      const to = { to: address, protocol, toPort: port };
      space.forwarding.sendOwn(exit, { carries: 'syslog', sentBy: space.unit.box.name, from, ...to, text });
    },
  });
}
