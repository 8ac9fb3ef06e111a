import { exitCodes } from './exit-code.ts';

/** Code of a suite may call `process.exit`. There is no time to put anything back then, but to name it. */
export function guardExit(broken: () => readonly string[]): () => void {
  const onExit = (): void => {
    if (broken().length === 0) return;
    process.stderr.write(`fover: left broken, put it back by hand: ${broken().join('; ')}\n`);
    process.exitCode = exitCodes.benchLeftDirty;
  };
  process.on('exit', onExit);
  return () => void process.off('exit', onExit);
}
