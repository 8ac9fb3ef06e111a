import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';

/** Where a command is carried out: on which unit, and in which of its execution spaces. */
export interface Place {
  readonly system: System;
  readonly space: Space;
}
