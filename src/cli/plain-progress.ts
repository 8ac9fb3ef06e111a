import type { Progress } from '../bench/index.ts';
import { tellAside } from './say.ts';

/** What somebody should know is told beside what is asked for; nobody looks on while something is waited for. */
export const plainProgress: Progress = {
  say: (text) => tellAside(`fover: ${text}\n`),
  waiting: () => () => undefined,
};
