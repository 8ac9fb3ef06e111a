import { showClock } from './clock/show-clock.ts';
import { showFailoverGroup } from './failover-group/show-failover-group.ts';
import { showFailoverHistory } from './failover-history/show-failover-history.ts';
import { showFailoverInterface } from './failover-interface/show-failover-interface.ts';
import { showFailoverState } from './failover-state/show-failover-state.ts';
import { showFailover } from './failover/show-failover.ts';
import { showFirewall } from './firewall/show-firewall.ts';
import { showInterfaceIpBrief } from './interface-ip-brief/show-interface-ip-brief.ts';
import { showInterface } from './interface/show-interface.ts';
import { showIpAddress } from './ip-address/show-ip-address.ts';
import { showMode } from './mode/show-mode.ts';
import { showModule } from './module/show-module.ts';
import { showMonitorInterface } from './monitor-interface/show-monitor-interface.ts';
import type { ShowParser } from './parser.ts';
import { showRunningConfigFailover } from './running-config-failover/show-running-config-failover.ts';
import { showRunningConfigLogging } from './running-config-logging/show-running-config-logging.ts';
import { showSshSessions } from './ssh-sessions/show-ssh-sessions.ts';
import { showVersion } from './version/show-version.ts';
import { showWho } from './who/show-who.ts';

/** Every command that can be read. A new one is a folder, a line here, and a sample. */
export const parsers: readonly ShowParser<unknown>[] = [
  showFailover,
  showFailoverState,
  showFailoverHistory,
  showFailoverInterface,
  showFailoverGroup,
  showMonitorInterface,
  showRunningConfigFailover,
  showVersion,
  showInterface,
  showInterfaceIpBrief,
  showIpAddress,
  showClock,
  showMode,
  showFirewall,
  showModule,
  showSshSessions,
  showWho,
  showRunningConfigLogging,
];
