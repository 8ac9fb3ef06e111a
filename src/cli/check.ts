import { describeTopology, readTopology } from '../topology/index.ts';
import { secretsOf } from './keep-secrets.ts';
import { tell } from './say.ts';

/** Says what a topology describes, then whether its secrets are there. Touches nothing. Throws `TopologyError`. */
export function check(path: string): number {
  const { topology, path: file } = readTopology(path);
  tell(`${describeTopology(topology).join('\n')}\n`);
  secretsOf(topology, file);
  tell(`${path}: good\n`);
  return 0;
}
