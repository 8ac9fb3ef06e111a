/** A test as mocha would find it: its names from the outermost, and what it does. */
export interface Collected {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** What a test file calls while it is read. */
interface Words {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => unknown) => void;
}

/**
 * Collects the tests of a file that is read by `read`. A small mocha: tests that stand by themselves, one after the
 * other; `before` and its like are not known, so that a file with them cannot be read.
 */
export async function collected(read: () => Promise<void>): Promise<readonly Collected[]> {
  const found: Collected[] = [];
  const names: string[] = [];
  const context = { timeout: (): void => undefined };
  const words: Words = {
    describe(name, body) {
      names.push(name);
      body.call(context);
      names.pop();
    },
    it(name, body) {
      const title = [...names, name].join(' › ');
      found.push({ title, run: async () => void (await body.call(context)) });
    },
  };
  Object.assign(globalThis, words);
  await read();
  return found;
}
