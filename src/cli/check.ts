import { describeTopology, openSecrets, readTopology } from '../topology/index.ts';

/** Reads a topology and its references to secrets, touches nothing, and says what it describes. */
export function check(path: string): number {
  const { topology, path: file } = readTopology(path);
  openSecrets(topology, file, process.env);
  process.stdout.write(`${describeTopology(topology).join('\n')}\n${path}: good\n`);
  return 0;
}
