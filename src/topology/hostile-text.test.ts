/** Whatever stands in a file, reading it ends with a topology or with complaints that have a place in it. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { isMap, isScalar, parseDocument } from 'yaml';
import { TopologyError } from '../errors.ts';
import { edited, refusals, shipped } from './edited-topology.test-support.ts';
import type { Path } from './objection.ts';
import { parseTopology } from './read-topology.ts';

/** Reads, and holds every complaint against the text it is about. */
function readSafely(text: string): void {
  try {
    parseTopology(text, 'lab.yaml');
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const lines = text.split(/\r\n|\r|\n/);
    expect(error.complaints).to.not.be.empty;
    for (const { place, message } of error.complaints) {
      expect(place.file).to.equal('lab.yaml');
      expect(place.line).to.be.within(1, lines.length + 1);
      expect(place.column).to.be.within(1, text.length + 1);
      expect(message).to.not.equal('');
    }
  }
}

/** Every path of a topology. */
function pathsOf(text: string): readonly Path[] {
  const paths: Path[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [key, below] of entries) {
      paths.push([...path, key]);
      walk(below, [...path, key]);
    }
  };
  walk(parseDocument(text).toJS(), []);
  return paths;
}

describe('hostile texts', () => {
  const simulated = shipped('simulated');
  const paths = pathsOf(simulated);

  it('of any characters are read or refused', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'binary' }), readSafely), { numRuns: 300 });
  });

  it('of the characters that YAML means something by are read or refused', () => {
    const yaml = fc.string({
      maxLength: 200,
      unit: fc.constantFrom(...'ab1 :-?[]{}&*!|>\'"%@`#,\n\n\t<~=.'.split('')),
    });
    fc.assert(fc.property(yaml, readSafely), { numRuns: 600 });
  });

  it('that are a topology with a piece cut out, doubled or replaced are read or refused', () => {
    const piece = fc.tuple(
      fc.nat(simulated.length - 1),
      fc.nat(60),
      fc.constantFrom('', ':', '- ', '[', '}', '\n', '*x ', '&x ', '"', '\t'),
    );
    fc.assert(
      fc.property(piece, ([from, length, instead]) => {
        readSafely(simulated.slice(0, from) + instead + simulated.slice(from + length));
        readSafely(simulated.slice(0, from + length) + instead + simulated.slice(from));
      }),
      { numRuns: 150 },
    );
  });

  it('that misname one key are refused at that very key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths.filter((path) => typeof path.at(-1) === 'string')), (path) => {
        const doc = parseDocument(simulated);
        const map = doc.getIn(path.slice(0, -1), true) ?? doc.contents;
        const pair = isMap(map)
          ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
          : undefined;
        if (!pair || !isScalar(pair.key)) throw new Error(`no key at ${path.join('.')}`);
        pair.key.value = `?${String(path.at(-1))}`;
        const text = doc.toString({ lineWidth: 0 });
        const said = refusals(text);
        expect(
          said.some(({ at }) => /^(\? )?["']?\?/.test(at)),
          JSON.stringify(said),
        ).to.be.true;
      }),
      { numRuns: paths.length },
    );
  });

  it('that hold anything else at one place are read or refused', () => {
    const anything = fc.oneof(
      fc.anything({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
      fc.string(),
      fc.integer(),
      fc.constantFrom(
        '__proto__',
        'constructor',
        '${X}',
        '0s',
        '999999999s',
        '255.255.255.255',
        'GigabitEthernet0/1',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), anything, (path, value) =>
        readSafely(edited(simulated, [[path, value]])),
      ),
      { numRuns: 400 },
    );
  });

  it('that lack any part are read or refused', () => {
    for (const path of paths) readSafely(edited(simulated, [[path, undefined]]));
  });

  it('that alias any value for any other are read or refused', () => {
    const pattern = /^(\s*(?:- )?[\w-]+: )(\S.*)$/;
    const lines = simulated.split('\n');
    const written = [...lines.keys()].filter((index) => pattern.test(lines[index] ?? ''));
    expect(written).to.have.length.greaterThan(40);
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.constantFrom(...written), (from, to) => {
        const anchored = lines.with(from, (lines[from] ?? '').replace(pattern, '$1&x $2'));
        readSafely(anchored.with(to, (anchored[to] ?? '').replace(pattern, '$1*x')).join('\n'));
      }),
      { numRuns: 200 },
    );
  });
});
