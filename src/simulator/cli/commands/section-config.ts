import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Words that begin a line of a routing process. */
const routerWords = [
  'network',
  'version',
  'redistribute',
  'passive-interface',
  'default-information',
  'router-id',
  'area',
  'neighbor',
];

/** Words that begin a line of the local certificate authority. */
const caServerWords = [
  'lifetime',
  'keysize',
  'smtp',
  'issuer-name',
  'subject-name-default',
  'cdp-url',
  'otp',
  'database',
];

/** The section of the local certificate authority; the table of command replication names it. */
const caServerSection = 'crypto ca server';

/** Entering a routing process or the local certificate authority. */
export function addSectionEntry(set: CommandSet<ConfigContext>): void {
  set.add(['router rip', 'router ospf <1-65535>'], ({ line }, context) => enter(context, line));
  set.add(['no router rip', 'no router ospf <1-65535>'], ({ line }, { space }) =>
    space.config.remove(line.slice('no '.length)),
  );
  set.add(caServerSection, ({ line }, context) => {
    context.replicates = false;
    enter(context, line);
  });
  set.add(`no ${caServerSection}`, (_call, context) => {
    context.replicates = false;
    context.space.config.remove(caServerSection);
  });
}

/** The commands of router configuration mode. */
export function addRouterCommands(set: CommandSet<ConfigContext>): void {
  for (const word of routerWords) addLine(set, word, true);
  addFlag(set, 'auto-summary', true);
  addFlag(set, 'log-adj-changes', true);
}

/** The commands below `crypto ca server`, which stay on their unit. */
export function addCaServerCommands(set: CommandSet<ConfigContext>): void {
  for (const word of caServerWords) addLine(set, word, false);
  addFlag(set, 'shutdown', false);
}

function enter(context: ConfigContext, section: string): void {
  const { config } = context.system;
  if (config.text(section) === undefined) config.put(section, section);
  context.section = section;
}

function addLine(set: CommandSet<ConfigContext>, word: string, replicates: boolean): void {
  set.add(`${word} <line>`, ({ line }, context) => {
    context.replicates = replicates;
    context.space.config.put(line, line, { section: context.section });
  });
  set.add(`no ${word} <line>`, ({ line }, context) => {
    context.replicates = replicates;
    context.space.config.remove(line.slice('no '.length), context.section);
  });
}

/** A line that is there in one of two forms. */
function addFlag(set: CommandSet<ConfigContext>, word: string, replicates: boolean): void {
  set.add([word, `no ${word}`], ({ line }, context) => {
    context.replicates = replicates;
    context.space.config.put(word, line, { section: context.section });
  });
}
