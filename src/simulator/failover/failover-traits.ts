import type { InterfaceHealth } from '../../pair/index.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { FailoverMessage } from '../message/failover-message.ts';
import type { UnitIdentity } from '../message/unit-identity.ts';
import type { Move, Side } from './decide.ts';
import type { Mismatch } from './identity.ts';

/** What is known when a group might take itself back to the unit that it prefers. */
export interface PreemptionCase {
  readonly mode: FailoverConfig['mode'];
  /** The preferred unit is this one. */
  readonly preferred: boolean;
  /** The unit has become ready since it was last active or failed. */
  readonly available: boolean;
}

/** How the failover process of a unit behaves where a defect may make it behave otherwise. Each trait is asked at one place. */
export interface FailoverTraits {
  /** Whether it becomes active when its mate dies, fails, or tells it to, or when a command does. */
  readonly takesOver: boolean;
  /** What the configured unit hold time is multiplied with. */
  readonly holdFactor: number;
  /** What the time that it looks for a mate after boot is multiplied with. */
  readonly searchFactor: number;
  /** What the time from `just active` to `active` is multiplied with. */
  readonly promotionFactor: number;
  /** Whether it becomes active when only the failover link is down. */
  readonly takesOverOnLinkLoss: boolean;
  /** Whether commands go to the mate that are entered where the configuration is not active. */
  readonly replicatesFromStandby: boolean;
  /** What the unit takes in instead of a message of its mate: one, none, or several. */
  hears(message: FailoverMessage): readonly FailoverMessage[];
  /** What a hello moves it to do. */
  decides(right: Move, me: Side, mate: Side): Move;
  /** Whether it takes a group back. */
  preempts(right: boolean, about: PreemptionCase): boolean;
  /** What it makes of an interface, and what it made of it before. */
  judges(found: InterfaceHealth, before: InterfaceHealth): InterfaceHealth;
  /** What keeps it from being a pair with its mate. */
  objects(right: Mismatch | undefined, ours: UnitIdentity, mate: UnitIdentity): Mismatch | undefined;
}
