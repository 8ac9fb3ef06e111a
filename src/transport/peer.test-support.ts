/**
 * Real programs as peers in tests. A test that needs one is pending, with the reason, on a machine that does not
 * have it, and fails where `CI` is set: there, a missing peer would silently take a promise out of the tests.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What we need of `this` in a test or hook of mocha. */
export interface AskingTest {
  readonly test?: { title: string } | undefined;
  readonly currentTest?: { title: string } | undefined;
  skip(): never;
}

/** Servers live here, and ordinary users often do not have them in their PATH. */
const moreFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The path of an installed program, or nothing. */
export function programPath(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...moreFolders].filter(Boolean);
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** The path of a program that the running test (or all tests after a hook) cannot do without. */
export function needsProgram(test: AskingTest, program: string): string {
  const path = programPath(program);
  if (path !== undefined) return path;
  return isMissing(test, `${program} is not installed`);
}

/** Ends the running test as pending with this reason, or as failed where `CI` is set. */
export function isMissing(test: AskingTest, reason: string): never {
  if (process.env['CI']) throw new Error(`${reason}, and with CI set every peer must be there`);
  // In a hook, the test that it runs for is the one that people see in the report.
  const runnable = test.currentTest ?? test.test;
  if (runnable) runnable.title += ` (pending: ${reason})`;
  return test.skip();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
