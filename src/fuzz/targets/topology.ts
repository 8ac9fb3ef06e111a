import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TopologyError } from '../../errors.ts';
import { describeTopology, readTopology } from '../../topology/index.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { only, utf8 } from '../target.ts';

const benches = join(import.meta.dirname, '..', '..', '..', 'topologies');

/** Aliases, anchors and merges, as YAML has them and a topology may. */
const knotted = `a: &a {x: 1, y: [*b, *b]}\nb: &b [1, 2]\nc: {<<: *a, z: *b}\n? [k]\n: v\nd: !!binary aGk=\n--- \ne: |\n  text\n`;

/** A topology file: every one that lies beside the house, and the oddities of YAML. */
export const topology: FuzzTarget = {
  name: 'topology',
  samples: () => [
    ...readdirSync(benches)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(benches, name))),
    ...utf8(knotted, `\ufeff${knotted}`, 'name: x\nunits: {__proto__: {}, constructor: [], "": 1}\n'),
  ],
  read: (input) => describeTopology(inFile(input, 'rack.yaml', readTopology).topology) !== undefined,
  allows: only(TopologyError),
  pieces: ['&a [*a] ', '<<: *a\n', 'a: &a {<<: *a}\n', '!!str ', '? ', '- - ', '|\n ', 'http://:', '//:'],
};
