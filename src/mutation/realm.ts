import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SourceTextModule, SyntheticModule } from 'node:vm';
import type { Module } from 'node:vm';

/**
 * Modules read from files, in one process, again and again with another text for one of them: what does not depend on
 * it is read once and shared. Needs `--experimental-vm-modules`.
 */
export class Realm {
  readonly #shared = new Map<string, Module>();
  readonly #outside = new Map<string, Module>();
  readonly #imports = new Map<string, readonly string[]>();

  /** Everything that the file imports, itself included, by absolute path. */
  reach(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const target of this.#importsOf(file)) this.reach(target, seen);
    return seen;
  }

  #importsOf(file: string): readonly string[] {
    const known = this.#imports.get(file);
    if (known) return known;
    const found = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;'"]*?from '(\.[^']+)';/gm)];
    const targets = found.map(([, target = '']) => resolve(dirname(file), target));
    this.#imports.set(file, targets);
    return targets;
  }

  /**
   * A way to read files in which `changed` has the text `text`, and everything that depends on it is read anew. Reading
   * throws what the modules throw, and `SyntaxError` where the text is none.
   */
  with(changed?: string, text = ''): (file: string) => Promise<void> {
    const own = new Map<string, Module>();
    const moduleAt = (file: string): Module => {
      const isOwn = changed !== undefined && this.reach(file).has(changed);
      const modules = isOwn ? own : this.#shared;
      const known = modules.get(file);
      if (known) return known;
      const made = new SourceTextModule(file === changed ? text : readFileSync(file, 'utf8'), {
        identifier: file,
        initializeImportMeta: (meta) =>
          Object.assign(meta, { url: pathToFileURL(file).href, filename: file, dirname: dirname(file) }),
      });
      modules.set(file, made);
      return made;
    };
    const link = async (specifier: string, { identifier }: Module): Promise<Module> =>
      specifier.startsWith('.')
        ? moduleAt(resolve(dirname(identifier), specifier))
        : await this.#fromOutside(specifier);
    return async (file) => {
      const entry = moduleAt(file);
      if (entry.status === 'unlinked') await entry.link(link);
      await entry.evaluate();
    };
  }

  /** A package, read once as everything else reads it. */
  async #fromOutside(specifier: string): Promise<Module> {
    const known = this.#outside.get(specifier);
    if (known) return known;
    const has: unknown = await import(specifier);
    const names = Object.entries(has ?? {});
    const made = new SyntheticModule(
      names.map(([name]) => name),
      () => {
        for (const [name, value] of names) made.setExport(name, value);
      },
    );
    this.#outside.set(specifier, made);
    return made;
  }
}
