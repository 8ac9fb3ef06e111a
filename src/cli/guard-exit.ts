import { exitCodes } from './exit-code.ts';
import { tellAside } from './say.ts';

/** Should the process end in the middle of a run, there is no time to put anything back, but to name it, and how to. */
export function guardExit(broken: () => readonly string[], putBack: string): () => void {
  const onExit = (): void => {
    if (broken().length === 0) return;
    tellAside(`fover: left broken: ${broken().join('; ')}\n${putBack}\n`);
    process.exitCode = exitCodes.benchLeftDirty;
  };
  process.on('exit', onExit);
  return () => void process.off('exit', onExit);
}
