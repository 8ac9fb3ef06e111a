import type { CommandSet } from '../command-set.ts';
import type { ConfigContext } from '../config-context.ts';

/** Sections whose lines are taken as they are, and the words that such lines begin with. */
const sections: readonly (readonly [grammar: string, words: readonly string[]])[] = [
  ['dns server-group <word>', ['domain-name', 'name-server', 'retries', 'timeout', 'expire-entry-timer']],
  ['class-map <word>', ['match', 'description']],
];

/** What is done with the packets of a class. */
const actions = ['inspect', 'set', 'police', 'priority', 'ips', 'csc', 'shape'];
const parameters = ['message-length', 'id-randomization', 'nat-rewrite', 'protocol-enforcement'];

const policyGrammars = ['policy-map <word>', 'policy-map type inspect <word> <word>'];

/** What is to be inspected of the traffic: server groups, classes and policies (document 77809, «Configurations»). */
export function addPolicyConfig(set: CommandSet<ConfigContext>): void {
  for (const grammar of [...sections.map(([words]) => words), ...policyGrammars]) {
    set.add(grammar, ({ line }, context) => enter(context, line));
    set.add(`no ${grammar}`, ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
  }
  set.add('service-policy <line>', ({ line }, { space }) => space.config.put(line, line));
  set.add('no service-policy <line>', ({ line }, { space }) => space.config.remove(line.slice('no '.length)));
}

/** The commands of those sections, for the sets that are kept by the first word of a section. */
export function addPolicyCommands(below: {
  readonly dns: CommandSet<ConfigContext>;
  readonly 'class-map': CommandSet<ConfigContext>;
  readonly 'policy-map': CommandSet<ConfigContext>;
}): void {
  addLines(below.dns, sections[0]?.[1] ?? []);
  addLines(below['class-map'], sections[1]?.[1] ?? []);
  const policy = below['policy-map'];
  policy.add(['class <word>', 'parameters'], ({ line }, context) => enterPart(context, line));
  policy.add('no class <word>', ({ line }, { space, section }) =>
    space.config.remove(line.slice('no '.length), rootOf(section)),
  );
  addLines(policy, ['description', ...actions, ...parameters]);
}

/** Between a policy and the part of it that is being entered. */
const part = ' part ';

/** The line that a section begins with, and the line below it that is being entered further. */
export function rootOf(section: string | undefined): string {
  return section?.split(part)[0] ?? '';
}

function partOf(section: string | undefined): string | undefined {
  return section?.split(part)[1];
}

function enter(context: ConfigContext, section: string): void {
  const { config } = context.space;
  if (config.text(section) === undefined) config.put(section, section);
  context.section = section;
}

function enterPart(context: ConfigContext, line: string): void {
  const section = rootOf(context.section);
  const { config } = context.space;
  if (config.text(line, section) === undefined) config.put(line, line, { section });
  context.section = `${section}${part}${line}`;
}

function addLines(set: CommandSet<ConfigContext>, words: readonly string[]): void {
  for (const word of words) {
    set.add([word, `${word} <line>`], ({ line }, { space, section }) =>
      space.config.put(line, line, { section: rootOf(section), within: partOf(section) }),
    );
    set.add(`no ${word} <line>`, ({ line }, { space, section }) =>
      space.config.remove(line.slice('no '.length), rootOf(section), partOf(section)),
    );
  }
}
