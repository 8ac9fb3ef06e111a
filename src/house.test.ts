/** The style of the house as a test: who may import whom, circles, sizes, samples, clocks, links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
/** Where a process or a user comes in; every other file is imported by one of the house. */
const doors = [
  'src/index.ts',
  'src/cli/fover.ts',
  'src/cli/fuzz.ts',
  'src/cli/loop-watcher.ts',
  'src/explore/explore.ts',
  'src/explore/index.ts',
  'src/explore/mutants.ts',
  'src/explore/rehearse.ts',
  'src/judge/benchmark.ts',
  'src/mutation/mutate.ts',
  'src/mutation/worker.ts',
  'src/traffic/probe-process.ts',
];
const ground = ['clock.ts', 'virtual-clock.ts', 'errors.ts', 'nearest.ts', 'child-environment.ts'];

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .toSorted();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const isTest = (file: string): boolean => /\.(test|test-support)\.ts$/.test(file);
const sources = filesIn('src').filter((file) => !isTest(file) && !file.endsWith('.d.ts'));

/** The room of a source file: its first folder under `src`, or the file itself for those that lie in the open. */
const roomOf = (file: string): string => relative(src, join(root, file)).split('/')[0] ?? '';

/** The room of a file inside the simulator; none for its doors, which lie in the open, and for the house around it. */
function innerRoomOf(file: string): string | undefined {
  const [room = '', ...rest] = relative('src/simulator', file).split('/');
  return room === '..' || rest.length === 0 ? undefined : room;
}

/** Relative imports of a file, as paths from the root. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/g,
  );
  return [...found].map((match) => relative(root, resolve(root, dirname(file), match[1] ?? match[2] ?? '')));
}

/** The import table of a floor plan: room to the rooms that it may import. */
function floorPlan(document: string): Map<string, string[]> {
  const table = (read(document).split('## Who may import whom')[1] ?? '').split('\n## ')[0] ?? '';
  const rows = [...table.matchAll(/^\| `([a-z-]+)` *\| ([^|]+?) *\|$/gm)];
  return new Map(
    rows.map(([, room = '', cell = '']) => [
      room,
      cell
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '–'),
    ]),
  );
}

