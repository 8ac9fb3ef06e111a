import type { Cancel } from '../../clock.ts';
import { Listeners } from '../ground/listeners.ts';
import type { SpaceKind } from './space-kind.ts';

/**
 * One line of a configuration and what stands below it. The key says which line a new one replaces: `hostname`
 * for the one host name, the whole text for lines that may stand many times.
 */
export interface ConfigNode {
  readonly key: string;
  readonly text: string;
  readonly below: readonly ConfigNode[];
}

/** A configuration as the tree of lines that it is on the appliance. */
export class ConfigTree {
  readonly kind: SpaceKind;
  readonly #top = new Map<string, ConfigNode>();
  readonly #changes = new Listeners<void>();
  #revision = 0;
  #held = 0;

  constructor(kind: SpaceKind = 'single') {
    this.kind = kind;
  }

  /** Counts changes; two equal revisions mean the same configuration. */
  get revision(): number {
    return this.#revision;
  }

  /** In the order in which the lines were first entered. */
  nodes(): readonly ConfigNode[] {
    return [...this.#top.values()];
  }

  section(key: string): readonly ConfigNode[] {
    return this.#top.get(key)?.below ?? [];
  }

  /** The text of a line, of the top or of a section; undefined if it is not there. */
  text(key: string, section?: string): string | undefined {
    if (section === undefined) return this.#top.get(key)?.text;
    return this.section(section).find((node) => node.key === key)?.text;
  }

  /** Enters a line, in place of the one with its key: at the top, in a section, or below the line `within` a section. */
  put(
    key: string,
    text: string,
    place: {
      readonly section?: string | undefined;
      readonly within?: string | undefined;
    } = {},
  ): void {
    const node: ConfigNode = { key, text, below: [] };
    if (place.section === undefined) this.#top.set(key, { ...node, below: this.section(key) });
    else this.#replace(place.section, place.within, key, [node]);
    this.#changed();
  }

  remove(key: string, section?: string, within?: string): void {
    if (section === undefined) this.#top.delete(key);
    else this.#replace(section, within, key, []);
    this.#changed();
  }

  /** Removes every top line that `which` chooses. */
  removeAll(which: (node: ConfigNode) => boolean): void {
    for (const node of this.nodes()) if (which(node)) this.#top.delete(node.key);
    this.#changed();
  }

  /** Many changes that count, and are told, as one. */
  batch(work: () => void): void {
    this.#held += 1;
    try {
      work();
    } finally {
      this.#held -= 1;
      this.#changed();
    }
  }

  onChange(listener: () => void): Cancel {
    return this.#changes.add(listener);
  }

  /** Puts other lines in place of the one with that key, in a section or below a line of it. */
  #replace(section: string, within: string | undefined, key: string, by: readonly ConfigNode[]): void {
    const there = this.section(section);
    const without = (below: readonly ConfigNode[]): ConfigNode[] => [
      ...below.filter((one) => one.key !== key),
      ...by,
    ];
    const changed =
      within === undefined
        ? without(there)
        : there.map((one) => (one.key === within ? { ...one, below: without(one.below) } : one));
    this.#replaceSection(section, changed);
  }

  #replaceSection(key: string, below: readonly ConfigNode[]): void {
    const head = this.#top.get(key);
    this.#top.set(key, { key, text: head?.text ?? key, below });
  }

  #changed(): void {
    this.#revision += 1;
    if (this.#held === 0) this.#changes.tell();
  }
}
