import { readYaml } from '../../topology/index.ts';
import type { YamlSource } from '../../topology/index.ts';

type Path = readonly (string | number)[];

/** A part of a testbed. Whatever is read of it is marked as taken, so that the rest can be told. */
export interface TestbedView {
  /** The part below a key; nothing where there is none. */
  at(key: string | number): TestbedView | undefined;
  /** The keys of a map, in their order, or the numbers of a list. */
  keys(): readonly string[];
  /** The text or number that stands here, as text. */
  text(): string | undefined;
  /** Its file, line and column. */
  place(): string;
}

/** A testbed that is being read. */
export interface OpenTestbed {
  readonly root: TestbedView;
  /** The places of all values that nobody has read, with their paths; never what they are. */
  leftOver(): readonly string[];
}

/** More would be no rack, and nobody would read so many remarks. */
const mostRemarks = 200;

/**
 * Opens a testbed file of pyATS: bounded in size, nesting and aliases, no key reaching behind its map. Throws
 * `TopologyError` with the place of what is wrong with its syntax.
 */
export function openTestbed(text: string, file: string): OpenTestbed {
  const source = readYaml(text, file, 'testbed');
  const taken = new Set<string>();
  return {
    root: viewOf(source, source.value, [], taken),
    leftOver: () =>
      leaves(source.value, [])
        .filter((path) => !taken.has(JSON.stringify(path)))
        .slice(0, mostRemarks)
        .map((path) => `${placeOf(source, path)}: ${path.join('.')} was not taken over`),
  };
}

function viewOf(source: YamlSource, value: unknown, path: Path, taken: Set<string>): TestbedView {
  return {
    at: (key) => {
      const below = member(value, key);
      return below === undefined || below === null ? undefined : viewOf(source, below, [...path, key], taken);
    },
    keys: () => (typeof value === 'object' && value !== null ? Object.keys(value) : []),
    text: () => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return undefined;
      taken.add(JSON.stringify(path.map(String)));
      return String(value);
    },
    place: () => placeOf(source, path),
  };
}

/** Looked up as an own name: `constructor` is a fine name for a device. */
function member(of: unknown, key: string | number): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined;
}

function placeOf(source: YamlSource, path: Path): string {
  const { file, line, column } = source.placeOf({ path, on: 'key' });
  return `${file}:${line}:${column}`;
}

function leaves(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [path];
  return Object.keys(value).flatMap((key) => leaves(member(value, key), [...path, key]));
}
