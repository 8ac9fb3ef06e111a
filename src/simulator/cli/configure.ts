import type { SpaceKind } from '../config/space-kind.ts';
import { CommandSet } from './command-set.ts';
import { addAutoUpdateConfig } from './commands/auto-update-commands.ts';
import { addChassisConfig } from './commands/chassis-config.ts';
import { addContextCommands, addContextEntry } from './commands/context-config.ts';
import { addFailoverConfig } from './commands/failover-config.ts';
import { addGroupCommands, addGroupEntry } from './commands/failover-groups.ts';
import { addGeneralCommands } from './commands/general-config.ts';
import { addInterfaceCommands, addInterfaceEntry } from './commands/interface-config.ts';
import { addLoggingConfig } from './commands/logging-config.ts';
import { addNatConfig, addObjectCommands } from './commands/nat-config.ts';
import { addPolicyCommands, addPolicyConfig } from './commands/policy-config.ts';
import { addServiceConfig } from './commands/service-config.ts';
import { addSnmpConfig } from './commands/snmp-config.ts';
import { addCaServerCommands, addRouterCommands, addSectionEntry } from './commands/section-config.ts';
import { addBridgeCommands, addBridgeEntry } from './commands/transparent-config.ts';
import type { ConfigContext, ConfigOrigin } from './config-context.ts';
import type { Vocabulary } from './parameter.ts';
import type { Place } from './place.ts';

/** What became of a configuration line. */
export interface Configured {
  /** Undefined if the line is no configuration command at all. */
  readonly done: 'carried-out' | 'refused' | undefined;
  readonly section: string | undefined;
  readonly printed: readonly string[];
  /** As the mate should be told: spelt out, with the section that it was entered in. */
  readonly replicate?: { readonly section: string | undefined; readonly line: string };
  /** The error if it is none: where the marker goes, or what else is wrong. */
  readonly trouble?: {
    readonly kind: 'invalid' | 'ambiguous' | 'incomplete';
    readonly at: number;
    readonly words: number;
  };
}

/** The commands of configuration mode and of its sub-modes, as one kind of execution space has them. */
interface Commands {
  readonly global: CommandSet<ConfigContext>;
  /** By the first word of the section. */
  readonly below: Readonly<Partial<Record<string, CommandSet<ConfigContext>>>>;
}

function commandsFor(kind: SpaceKind): Commands {
  const global = new CommandSet<ConfigContext>();
  const below = {
    interface: new CommandSet<ConfigContext>(),
    dns: new CommandSet<ConfigContext>(),
    'class-map': new CommandSet<ConfigContext>(),
    'policy-map': new CommandSet<ConfigContext>(),
    object: new CommandSet<ConfigContext>(),
    router: new CommandSet<ConfigContext>(),
    crypto: new CommandSet<ConfigContext>(),
    context: new CommandSet<ConfigContext>(),
    failover: new CommandSet<ConfigContext>(),
  };
  addGeneralCommands(global, kind);
  if (kind !== 'context') addChassisConfig(global);
  if (kind !== 'context') addAutoUpdateConfig(global);
  addInterfaceEntry(global, kind);
  addInterfaceCommands(below.interface, kind);
  if (kind !== 'context') addFailoverConfig(global);
  if (kind === 'system') {
    addContextEntry(global);
    addContextCommands(below.context);
    addGroupEntry(global);
    addGroupCommands(below.failover);
  } else {
    addServiceConfig(global);
    addPolicyConfig(global);
    addPolicyCommands(below);
    addNatConfig(global);
    addObjectCommands(below.object);
    addSectionEntry(global);
    addBridgeEntry(global);
    addBridgeCommands(below.interface);
    addLoggingConfig(global);
    addSnmpConfig(global);
    addRouterCommands(below.router);
    addCaServerCommands(below.crypto);
  }
  return { global, below };
}

const commands: Readonly<Record<SpaceKind, Commands>> = {
  single: commandsFor('single'),
  system: commandsFor('system'),
  context: commandsFor('context'),
};

function globalOf({ space }: Place): CommandSet<ConfigContext> {
  return commands[space.config.kind].global;
}

/** The commands of a sub-mode. */
function commandsOf({ space }: Place, section: string): CommandSet<ConfigContext> | undefined {
  return commands[space.config.kind].below[section.split(' ')[0] ?? ''];
}

/** The words of a unit that commands may name. */
export function vocabularyOf({ space }: Place): Vocabulary {
  return { hardware: space.interfaceNames() };
}

/**
 * Carries out one configuration line. In a section its own commands come first; a line that is none of them is a
 * global command, and leaves the section.
 */
export function configure(
  place: Place,
  origin: ConfigOrigin,
  section: string | undefined,
  line: string,
): Configured {
  const vocabulary = vocabularyOf(place);
  const inSection =
    section === undefined ? undefined : commandsOf(place, section)?.understand(line, vocabulary);
  const globally = globalOf(place).understand(line, vocabulary);
  const isOfSection = inSection && (inSection.kind !== 'invalid' || inSection.words > wordsOf(globally));
  const understood = isOfSection ? inSection : globally;
  if (understood.kind !== 'command') {
    const at = understood.kind === 'invalid' ? understood.at : 0;
    const trouble = { kind: understood.kind, at, words: wordsOf(understood) };
    return { done: undefined, section, printed: [], trouble };
  }
  const printed: string[] = [];
  const context: ConfigContext = {
    system: place.system,
    space: place.space,
    origin,
    section: isOfSection ? section : undefined,
    replicates: true,
    refused: false,
    print: (text) => printed.push(text),
  };
  understood.run(understood.call, context);
  const done = context.refused ? 'refused' : 'carried-out';
  const replicate = {
    section: isOfSection ? section : undefined,
    line: context.instead ?? understood.call.line,
  };
  const goesOut =
    done === 'carried-out' && place.system.box.traits.replicates(context.replicates, replicate.line);
  return { done, section: context.section, printed, ...(goesOut ? { replicate } : {}) };
}

/** What could follow in configuration mode, for `?` and Tab. */
export function nextInConfig(place: Place, section: string | undefined, line: string): readonly string[] {
  const vocabulary = vocabularyOf(place);
  const own = section === undefined ? [] : (commandsOf(place, section)?.next(line, vocabulary) ?? []);
  return [...own, ...globalOf(place).next(line, vocabulary)];
}

/** How many words of a line were understood before the trouble began. */
function wordsOf(understood: { readonly kind: string; readonly words?: number }): number {
  return understood.kind === 'invalid' ? (understood.words ?? 0) : Number.POSITIVE_INFINITY;
}
