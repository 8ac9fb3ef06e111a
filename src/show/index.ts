/** Text to facts: what the `show` commands of a PIX or ASA print. Pure, and no line is skipped in silence. */
export type { ShowParser } from './parser.ts';
export { parsers } from './parsers.ts';
export { parserFor } from './parser-for.ts';

export { showFailover } from './failover/show-failover.ts';
export type { CableStatus, FailoverFacts, FailoverHeader, OursAndMate } from './failover/facts.ts';
export type { GroupFacts, HostFacts } from './failover/host.ts';
export type { LanRow } from './failover/lan-row.ts';
export type { ModuleApplication, SlotFacts } from './failover/slot.ts';
export type { StatefulFacts, StatefulObject, UpdateQueue } from './failover/stateful.ts';
export type { LinkFacts } from './word/link-word.ts';
export { rowAccount } from './failover/row-account.ts';
export type { RowAccount } from './failover/row-account.ts';
export { toFailoverSighting } from './failover/to-failover-sighting.ts';

export { showFailoverState } from './failover-state/show-failover-state.ts';
export type {
  FailedInterface,
  FailoverStateFacts,
  StateRow,
  UnitStateFacts,
} from './failover-state/facts.ts';

export { showFailoverHistory } from './failover-history/show-failover-history.ts';
export type { FailoverHistoryFacts, MateHistory, TransitionFacts } from './failover-history/facts.ts';

export { showFailoverInterface } from './failover-interface/show-failover-interface.ts';
export type { FailoverInterfaceFacts } from './failover-interface/show-failover-interface.ts';

export { showFailoverGroup } from './failover-group/show-failover-group.ts';
export type { FailoverGroupFacts } from './failover-group/show-failover-group.ts';
export { toGroupsSighting } from './failover-group/to-groups-sighting.ts';

export { showMonitorInterface } from './monitor-interface/show-monitor-interface.ts';
export type { MonitorInterfaceFacts } from './monitor-interface/show-monitor-interface.ts';

export { showRunningConfigFailover } from './running-config-failover/show-running-config-failover.ts';
export type {
  FailoverKey,
  FailoverSettingsFacts,
  GroupSettingsFacts,
  LinkAddress,
  NamedPort,
  PollTime,
  VirtualMac,
} from './running-config-failover/facts.ts';

export { showVersion } from './version/show-version.ts';
export { identityOf } from './version/identity-of.ts';
export type {
  FailoverLicense,
  LicensedFeature,
  PortFacts,
  ThreatDefenseFacts,
  VersionFacts,
} from './version/facts.ts';

export { showInterface } from './interface/show-interface.ts';
export type { InterfaceCounter, InterfaceFacts, InterfaceQueue, TrafficRate } from './interface/facts.ts';

export { showInterfaceIpBrief } from './interface-ip-brief/show-interface-ip-brief.ts';
export type { InterfaceBrief } from './interface-ip-brief/show-interface-ip-brief.ts';

export { showIpAddress } from './ip-address/show-ip-address.ts';
export type { AddressRow, IpAddressFacts } from './ip-address/show-ip-address.ts';

export { showClock } from './clock/show-clock.ts';
export type { ClockFacts } from './clock/show-clock.ts';

export { showMode } from './mode/show-mode.ts';
export type { ModeFacts } from './mode/show-mode.ts';

export { showFirewall } from './firewall/show-firewall.ts';
export type { FirewallFacts } from './firewall/show-firewall.ts';

export { showModule } from './module/show-module.ts';
export type { ModuleFacts, ModulesFacts } from './module/show-module.ts';

export { showSshSessions } from './ssh-sessions/show-ssh-sessions.ts';
export type { SshSession } from './ssh-sessions/show-ssh-sessions.ts';

export { showWho } from './who/show-who.ts';
export type { TelnetSession } from './who/show-who.ts';

export { showRunningConfigLogging } from './running-config-logging/show-running-config-logging.ts';
export type { LoggingFacts, LoggingHost } from './running-config-logging/show-running-config-logging.ts';
