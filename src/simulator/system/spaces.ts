import type { ConfigTree } from '../config/config-tree.ts';
import { isTransparent } from '../config/bridge-settings.ts';
import { contextInterfaces } from '../config/context-interfaces.ts';
import { adminContext, type ContextSettings, contextSettings } from '../config/context-settings.ts';
import { emptyConfig } from '../config/factory-config.ts';
import { type InterfaceSettings, interfaceSettings, sectionOf } from '../config/interface-settings.ts';
import type { ConfigPiece, ConfigText } from '../message/failover-message.ts';
import type { Mac } from '../fabric/frame.ts';
import { Space, type SpaceUnit } from './space.ts';

/** What the execution spaces need of the unit that they are in. */
export interface SpacesHost extends SpaceUnit {
  /** Enters one line; returns the section that the next indented line belongs to. */
  enter(
    space: Space,
    origin: 'stored' | 'replicated',
    section: string | undefined,
    line: string,
  ): string | undefined;
  /** Stores the configuration of the unit itself. */
  store(lines: readonly string[]): void;
}

/** All execution spaces of a unit: the one of single mode; or that of the system, and the contexts that it defines. */
export class Spaces {
  readonly system: Space;
  readonly #unit: SpacesHost;
  readonly #contexts = new Map<string, Space>();
  /** Counts the contexts that came and went. */
  #made = 0;
  #listed: { readonly revision: number; readonly made: number; readonly all: readonly Space[] } | undefined;
  #interfaces:
    | {
        readonly of: readonly Space[];
        readonly revision: number;
        readonly all: readonly InterfaceSettings[];
      }
    | undefined;
  #known: { readonly revision: number; readonly settings: readonly ContextSettings[] } | undefined;

  constructor(unit: SpacesHost, config: ConfigTree) {
    this.#unit = unit;
    this.system = new Space(unit, {
      config,
      revision: () => config.revision,
      readInterfaces: () => interfaceSettings(config),
      group: () => 1,
      interfaces: () => Object.keys(unit.burnedIn),
      enter: (origin, section, line) => unit.enter(this.system, origin, section, line),
      store: (lines) => unit.store(lines),
    });
  }

  get multiple(): boolean {
    return this.system.config.kind === 'system';
  }

  /** In the order in which the system configuration has them. */
  get contexts(): readonly Space[] {
    return this.all.slice(1);
  }

