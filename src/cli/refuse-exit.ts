/**
 * Code of a suite may call `process.exit`. Until the returned function is called that does not end the process: it asks
 * the run to stop, so that the bench is put back, and throws where it was called.
 */
export function refuseExit(stop: (why: Error) => void): () => void {
  const exit = Reflect.get(process, 'exit');
  let refused: Error | undefined;
  process.exit = (): never => {
    // One and the same, however often it is tried: it is told once.
    refused ??= new Error('process.exit was called in the middle of a run: by a suite?');
    stop(refused);
    throw refused;
  };
  return () => {
    process.exit = exit;
  };
}
