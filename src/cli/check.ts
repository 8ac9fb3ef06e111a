import { describeTopology, openSecrets, readTopology } from '../topology/index.ts';

/** Says what a topology describes, then whether its secrets are there. Touches nothing. Throws `TopologyError`. */
export function check(path: string): number {
  const { topology, path: file } = readTopology(path);
  process.stdout.write(`${describeTopology(topology).join('\n')}\n`);
  openSecrets(topology, file, process.env);
  process.stdout.write(`${path}: good\n`);
  return 0;
}
