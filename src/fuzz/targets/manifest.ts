import { dirname } from 'node:path';
import { readManifest } from '../../timeline/index.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, utf8 } from '../target.ts';

const sample = {
  format: 1,
  tool: 'fover 0.1.0',
  node: 'v22.0.0',
  topology: { name: 'rack', sha256: '00' },
  bench: 'real',
  startedAt: '2026-01-02T03:04:05.000Z',
  planned: ['s'],
  calibration: {
    standing: 'calibrated',
    told: 'x',
    controls: [{ control: 'silence', outcome: 'pass', because: 'x' }],
  },
  ended: {
    atMs: 1,
    entries: 2,
    files: [
      { name: 'manifest.json', bytes: 3, sha256: 'ab' },
      { name: '../x', bytes: 0, sha256: '' },
    ],
  },
};

/** The manifest of a run: no content is refused otherwise than by a doubt. */
export const manifest: FuzzTarget = {
  name: 'manifest',
  samples: () => utf8(JSON.stringify(sample, undefined, 2), JSON.stringify(sample)),
  read: (input) => {
    const { manifest: read } = inFile(input, 'manifest.json', (path) => readManifest(dirname(path)));
    return read ? 'read' : 'not read';
  },
  allows: nothing,
};
