import { register as registerHook } from 'node:module';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { asError, UsageError } from '../errors.ts';
import { forgetScenarios } from './live.ts';

/** Told of each test or hook that fails. */
export type OnFailed = (title: string, error: unknown) => void;

/** Suites in memory, ready to run. */
export interface LoadedSuites {
  readonly tests: number;
  /** Runs them in order. Resolves with the number of failed tests; `stop` lets the running test end, then no more. */
  run(onFailed: OnFailed): { readonly ended: Promise<number>; stop(): void };
}

/** Milliseconds that a test or a hook of a suite's own may take unless it says otherwise; scenarios have bounds of their own. */
const plainTestBoundMs = 60_000;

let hooked = false;
/** How many files were loaded so far: the same file, loaded once more, is a module of its own and certifies again. */
let loaded = 0;

/** Lets a suite anywhere on the disk import `fover`: the front door of this very installation. */
function openFrontDoor(frontDoor: string): void {
  if (hooked) return;
  hooked = true;
  const hook = `export const resolve = (name, context, next) =>
    next(name === 'fover' ? ${JSON.stringify(frontDoor)} : name, context);`;
  registerHook(`data:text/javascript,${encodeURIComponent(hook)}`);
}

/**
 * Loads suite files. Mocha's own loader would `require` them, which gives each its own copy of the front door,
 * so they are imported here. Throws `UsageError` naming the file that cannot be loaded.
 */
export async function loadSuites(files: readonly string[], frontDoor: string): Promise<LoadedSuites> {
  openFrontDoor(frontDoor);
  forgetScenarios();
  const mocha = new Mocha({
    timeout: plainTestBoundMs,
    retries: 0,
    ui: 'bdd',
    ...({ failHookAffectedTests: true } as object),
  });
  const { EVENT_FILE_PRE_REQUIRE, EVENT_FILE_REQUIRE, EVENT_FILE_POST_REQUIRE } = Mocha.Suite.constants;
  for (const file of files) {
    mocha.suite.emit(EVENT_FILE_PRE_REQUIRE, globalThis, file, mocha);
    const module: unknown = await importSuite(file);
    mocha.suite.emit(EVENT_FILE_REQUIRE, module, file, mocha);
    mocha.suite.emit(EVENT_FILE_POST_REQUIRE, globalThis, file, mocha);
  }
  return { tests: mocha.suite.total(), run: (onFailed) => runLoaded(mocha, onFailed) };
}

async function importSuite(file: string): Promise<unknown> {
  try {
    return await import(`${pathToFileURL(file).href}?suite=${loaded++}`);
  } catch (error) {
    const cause = asError(error);
    const isUnknown = 'code' in cause && cause.code === 'ERR_UNKNOWN_FILE_EXTENSION';
    const typescript = isUnknown && /\.[cm]?ts$/.test(file);
    const advice = typescript
      ? ' This Node does not read TypeScript: use Node 22.18 or newer, or write the suite in JavaScript.'
      : '';
    throw new UsageError(`suite ${file}: cannot be loaded: ${cause.message}.${advice}`, { cause });
  }
}

function runLoaded(mocha: Mocha, onFailed: OnFailed): { readonly ended: Promise<number>; stop(): void } {
  let runner: Mocha.Runner | undefined;
  mocha.reporter(
    class Quiet extends Mocha.reporters.Base {
      constructor(started: Mocha.Runner, options: Mocha.MochaOptions) {
        super(started, options);
        started.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test, error: unknown) =>
          onFailed(test.title, error),
        );
      }
    },
  );
  const ended = new Promise<number>((resolve) => {
    runner = mocha.run((failures) => {
      // It listens to the process for errors that nobody caught, and would for ever.
      mocha.dispose();
      resolve(failures);
    });
  });
  return { ended, stop: () => void runner?.abort() };
}
