import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { TopologyError, messageOf } from '../errors.ts';
import type { Complaint, Place } from '../errors.ts';
import { nestingTooDeep } from './nesting-too-deep.ts';
import type { Objection } from './objection.ts';
import { keyOrNodeAt } from './node-at.ts';

/** A YAML text that was read: its value, and where in the text each part of it stands. */
export interface YamlSource {
  /** Plain maps, lists and scalars; what they hold is not checked yet. */
  readonly value: unknown;
  /** Where the objection points; the nearest enclosing part where the path itself does not exist. */
  readonly placeOf: (objection: Pick<Objection, 'path' | 'on'>) => Place;
}

/** Ten times what a large bench needs; what is larger is some other file, and slow to read. */
const longestText = 64 * 1024;

/** Far more than a topology written by people needs, far less than an alias bomb does. */
const maxAliasCount = 100;

type Parsed = Document.Parsed;

/** Reads one YAML document; `what` says to people what it should be. Throws `TopologyError` with every complaint of the syntax, in the order of the text. */
export function readYaml(text: string, file: string, what = 'topology'): YamlSource {
  const refuse = (message: string): never => {
    throw new TopologyError([{ place: { file, line: 1, column: 1 }, message }]);
  };
  if (text.length > longestText)
    refuse(`the file is longer than ${longestText} characters; is it a ${what}?`);
  const tooDeep = nestingTooDeep(text);
  if (tooDeep) throw new TopologyError([{ place: { file, ...tooDeep.at }, message: tooDeep.message }]);
  const lines = new LineCounter();
  const doc = parse(text, lines, refuse);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const complaints = [...syntaxComplaints(doc, placeAt), ...keyComplaints(doc, placeAt)];
  if (complaints.length > 0) throw new TopologyError(sorted(complaints));
  if (doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null))
    refuse(
      `the file is empty; expected a ${what}${what === 'topology' ? ', such as topologies/simulated.yaml' : ''}`,
    );
  return {
    value: toValue(doc, placeAt),
    placeOf: ({ path, on }) => placeAt(keyOrNodeAt(doc, path, on)?.range?.[0] ?? 0),
  };
}

/** Complaints in the order of the text, none said twice. */
export function sorted(complaints: readonly Complaint[]): readonly Complaint[] {
  const byText = new Map(
    complaints.map((complaint) => [JSON.stringify([complaint.place, complaint.message]), complaint]),
  );
  return [...byText.values()].toSorted(
    (a, b) =>
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}

function parse(text: string, lineCounter: LineCounter, refuse: (message: string) => never): Parsed {
  try {
    // Our own check of the keys is linear in their number; the library's compares every pair.
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
      logLevel: 'error',
    });
  } catch (error) {
    return refuse(`cannot be read as YAML: ${messageOf(error)}`);
  }
}

function syntaxComplaints(doc: Parsed, placeAt: (offset: number) => Place): Complaint[] {
  return [...doc.errors, ...doc.warnings].map((problem) => ({
    place: placeAt(problem.pos[0]),
    message:
      problem.code === 'MULTIPLE_DOCS'
        ? 'a topology file holds one document; remove this second one'
        : `not valid YAML: ${problem.message}`,
  }));
}

/** Keys must be plain words, given once; `__proto__` would reach behind the map it is written in. */
function keyComplaints(doc: Parsed, placeAt: (offset: number) => Place): Complaint[] {
  const complaints: Complaint[] = [];
  visit(doc, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        const offset =
          (isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key.range?.[0] : undefined) ?? 0;
        const complain = (message: string): void => void complaints.push({ place: placeAt(offset), message });
        if (!isScalar(key)) complain('a key must be a plain word');
        else if (String(key.value) === '__proto__') complain('unknown key "__proto__"');
        else if (seen.has(String(key.value)))
          complain(
            `the key ${JSON.stringify(String(key.value))} is already given on line ${placeAt(seen.get(String(key.value)) ?? 0).line}; keep one of them`,
          );
        else seen.set(String(key.value), offset);
      }
    },
  });
  return complaints;
}

function toValue(doc: Parsed, placeAt: (offset: number) => Place): unknown {
  try {
    return doc.toJS({ maxAliasCount }) as unknown;
  } catch (error) {
    let firstAlias = 0;
    visit(doc, {
      Alias(_, alias) {
        firstAlias = alias.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    const why = messageOf(error);
    throw new TopologyError([{ place: placeAt(firstAlias), message: `cannot follow the aliases: ${why}` }]);
  }
}
