import type { Requirement } from '../../pair/index.ts';
import { system } from '../requirement/system.ts';
import type { UnitMake } from './unit-make.ts';

/** Something that two units have each, and whether it must be the same. */
export interface Likeness {
  readonly what: string;
  readonly expected: 'equal' | 'may-differ';
  /** Where it can be read on each unit. */
  readonly shownBy: 'show version' | 'show interface' | 'show mode' | 'show firewall' | 'show module';
  readonly requirement: Requirement;
  /** Whether it is the same; absent where it is not known of both. */
  readonly isEqual: (one: UnitMake, other: UnitMake) => boolean | undefined;
}

const by =
  <V>(of: (make: UnitMake) => V | undefined, told: (value: V) => string) =>
  (one: UnitMake, other: UnitMake): boolean | undefined => {
    const [a, b] = [of(one), of(other)];
    return a === undefined || b === undefined ? undefined : told(a) === told(b);
  };

/** `8.2(1)` is release 8.2: the guide asks for the same major and minor version, and no more. */
const release = (version: string): string => /^\d+\.\d+/.exec(version)?.[0] ?? version;

const listed = (of: readonly string[]): string => of.toSorted().join('\n');

const featureList = (of: Readonly<Record<string, string>>): string =>
  listed(Object.entries(of).map(([name, value]) => `${name}: ${value}`));

/** What must be the same on both units, and what need not be. */
export const mustBeEqual: readonly Likeness[] = [
  {
    what: 'model',
    expected: 'equal',
    shownBy: 'show version',
    requirement: system.model,
    isEqual: by(({ model }) => model, String),
  },
  {
    what: 'number and types of interfaces',
    expected: 'equal',
    shownBy: 'show interface',
    requirement: system.interfaces,
    isEqual: by(({ interfaces }) => interfaces, listed),
  },
  {
    what: 'amount of RAM',
    expected: 'equal',
    shownBy: 'show version',
    requirement: system.memory,
    isEqual: by(({ ramMegabytes }) => ramMegabytes, String),
  },
  {
    what: 'size of the Flash memory',
    expected: 'may-differ',
    shownBy: 'show version',
    requirement: system.flash,
    isEqual: by(({ flashMegabytes }) => flashMegabytes, String),
  },
  {
    what: 'routed or transparent mode',
    expected: 'equal',
    shownBy: 'show firewall',
    requirement: system.mode,
    isEqual: by(({ firewall }) => firewall, String),
  },
  {
    what: 'single or multiple context mode',
    expected: 'equal',
    shownBy: 'show mode',
    requirement: system.mode,
    isEqual: by(({ contexts }) => contexts, String),
  },
  {
    what: 'major and minor software version',
    expected: 'equal',
    shownBy: 'show version',
    requirement: system.version,
    isEqual: by(({ firmware }) => firmware, release),
  },
  {
    what: 'licensed features',
    expected: 'equal',
    shownBy: 'show version',
    requirement: system.licensedFeatures,
    isEqual: by(({ features }) => features, featureList),
  },
  {
    what: 'hardware of the service modules',
    expected: 'equal',
    shownBy: 'show module',
    requirement: system.sameModules,
    isEqual: by(
      ({ modules }) => modules,
      (of) => of.join('\n'),
    ),
  },
  {
    what: 'software of the service modules',
    expected: 'may-differ',
    shownBy: 'show module',
    requirement: system.moduleVersions,
    isEqual: by(
      ({ moduleVersions }) => moduleVersions,
      (of) => of.join('\n'),
    ),
  },
];

/** What of two units is not the same and must be; while a pair is upgraded, its versions may differ. */
export const unlike = (
  one: UnitMake,
  other: UnitMake,
  meanwhile: 'steady' | 'upgrading' = 'steady',
): readonly Likeness[] =>
  mustBeEqual.filter(
    ({ expected, requirement, isEqual }) =>
      expected === 'equal' &&
      isEqual(one, other) === false &&
      !(meanwhile === 'upgrading' && requirement === system.version),
  );
