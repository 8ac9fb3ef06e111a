import type { Requirement } from '../pair/index.ts';
import { activeActive } from './requirement/active-active.ts';
import { activeStandby } from './requirement/active-standby.ts';
import { addresses } from './requirement/address.ts';
import { asymmetricRouting } from './requirement/asymmetric-routing.ts';
import { autoUpdate } from './requirement/auto-update.ts';
import { configuration } from './requirement/configuration.ts';
import { failoverTimes } from './requirement/failover-time.ts';
import { groupReplication } from './requirement/group-replication.ts';
import { interfaceHealth } from './requirement/interface-health.ts';
import { interfaceTests } from './requirement/interface-test.ts';
import { limits } from './requirement/limit.ts';
import { links } from './requirement/link.ts';
import { operation } from './requirement/operation.ts';
import { procedures } from './requirement/procedure.ts';
import { remoteCommands } from './requirement/remote-command.ts';
import { replicatedCommands } from './requirement/replicated-command.ts';
import { replication } from './requirement/replication.ts';
import { spokenMessages } from './requirement/message.ts';
import { statefulFailover } from './requirement/stateful.ts';
import { statefulVpn } from './requirement/stateful-vpn.ts';
import { system } from './requirement/system.ts';
import { unitHealth } from './requirement/unit-health.ts';
import { verification } from './requirement/verification.ts';

/** The catalogue: every statement of the guides that a rule or a finding can serve, each once. */
export const requirements: readonly Requirement[] = [
  activeStandby,
  activeActive,
  asymmetricRouting,
  unitHealth,
  interfaceHealth,
  interfaceTests,
  configuration,
  limits,
  links,
  replication,
  groupReplication,
  replicatedCommands,
  statefulFailover,
  statefulVpn,
  addresses,
  remoteCommands,
  autoUpdate,
  failoverTimes,
  system,
  operation,
  procedures,
  verification,
  spokenMessages,
].flatMap((chapter): readonly Requirement[] => Object.values<Requirement>(chapter));
