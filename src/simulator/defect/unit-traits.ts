/** How a unit behaves where a defect may make it behave otherwise. */
export interface UnitTraits {
  /** Whether it becomes active when its mate dies, fails, or tells it to, or when a command does. */
  readonly takesOver: boolean;
  /** What the configured unit hold time is multiplied with. */
  readonly holdFactor: number;
  /** Whether it becomes active when only the failover link is down. */
  readonly takesOverOnLinkLoss: boolean;
  /** Whether the active unit passes traffic. */
  readonly forwards: boolean;
  /** Whether it boots again after a crash. */
  readonly rebootsOnCrash: boolean;
}

/** A unit that does what the guides say. */
export const honestTraits: UnitTraits = {
  takesOver: true,
  holdFactor: 1,
  takesOverOnLinkLoss: false,
  forwards: true,
  rebootsOnCrash: true,
};
