import type { DraftEntry, DraftNode } from './draft-node.ts';
import { oneLine } from './one-line.ts';
import { yamlScalar } from './yaml-scalar.ts';

const step = '  ';
const widest = 110;

/** The entries of a map as lines of YAML, in block style, with their comments. */
export function writeEntries(entries: readonly DraftEntry[], indent = ''): readonly string[] {
  return entries.flatMap(({ key, node, above }) => [
    ...(above === undefined ? [] : commentLines(above, indent)),
    ...writeKeyed(`${indent}${yamlScalar(key)}:`, node, indent),
  ]);
}

function writeKeyed(head: string, node: DraftNode, indent: string): readonly string[] {
  switch (node.kind) {
    case 'blank':
      return [`${head} # fill in: ${oneLine(node.note)}`];
    case 'value':
      return [`${head} ${yamlScalar(node.value)}${behind(node.note)}`];
    case 'map':
      if (node.entries.length === 0) return [`${head} {}${behind(node.note)}`];
      return [`${head}${behind(node.note)}`, ...writeEntries(node.entries, indent + step)];
    default:
      if (node.items.length === 0) return [`${head} []${behind(node.note)}`];
      return [`${head}${behind(node.note)}`, ...node.items.flatMap((item) => writeItem(item, indent + step))];
  }
}

function writeItem(item: DraftNode, indent: string): readonly string[] {
  if (item.kind !== 'map' || item.entries.length === 0) return writeKeyed(`${indent}-`, item, indent);
  const note = item.note === undefined ? [] : commentLines(item.note, indent);
  const [first = '', ...rest] = writeEntries(item.entries, indent + step);
  return [...note, `${indent}- ${first.trimStart()}`, ...rest];
}

function behind(note: string | undefined): string {
  return note === undefined ? '' : ` # ${oneLine(note)}`;
}

/** A comment on lines of its own, broken between words; each line of the text begins a new one. */
export function commentLines(text: string, indent = ''): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const rows: string[] = [];
    let row = '';
    const lead = /^ */.exec(line)?.[0] ?? '';
    for (const word of oneLine(line).split(' ')) {
      const longer = row === '' ? `${lead}${word}` : `${row} ${word}`;
      if (row !== '' && indent.length + longer.length + 2 > widest) {
        rows.push(row);
        row = `${lead}${word}`;
      } else row = longer;
    }
    return [...rows, row].map((one) => `${indent}# ${one}`.trimEnd());
  });
}
