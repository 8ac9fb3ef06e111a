import { checkAddresses } from './check/addresses.ts';
import { checkCommands } from './check/commands.ts';
import { checkDescribedOnce } from './check/described-once.ts';
import { checkFailoverLinks } from './check/failover-links.ts';
import { checkFirewall } from './check/firewall.ts';
import { checkFlows } from './check/flows.ts';
import { checkInterfaces } from './check/interfaces.ts';
import { checkListeners } from './check/listeners.ts';
import { checkMode } from './check/mode.ts';
import { checkPdus } from './check/pdus.ts';
import { checkPortsKnown } from './check/ports-known.ts';
import { checkSessions } from './check/sessions.ts';
import { checkSimulatedPdus } from './check/simulated-pdus.ts';
import { checkSwitches } from './check/switches.ts';
import { checkTimers } from './check/timers.ts';
import { checkUnits } from './check/units.ts';
import type { Objection } from './objection.ts';
import type { Topology } from './schema.ts';

type Check = (topology: Topology) => readonly Objection[];

const checks: readonly Check[] = [
  checkCommands,
  checkMode,
  checkFirewall,
  checkFailoverLinks,
  checkTimers,
  checkInterfaces,
  checkAddresses,
  checkUnits,
  checkSwitches,
  checkSessions,
  checkFlows,
  checkListeners,
  checkPdus,
  checkDescribedOnce,
  checkPortsKnown,
  checkSimulatedPdus,
];

/** Everything that a schema cannot say: names that must exist, addresses in one subnet, nothing used twice. */
export function crossCheck(topology: Topology): readonly Objection[] {
  return checks.flatMap((check) => check(topology));
}
