/** Topologies for tests: the ones that come with the tool, changed in one place or two. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { TopologyError } from '../errors.ts';
import type { Path } from './objection.ts';
import { parseTopology } from './read-topology.ts';

export const folder = resolve(import.meta.dirname, '../../topologies');

export type ShippedName =
  | 'simulated'
  | 'simulated-contexts'
  | 'simulated-transparent'
  | 'rack-asa-5520'
  | 'rack-pix-515e-cable'
  | 'active-active';

export const shippedNames: readonly ShippedName[] = [
  'simulated',
  'simulated-contexts',
  'simulated-transparent',
  'rack-asa-5520',
  'rack-pix-515e-cable',
  'active-active',
];

export function shipped(name: ShippedName): string {
  return readFileSync(join(folder, `${name}.yaml`), 'utf8');
}

/** One change: what shall stand at a path; `undefined` takes it away. */
export type Edit = readonly [path: Path, value: unknown];

export function edited(text: string, edits: readonly Edit[]): string {
  const doc = parseDocument(text);
  for (const [path, value] of edits) {
    if (value === undefined) doc.deleteIn(path);
    else doc.setIn(path, doc.createNode(value));
  }
  return doc.toString({ lineWidth: 0 });
}

/** A complaint with the text that stands at its place. */
export interface Refusal {
  readonly message: string;
  readonly at: string;
  readonly line: number;
  readonly column: number;
}

/** What is said against a text; empty if it is taken. Anything but a `TopologyError` is passed on. */
export function refusals(text: string): readonly Refusal[] {
  try {
    parseTopology(text, 'lab.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const lines = text.split('\n');
    return error.complaints.map(({ place: { line, column }, message }) => ({
      message,
      line,
      column,
      at: (lines[line - 1] ?? '').slice(column - 1),
    }));
  }
}