  /** The same array until contexts come or go: it is asked for with every frame. */
  get all(): readonly Space[] {
    const { revision } = this.system.config;
    if (this.#listed?.revision !== revision || this.#listed.made !== this.#made) {
      const contexts = this.settings.flatMap(({ name }) => this.#contexts.get(name) ?? []);
      this.#listed = { revision, made: this.#made, all: [this.system, ...contexts] };
    }
    return this.#listed.all;
  }

  /** The interfaces of all of them. */
  interfaces(): readonly InterfaceSettings[] {
    if (!this.multiple) return this.system.interfaces();
    const { all } = this;
    // Revisions only grow, and so their sum is another after any change.
    const revision = all.reduce((sum, { config }) => sum + config.revision, 0);
    if (this.#interfaces?.of !== all || this.#interfaces.revision !== revision)
      this.#interfaces = { of: all, revision, all: all.flatMap((space) => space.interfaces()) };
    return this.#interfaces.all;
  }

  /** Where users from the network log in, and where the system speaks: the admin context, or the one space there is. */
  get admin(): Space {
    return this.#contexts.get(adminContext(this.system.config) ?? '') ?? this.system;
  }

  /** The space of that name; that of the system without one. Undefined if there is no such context. */
  find(name: string | undefined): Space | undefined {
    return name === undefined ? this.system : this.#contexts.get(name);
  }

  /** The space that an interface belongs to. */
  of(one: InterfaceSettings): Space {
    return this.find(one.context) ?? this.system;
  }

  /** What the system configuration says of the contexts. */
  get settings(): readonly ContextSettings[] {
    const { config } = this.system;
    if (this.#known?.revision !== config.revision)
      this.#known = { revision: config.revision, settings: contextSettings(config) };
    return this.#known.settings;
  }

  /** Makes the contexts that are new in the system configuration, and forgets those that are gone from it. */
  refresh(): void {
    if (!this.multiple) return;
    const wanted = this.settings.filter(({ url }) => url !== undefined);
    for (const name of this.#contexts.keys()) {
      if (!wanted.some((one) => one.name === name)) this.#forget(name);
    }
    for (const settings of wanted) {
      const known = this.#contexts.get(settings.name);
      if (known) fitInterfaces(known);
      else this.#make(settings);
    }
  }

  /** Reads what lies at the URL of a context, on top of nothing; false if nothing lies there. */
  read(context: Space): boolean {
    const lines = this.stored(context);
    context.configuration.load(lines ?? []);
    return lines !== undefined;
  }

  /** What lies at the URL of a context. */
  stored(context: Space): readonly string[] | undefined {
    return this.#unit.box.files.file(this.#urlOf(context))?.lines;
  }

  /** Puts lines where the URL of a context says. */
  store(context: Space, lines: readonly string[]): void {
    const { box, deviceTime } = this.#unit;
    const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
    box.files.put(this.#urlOf(context), { lines, bytes, at: deviceTime });
  }

  /** Removes what lies at the URL of a context. */
  erase(context: Space): void {
    this.#unit.box.files.change({ change: 'delete', path: this.#urlOf(context) });
  }

  learnMateMacs(burnedIn: Readonly<Record<string, Mac>>): void {
    for (const space of this.all) space.learnMateMacs(burnedIn);
  }

  /** As the mate needs it: that of the system and every context, or of one context alone. */
  forMate(context?: string): readonly ConfigPiece[] {
    const wanted = context === undefined ? this.all : this.contexts.filter(({ name }) => name === context);
    return wanted.map(({ name, group, configuration }) => ({
      context: name,
      group,
      lines: configuration.forMate(),
    }));
  }

  /**
   * Takes the mate's; that of the system comes first and makes the contexts that it names. A context that is active here
   * loses its connections over it (ASA 5580 guide, «Command Replication» in Active/Active).
   */
  replace(pieces: readonly ConfigText[]): void {
    for (const { context, lines } of pieces) {
      const space = this.find(context);
      space?.configuration.replace(lines);
      if (context !== undefined && space?.standing.role === 'active') {
        space.forwarding.tables.end(({ kind }) => ['tcp', 'udp', 'http'].includes(kind));
      }
      if (context === undefined) this.refresh();
    }
  }

  /** Saves one of them, that of the system without a name; or all. */
  save({ context, all }: { readonly context?: string | undefined; readonly all?: boolean }): void {
    if (all) for (const { configuration } of this.all) configuration.save();
    else this.find(context)?.configuration.save();
  }

  #forget(name: string): void {
    this.#contexts.delete(name);
    this.#made += 1;
  }

  #urlOf(context: Space): string {
    return this.settings.find(({ name }) => name === context.name)?.url ?? '';
  }

  #make(settings: ContextSettings): void {
    const { name } = settings;
    const { system } = this;
    const own = (): ContextSettings => this.settings.find((one) => one.name === name) ?? settings;
    const names = (): readonly string[] => own().allocations.map((one) => one.name);
    const config = emptyConfig(names(), 'context');
    config.put('hostname', `hostname ${name}`);
    // All contexts share the firewall mode of the system.
    if (isTransparent(system.config)) config.put('firewall', 'firewall transparent');
    const space: Space = new Space(this.#unit, {
      name,
      config,
      revision: () => config.revision + system.config.revision,
      readInterfaces: () => contextInterfaces(config, system.config, own()),
      group: () => own().group,
      interfaces: names,
      enter: (origin, section, line) => this.#unit.enter(space, origin, section, line),
      store: (lines) => this.store(space, lines),
    });
    this.#contexts.set(name, space);
    this.#made += 1;
    config.onChange(() => space.configChanged());
    this.read(space);
  }
}

/** A context has the interfaces that it is lent, and what it says of others is forgotten. */
function fitInterfaces(space: Space): void {
  const { config } = space;
  const wanted = space.interfaceNames().map(sectionOf);
  const there = config.nodes().flatMap(({ key }) => (key.startsWith('interface ') ? [key] : []));
  if (wanted.length === there.length && wanted.every((key) => there.includes(key))) return;
  config.batch(() => {
    for (const key of there) if (!wanted.includes(key)) config.remove(key);
    for (const key of wanted) if (!there.includes(key)) config.put(key, key);
  });
}
