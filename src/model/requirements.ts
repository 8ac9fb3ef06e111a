import type { Requirement } from '../pair/index.ts';
import { activeStandby } from './requirement/active-standby.ts';
import { interfaceHealth } from './requirement/interface-health.ts';
import { operation } from './requirement/operation.ts';
import { unitHealth } from './requirement/unit-health.ts';

/** The catalogue: every statement of the guides that a rule or a finding can serve, each once. */
export const requirements: readonly Requirement[] = [
  activeStandby,
  unitHealth,
  interfaceHealth,
  operation,
].flatMap((chapter): readonly Requirement[] => Object.values<Requirement>(chapter));
