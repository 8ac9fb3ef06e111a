import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { SyslogPacket } from '../fabric/frame.ts';
import { Logger } from '../syslog/logger.ts';
import type { Box } from './box.ts';

/** What a unit lends its logger. */
export interface UnitLoggerHost {
  readonly box: Box;
  readonly config: ConfigTree;
  readonly deviceTime: Date;
  interfaces(): readonly InterfaceSettings[];
  addressOf(one: InterfaceSettings): string;
  readonly process: {
    readonly own: { readonly active: boolean };
    readonly takeover: { readonly role: string };
  };
  readonly forwarding: {
    sendOwn(exit: InterfaceSettings, packet: SyslogPacket): void;
    lookFor(exit: InterfaceSettings, address: string): void;
  };
}

/** The hosts that a unit logs to are looked for before there is something to say: the first message may be the last. */
export function lookForLogHosts(unit: UnitLoggerHost & { readonly logger: Logger }): void {
  const { on, hosts, standby } = unit.logger.settings;
  if (!on || !(standby || unit.process.takeover.role === 'active')) return;
  for (const { nameif, address } of hosts) {
    const exit = unit.interfaces().find((one) => one.nameif === nameif);
    if (exit) unit.forwarding.lookFor(exit, address);
  }
}

/** The logger of a unit, which sends what it says through the unit's own interfaces. */
export function unitLogger(unit: UnitLoggerHost, show: (line: string) => void): Logger {
  const named = (nameif: string): InterfaceSettings | undefined =>
    unit.interfaces().find((one) => one.nameif === nameif);
  return new Logger({
    config: unit.config,
    platform: unit.box.platform,
    get deviceTime() {
      return unit.deviceTime;
    },
    speaksUp: () => {
      if (unit.process.takeover.role === 'active') return 'now';
      return unit.process.own.active ? 'soon' : 'not';
    },
    show,
    addressOn: (nameif) => {
      const one = named(nameif);
      return one && unit.addressOf(one);
    },
    send: ({ nameif, address, protocol, port }, text) => {
      const exit = named(nameif);
      if (!exit) return;
      const from = unit.addressOf(exit);
      const to = { to: address, protocol, toPort: port };
      unit.forwarding.sendOwn(exit, { carries: 'syslog', sentBy: unit.box.name, from, ...to, text });
    },
  });
}
