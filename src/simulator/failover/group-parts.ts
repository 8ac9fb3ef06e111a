import type { GroupId } from '../../pair/index.ts';
import type { FailoverHost } from './host.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { Mate } from './mate.ts';
import type { UnitState } from './unit-state.ts';
import type { Voice } from './voice.ts';

/** What the parts of one failover group share: the unit around them, and what the group is and sees. */
export interface GroupParts {
  readonly id: GroupId;
  readonly host: FailoverHost;
  readonly mate: Mate;
  readonly voice: Voice;
  /** True if the mate can be told over the failover link. */
  linkUsable(): boolean;
  readonly own: UnitState;
  readonly monitor: InterfaceMonitor;
}
