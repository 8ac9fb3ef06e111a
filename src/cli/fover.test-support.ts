/** Starts the built command line as a user would, from an empty folder. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as absolute } from 'node:path';
import { pause, realClock } from '../clock.ts';
import type { Verdict } from '../judge/index.ts';

const root = absolute(import.meta.dirname, '../..');
export const builtFover = join(root, 'dist/src/cli/fover.js');

/** How a process of fover ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const folders: string[] = [];

// A process may run the tests of several files: whatever is registered with mocha here would belong to the first alone.
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder to work in; it is removed when all tests have run. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fover-'));
  folders.push(folder);
  return folder;
}

/** Runs fover to its end. `whileRunning` is given the process and what it has printed so far, at every line. */
export function fover(
  folder: string,
  args: readonly string[],
  options: {
    input?: string;
    program?: string;
    env?: Readonly<Record<string, string>>;
    whileRunning?: (child: ChildProcess, out: string) => void;
  } = {},
): Promise<Ended> {
  if (!existsSync(builtFover)) throw new Error('build first: npm run build');
  return new Promise((resolve, reject) => {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('FOVER_')),
    );
    const child = spawn(process.execPath, [options.program ?? builtFover, ...args], {
      cwd: folder,
      env: { ...env, ...options.env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      options.whileRunning?.(child, out);
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Writes a suite of one scenario, as a user would. Returns its path. */
export function writeSuite(folder: string, scenario: Readonly<Record<string, unknown>>, then = ''): string {
  const path = join(folder, `${String(scenario['name'])}.mjs`);
  const text = `import { certify, expect } from 'fover';\ndescribe('mine', () => { certify(${JSON.stringify(scenario)}, (played) => { ${then} }); });\n`;
  writeFileSync(path, text);
  return path;
}

/** The folder of the only run in `reports/`, or wherever its report was to go. */
export function onlyRun(folder: string, reports = 'reports'): string {
  const runs = readdirSync(join(folder, reports));
  if (runs.length !== 1) throw new Error(`expected one run, found ${runs.join(', ') || 'none'}`);
  return join(folder, reports, runs[0] ?? '');
}

/** The verdict of a run, as it lies in its folder. */
export function verdictOf(run: string): Verdict {
  return JSON.parse(readFileSync(join(run, 'verdict.json'), 'utf8')) as Verdict;
}

/** Every file of a folder and below, with its bytes. */
export function everyFile(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** The journal of the only run in a folder, as it stands. */
export function journalOf(folder: string): string {
  return readFileSync(join(onlyRun(folder), 'journal.ndjson'), 'utf8');
}

/** A deed is told before it is meant: power is cut once the journal says what has to be put back. Five seconds at most. */
export async function untilMeant(folder: string): Promise<void> {
  for (let looks = 0; looks < 500 && journalOf(folder) === ''; looks++) await pause(realClock, 10);
}
