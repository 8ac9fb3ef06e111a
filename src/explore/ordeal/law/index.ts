/** What must always hold in an ordeal, one law a file. A new law is one new file and one line here. */
import { comesHome } from './comes-home.ts';
import { comesToRest } from './comes-to-rest.ts';
import { everyLineRead } from './every-line-read.ts';
import { interfacePolicy } from './interface-policy.ts';
import { keepsTyped } from './keeps-typed.ts';
import type { OrdealLaw } from './law.ts';
import { oneActive } from './one-active.ts';
import { oneConfiguration } from './one-configuration.ts';
import { sessionsLive } from './sessions-live.ts';
import { someActive } from './some-active.ts';
import { stays } from './stays.ts';
import { takesOver } from './takes-over.ts';
import { waitsToPreempt } from './waits-to-preempt.ts';

export type { OrdealLaw } from './law.ts';

export const ordealLaws: readonly OrdealLaw[] = [
  oneActive,
  someActive,
  takesOver,
  comesToRest,
  comesHome,
  waitsToPreempt,
  interfacePolicy,
  stays,
  oneConfiguration,
  keepsTyped,
  sessionsLive,
  everyLineRead,
];
