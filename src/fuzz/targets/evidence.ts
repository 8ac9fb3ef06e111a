import { dirname } from 'node:path';
import { verifyRun } from '../../timeline/index.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, utf8 } from '../target.ts';

const digest = '0'.repeat(64);
const lines: readonly object[] = [
  { what: 'begun', manifest: digest, before: digest },
  { what: 'chunk', file: 'timeline.ndjson', offset: 0, length: 10, sha256: digest, before: digest },
  {
    what: 'chunk',
    file: 'console/primary.raw',
    offset: 0,
    length: 67_108_864,
    sha256: digest,
    before: digest,
  },
  { what: 'ended', manifest: digest, before: digest },
];

/** The chain of checksums of a run: no content of it is more than a finding of whoever verifies the run. */
export const chain: FuzzTarget = {
  name: 'checksums',
  samples: () => utf8(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
  read: (input) => inFile(input, 'run/checksums.ndjson', (path) => verifyRun(dirname(path)).standing),
  allows: nothing,
  pieces: ['{"what":"ended"}\n', '{"what":', '[['],
};
