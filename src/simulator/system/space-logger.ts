import { type FailoverState, isActive } from '../../pair/index.ts';
import type { Clock } from '../../clock.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { LogLinkPacket, OwnPacket, SyslogPacket } from '../fabric/frame.ts';
import { messageNotification } from '../notify/notifications.ts';
import { snmpSettings } from '../notify/snmp-settings.ts';
import { notifyStations } from '../notify/notify-stations.ts';
import { LogConnections } from '../syslog/log-connections.ts';
import type { LogTarget } from '../syslog/log-settings.ts';
import { Logger } from '../syslog/logger.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { Box } from '../box/box.ts';

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
  readonly logConnections: LogConnections;
  log(message: SystemMessage): void;
  interfaces(): readonly InterfaceSettings[];
  addressOf(one: InterfaceSettings): string;
  readonly forwarding: {
    sendOwn(exit: InterfaceSettings, packet: OwnPacket): void;
    lookFor(exit: InterfaceSettings, address: string): void;
  };
}

type LoggingSpace = SpaceLoggerHost & { readonly logger: Logger };

/** The hosts that are logged to, and the SNMP stations, are looked for before there is something to say: the first message may be the last. */
export function lookForLogHosts(space: LoggingSpace): void {
  space.logConnections.review();
  const { on, hosts, standby } = space.logger.settings;
  if (!standby && space.standing.role !== 'active') return;
  const told = snmpSettings(space.config).stations.filter(({ traps }) => traps);
  for (const { nameif, address } of [...(on ? hosts : []), ...told]) {
    const exit = space.interfaces().find((one) => one.nameif === nameif);
    if (exit) space.forwarding.lookFor(exit, address);
  }
}

/** The TCP connections over which an execution space logs: as long as it speaks at all. */
export function logConnectionsOf(space: LoggingSpace): LogConnections {
  return new LogConnections({
    clock: space.unit.clock,
    targets: () => {
      const { on, standby, hosts } = space.logger.settings;
      const { role, holdsBack } = space.standing;
      const speaks = on && !holdsBack && (standby || role === 'active');
      return speaks ? hosts.filter(({ protocol }) => protocol === 'tcp') : [];
    },
    permitsHostDown: () => space.config.text('logging permit-hostdown') !== undefined,
    log: (message) => space.log(message),
    send: (target, step) => sendTo(space, target, { carries: 'log-link', step, unit: space.unit.box.name }),
    sendText: (target, text) => sendText(space, target, text),
  });
}

function sendText(space: SpaceLoggerHost, target: LogTarget, text: string): void {
  const { protocol } = target;
  sendTo(space, target, { carries: 'syslog', sentBy: space.unit.box.name, protocol, text });
}

type Unaddressed<Packet> = Packet extends unknown ? Omit<Packet, 'from' | 'to' | 'toPort'> : never;

function sendTo(
  space: SpaceLoggerHost,
  { nameif, address, port }: LogTarget,
  packet: Unaddressed<SyslogPacket | LogLinkPacket>,
): void {
  const exit = space.interfaces().find((one) => one.nameif === nameif);
  if (!exit) return;
  const way = { from: space.addressOf(exit), to: address, toPort: port };
  space.forwarding.sendOwn(exit, { ...packet, ...way });
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
    send: (target, text) => {
      if (target.protocol === 'tcp') space.logConnections.send(target, text);
      else sendText(space, target, text);
    },
  });
}
