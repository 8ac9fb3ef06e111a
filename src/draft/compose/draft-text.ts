import { unitNames } from '../../pair/index.ts';
import { wordFits } from '../../topology/index.ts';
import type { DraftFacts } from '../facts.ts';
import { entry, list, map, value } from '../node/draft-node.ts';
import type { DraftNode } from '../node/draft-node.ts';
import { oneLine } from '../node/one-line.ts';
import { commentLines, writeEntries } from '../node/write-node.ts';
import { secretName } from '../secret-name.ts';
import { pdusNode, switchesNode } from './device-nodes.ts';
import { pairNode } from './pair-node.ts';
import { unitNode } from './unit-node.ts';

/** What stands around the facts. */
export interface DraftFrame {
  /** The command that made it, for the comment at its beginning. */
  readonly by: string;
  /** Where editors find the JSON Schema: a path or a URL. */
  readonly schema: string;
  /** Used where nothing else says what the bench is called. */
  readonly name: string;
  /** The file beside the topology that secrets may stand in; named after the bench without it. */
  readonly secretsFile?: string;
}

/** The names of the secrets that every draft refers to. */
export function pairSecretNames(name: string): { password: string; enable: string; failoverKey: string } {
  return {
    password: secretName(name, 'password'),
    enable: secretName(name, 'enable'),
    failoverKey: secretName(name, 'failover key'),
  };
}

/**
 * A topology in YAML, with a comment behind each value that says where it was found. What was not found is a key
 * with nothing but `# fill in: …` behind it, which the reader of topologies refuses with its line and column.
 */
export function draftText(facts: DraftFacts, frame: DraftFrame): string {
  const name = wordFits('name', facts.name?.value ?? '') ? (facts.name?.value ?? frame.name) : frame.name;
  const secretsFile = frame.secretsFile ?? `${name}.secrets`;
  const secrets = pairSecretNames(name);
  const { password, enable } = facts.pair;
  const named = {
    ...secrets,
    ...(password && { password: password.value }),
    ...(enable && { enable: enable.value }),
  };
  const nodes = [
    entry('name', value(name)),
    entry('secrets', value(secretsFile, 'lines of NAME=value; chmod 600')),
    entry('pair', pairNode(facts.pair, named)),
    entry('units', map(unitNames.map((unit) => entry(unit, unitNode(facts.units[unit], facts.pair))))),
    entry('switches', switchesNode(facts)),
    entry('pdus', pdusNode(facts)),
    entry('flows', list([]), 'Probes through the pair: see the bench of iron that comes with fover.'),
  ].flat();
  const body = nodes.flatMap((node) => ['', ...writeEntries([node])]);
  const references = referencesIn(nodes.map(({ node }) => node));
  return [...heading({ ...frame, secretsFile }, facts, references), ...body, ''].join('\n');
}

function heading(
  { by, schema, secretsFile }: DraftFrame & { readonly secretsFile: string },
  facts: DraftFacts,
  references: readonly string[],
) {
  const known = new Map(facts.secrets.map(({ name, what }) => [name, what]));
  const secrets = references.map((name) => {
    const what = known.get(name);
    return `  ${name}${what === undefined ? '' : `  ${oneLine(what)}`}`;
  });
  const notes = facts.notes.map((note) => `  - ${oneLine(note)}`);
  return [
    `# yaml-language-server: $schema=${schema}`,
    '#',
    ...commentLines(
      `A draft of a topology, written by ${oneLine(by)}. Behind each value stands where it was found; what was not found says «fill in», and is refused, with its place, by: fover check`,
    ),
    '#',
    ...commentLines(
      `Secrets never stand here. Set these in the environment, or as NAME=value in ${oneLine(secretsFile)}:`,
    ),
    ...commentLines(secrets.join('\n')),
    ...(notes.length === 0
      ? []
      : [
          '#',
          ...commentLines('Not understood, or without a place in a topology:'),
          ...commentLines(notes.join('\n')),
        ]),
  ];
}

/** The names of all secrets that the nodes refer to, each once. */
function referencesIn(nodes: readonly DraftNode[]): readonly string[] {
  const names = nodes.flatMap((node): readonly string[] => {
    switch (node.kind) {
      case 'value': {
        const [, name] = /^\$\{(\w+)\}$/.exec(String(node.value)) ?? [];
        return name === undefined ? [] : [name];
      }
      case 'map':
        return referencesIn(node.entries.map((one) => one.node));
      case 'list':
        return referencesIn(node.items);
      default:
        return [];
    }
  });
  return [...new Set(names)];
}
