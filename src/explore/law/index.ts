/** What must always hold, one law a file. A new law is one new file and one line here. */
import { comesToRest } from './comes-to-rest.ts';
import { everyLineRead } from './every-line-read.ts';
import type { Law } from './law.ts';
import { oneConfiguration } from './one-configuration.ts';

export type { Law } from './law.ts';

export const laws: readonly Law[] = [comesToRest, oneConfiguration, everyLineRead];