describe('the house', () => {
  const plan = floorPlan('src/README.md');

  it('has a row in the floor plan for every room, and a room for every row', () => {
    const rooms = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...plan.keys()].toSorted()).to.deep.equal(rooms.filter((room) => room !== 'cli').toSorted());
  });

  it('keeps the import rule', () => {
    const broken: string[] = [];
    for (const file of sources) {
      const room = roomOf(file);
      const allowed = plan.get(room);
      for (const target of importsOf(file)) {
        const other = roomOf(target);
        if (!allowed || other === room || ground.includes(other)) continue;
        if (!allowed.includes(other))
          broken.push(
            `${file} imports ${target}: ${room} may import only ${allowed.join(', ') || 'nothing'}`,
          );
        else if (!target.endsWith('/index.ts'))
          broken.push(`${file} imports ${target}: enter ${other} by its index.ts`);
      }
      if (ground.includes(room))
        for (const target of importsOf(file))
          if (!ground.includes(roomOf(target)))
            broken.push(`${file} imports ${target}: the ground stands on nothing`);
    }
    expect(broken, 'move the code to the room that may, or pass the thing in').to.deep.equal([]);
  });

  describe('inside the simulator', () => {
    const innerPlan = floorPlan('src/simulator/README.md');

    it('has a row in the floor plan for every room, and a room for every row', () => {
      const rooms = new Set(sources.map(innerRoomOf).filter((room) => room !== undefined));
      expect([...innerPlan.keys()].toSorted()).to.deep.equal([...rooms].toSorted());
    });

    it('has no room above another one that imports it', () => {
      const rooms = [...innerPlan.keys()];
      const upwards = [...innerPlan].flatMap(([room, allowed]) =>
        allowed
          .filter((other) => !rooms.slice(0, rooms.indexOf(room)).includes(other))
          .map((other) => `${room} may import ${other}, which does not stand before it`),
      );
      expect(upwards, 'the rows stand from the ground up').to.deep.equal([]);
    });

    it('has no two rooms within the fabric or the system that import each other', () => {
      const within = (room: string, file: string): string | undefined =>
        file.startsWith(`src/simulator/${room}/`) ? dirname(file) : undefined;
      const mutual = ['fabric', 'system'].flatMap((room) => {
        const arrows = sources.flatMap((file) =>
          importsOf(file).map((target) => [within(room, file), within(room, target)] as const),
        );
        return arrows
          .filter(([from, to]) => from !== to && arrows.some(([one, other]) => one === to && other === from))
          .filter(([from, to]) => from !== undefined && to !== undefined)
          .map(([from, to]) => `${from} and ${to} import each other`);
      });
      expect([...new Set(mutual)], 'the part that both need belongs below them').to.deep.equal([]);
    });

    it('keeps the import rule', () => {
      const broken = sources.flatMap((file) => {
        const room = innerRoomOf(file);
        if (room === undefined) return [];
        const allowed = innerPlan.get(room) ?? [];
        return importsOf(file)
          .filter((target) => roomOf(target) === 'simulator')
          .filter((target) => ![room, 'ground', ...allowed].includes(innerRoomOf(target) ?? 'the doors'))
          .map((target) => `${file} imports ${target}: ${room} may import only ${allowed.join(', ')}`);
      });
      expect(broken, 'see src/simulator/README.md').to.deep.equal([]);
    });
  });

  it('lets suites in by the front door only', () => {
    const broken = filesIn('suites').flatMap((file) =>
      [...read(file).matchAll(/from '([^']+)'/g)]
        .map(([, target]) => `${file}: ${target}`)
        .filter((line) => !line.endsWith(': fover')),
    );
    expect(broken, "a suite imports 'fover' and nothing deeper").to.deep.equal([]);
  });

  it('names only requirements of the catalogue in its suites', async () => {
    const { families, requirements } = await import('./model/index.ts');
    const quotedId = new RegExp(`'((?:${Object.keys(families).join('|')})-[A-Z\\d-]+)'`, 'g');
    const named = filesIn('suites').flatMap((file) =>
      [...read(file).matchAll(quotedId)].map(([, id = '']) => ({ file, id })),
    );
    const unknown = named.filter(({ id }) => !requirements.some((known) => known.id === id));
    expect(named).to.not.be.empty;
    expect(unknown, 'see src/model/requirement/').to.deep.equal([]);
  });

  it('has no circle of imports', () => {
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
      if (done.has(file)) return [];
      const circles = importsOf(file)
        .filter((target) => existsSync(join(root, target)))
        .flatMap((target) => walk(target, [...path, file]));
      done.add(file);
      return circles;
    };
    expect(
      sources.flatMap((file) => walk(file, [])),
      'take the shared part out into a file of its own',
    ).to.deep.equal([]);
  });

  it('has no file that nobody imports', () => {
    const imported = new Set([...doors, ...sources.flatMap(importsOf)]);
    const forgotten = sources.filter((file) => !imported.has(file));
    expect(forgotten, 'add its line to the list of its folder, or remove it').to.deep.equal([]);
  });

  it('keeps files under 300 lines and functions under 70', () => {
    const long: string[] = [];
    for (const file of sources) {
      const lines = read(file).split('\n');
      if (lines.length > 301) long.push(`${file}: ${lines.length - 1} lines`);
      lines.forEach((line, at) => {
        if (
          !/(\bfunction\b.*|\) ?(: [^=]+)?|=>) \{$/.test(line) ||
          /^\s*(\} )?(if|for|while|switch|else|catch)\b/.test(line)
        )
          return;
        const indent = /^\s*/.exec(line)?.[0] ?? '';
        const end = lines.findIndex((next, index) => index > at && next.startsWith(`${indent}}`));
        if (end - at + 1 > 70) long.push(`${file}:${at + 1}: a function of ${end - at + 1} lines`);
      });
    }
    expect(long, 'split it where its parts have names').to.deep.equal([]);
  });

  it('tells the time only in the clock', () => {
    const clocks =
      /\b(Date\.now|performance\.now|process\.hrtime|setTimeout|setInterval|setImmediate)\b|new Date\(\)/;
    const broken = sources
      .filter((file) => !ground.includes(roomOf(file)))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .map((line, at) => ({ line, where: `${file}:${at + 1}` }))
          .filter(({ line }) => clocks.test(line.replace(/^\s*(\/?\*|\/\/).*$/, '')))
          .map(({ where, line }) => `${where}: ${line.trim()}`),
      );
    expect(broken, 'take a Clock').to.deep.equal([]);
  });

  it('has a sample for every parser', async () => {
    const { parsers } = await import('./show/index.ts');
    const without = parsers
      .map(({ command }) => join('src/show/samples', command.replaceAll(' ', '-')))
      .filter(
        (folder) =>
          !existsSync(join(root, folder)) ||
          !readdirSync(join(root, folder)).some((name) => name.endsWith('.txt')),
      );
    expect(parsers).to.not.be.empty;
    expect(without, 'write a sample in the grammar of the appliance').to.deep.equal([]);
  });

  it('names only paths that exist in its documents', () => {
    const documents = ['README.md', 'src/README.md', 'src/simulator/README.md', 'reports/README.md'].filter(
      (file) => existsSync(join(root, file)),
    );
    const dead = documents.flatMap((file) =>
      [...read(file).matchAll(/`((?:src|suites|topologies)\/[\w./-]+)`|\]\(((?!https?:|#)[^)\s]+)\)/g)]
        .map((match) => match[1] ?? join(dirname(file), match[2] ?? ''))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${file}: ${path}`),
    );
    expect(documents).to.include('README.md');
    expect(dead).to.deep.equal([]);
  });
});
