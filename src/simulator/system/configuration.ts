import { configLines } from '../config/config-print.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import { clearConfig } from '../config/factory-config.ts';
import { failoverSettings } from '../config/failover-settings.ts';
import { sectionOf } from '../config/interface-settings.ts';

/** What a configuration needs of the unit that runs with it. */
export interface ConfigurationHost {
  /** The interfaces that are there whatever is configured. */
  interfaces(): readonly string[];
  /** Enters one line; returns the section that the next indented line belongs to. */
  enter(origin: 'stored' | 'replicated', section: string | undefined, line: string): string | undefined;
  /** Stores lines in flash. */
  store(lines: readonly string[]): void;
}

/** Stays when a unit takes its mate's configuration: what it needs to talk to its mate (ASA 5580 guide, 13-6). */
const keptForTheLink = ['failover lan', 'failover key', 'failover link', 'failover interface ip'];

/** The running configuration of one execution space: read from flash, replaced by the mate's, and saved. */
export class Configuration {
  readonly #tree: ConfigTree;
  readonly #host: ConfigurationHost;
  #storedRevision = -1;

  constructor(tree: ConfigTree, host: ConfigurationHost) {
    this.#tree = tree;
    this.#host = host;
  }

  /** True if it differs from the one in flash. */
  get modified(): boolean {
    return this.#tree.revision !== this.#storedRevision;
  }

  /** Reads what flash holds. */
  load(stored: readonly string[]): void {
    this.merge(stored);
    this.#storedRevision = this.#tree.revision;
  }

  clear(): void {
    const names = this.#host.interfaces();
    this.#tree.batch(() => {
      clearConfig(this.#tree, names, () => false);
      if (this.#tree.kind === 'context') return;
      for (const name of names) this.#tree.put('shutdown', 'shutdown', { section: sectionOf(name) });
    });
  }

  /** Enters lines on top of what there is. */
  merge(lines: readonly string[]): void {
    this.#tree.batch(() => this.#enterLines('stored', lines));
  }

  /**
   * The configuration as the mate needs it, secrets included. The unit's designation and its certificate authority
   * are its own (ASA 5580 guide, «Device Initialization and Configuration Synchronization»).
   */
  forMate(): readonly string[] {
    const lines = configLines(this.#tree, 'plain');
    const ca = lines.indexOf('crypto ca server');
    const afterCa = lines.findIndex((line, at) => at > ca && !line.startsWith(' '));
    return lines.filter(
      (line, at) =>
        !/^(failover lan unit|firewall transparent)/.test(line) &&
        (ca < 0 || at < ca || (afterCa >= 0 && at >= afterCa)),
    );
  }

  /** Takes the mate's configuration, but for the commands that the failover link needs. */
  replace(lines: readonly string[]): void {
    const { link } = failoverSettings(this.#tree);
    const keep = (key: string): boolean =>
      key === 'failover' ||
      key === 'firewall' ||
      key === sectionOf(link?.hardware ?? '') ||
      keptForTheLink.some((one) => key.startsWith(one));
    this.#tree.batch(() => {
      clearConfig(this.#tree, this.#host.interfaces(), keep);
      this.#enterLines('replicated', lines);
    });
  }

  save(): void {
    this.#host.store(configLines(this.#tree, 'plain'));
    this.#storedRevision = this.#tree.revision;
  }

  /** Enters lines as they are stored: indented lines belong to the section above them. */
  #enterLines(origin: 'stored' | 'replicated', lines: readonly string[]): void {
    let section: string | undefined;
    for (const line of lines) {
      // A line of a section may begin a part of it, whose lines stand deeper still.
      if (line.startsWith(' ')) section = this.#host.enter(origin, section, line.trim()) ?? section;
      else if (line !== '!' && line !== '') section = this.#host.enter(origin, undefined, line);
    }
  }
}
