import { configLines } from '../config/config-print.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import { clearConfig } from '../config/factory-config.ts';
import { type FailoverConfig, failoverSettings } from '../config/failover-settings.ts';
import { type InterfaceSettings, interfaceSettings, sectionOf } from '../config/interface-settings.ts';
import type { ConfigPiece } from '../failover/message.ts';

/** What a configuration needs of the unit that runs with it. */
export interface ConfigurationHost {
  /** Enters one line; returns the section that the next indented line belongs to. */
  enter(origin: 'stored' | 'replicated', section: string | undefined, line: string): string | undefined;
  /** Stores lines in flash. */
  store(lines: readonly string[]): void;
}

/** Stays when a unit takes its mate's configuration: what it needs to talk to its mate (ASA 5580 guide, 13-6). */
const keptForTheLink = ['failover lan', 'failover key', 'failover link', 'failover interface ip'];

/** The running configuration of a unit: read from flash, replaced by the mate's, saved, and understood. */
export class Configuration {
  readonly #tree: ConfigTree;
  readonly #hardware: readonly string[];
  readonly #host: ConfigurationHost;
  #known:
    | { revision: number; interfaces: readonly InterfaceSettings[]; failover: FailoverConfig }
    | undefined;
  #storedRevision = -1;

  constructor(tree: ConfigTree, hardware: readonly string[], host: ConfigurationHost) {
    this.#tree = tree;
    this.#hardware = hardware;
    this.#host = host;
  }

  /** True if it differs from the one in flash. */
  get modified(): boolean {
    return this.#tree.revision !== this.#storedRevision;
  }

  failover(): FailoverConfig {
    return this.#read().failover;
  }

  interfaces(): readonly InterfaceSettings[] {
    return this.#read().interfaces;
  }

  /** Reads what flash holds. */
  load(stored: readonly string[]): void {
    this.merge(stored);
    this.#storedRevision = this.#tree.revision;
  }

  clear(): void {
    this.#tree.batch(() => {
      clearConfig(this.#tree, this.#hardware, () => false);
      for (const name of this.#hardware) this.#tree.put('shutdown', 'shutdown', { section: sectionOf(name) });
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
  forMate(): readonly ConfigPiece[] {
    const lines = configLines(this.#tree, 'plain');
    const ca = lines.indexOf('crypto ca server');
    const afterCa = lines.findIndex((line, at) => at > ca && !line.startsWith(' '));
    const sent = lines.filter(
      (line, at) =>
        !/^(failover lan unit|firewall transparent)/.test(line) &&
        (ca < 0 || at < ca || (afterCa >= 0 && at >= afterCa)),
    );
    return [{ lines: sent }];
  }

  /** Takes the mate's configuration, but for the commands that the failover link needs. */
  replace(pieces: readonly ConfigPiece[]): void {
    const { link } = this.failover();
    const keep = (key: string): boolean =>
      key === 'failover' ||
      key === 'firewall' ||
      key === sectionOf(link?.hardware ?? '') ||
      keptForTheLink.some((one) => key.startsWith(one));
    this.#tree.batch(() => {
      clearConfig(this.#tree, this.#hardware, keep);
      for (const { lines } of pieces) this.#enterLines('replicated', lines);
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
      if (line.startsWith(' ')) this.#host.enter(origin, section, line.trim());
      else if (line !== '!') section = this.#host.enter(origin, undefined, line);
    }
  }

  #read(): { readonly interfaces: readonly InterfaceSettings[]; readonly failover: FailoverConfig } {
    const { revision } = this.#tree;
    if (this.#known?.revision !== revision) {
      this.#known = {
        revision,
        interfaces: interfaceSettings(this.#tree),
        failover: failoverSettings(this.#tree),
      };
    }
    return this.#known;
  }
}
