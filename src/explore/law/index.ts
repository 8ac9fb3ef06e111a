/** What must always hold, one law a file. A new law is one new file and one line here. */
import { comesToRest } from './comes-to-rest.ts';
import { everyLineRead } from './every-line-read.ts';
import type { Law } from './law.ts';
import { oneActive } from './one-active.ts';
import { oneConfiguration } from './one-configuration.ts';
import { oneForwards } from './one-forwards.ts';
import { rolesStay } from './roles-stay.ts';
import { someActive } from './some-active.ts';
import { trafficFlows } from './traffic-flows.ts';

export type { Law } from './law.ts';

export const laws: readonly Law[] = [
  oneActive,
  someActive,
  rolesStay,
  oneForwards,
  trafficFlows,
  oneConfiguration,
  comesToRest,
  everyLineRead,
];
