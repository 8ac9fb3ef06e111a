import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { Path } from './objection.ts';

type Parsed = Document.Parsed;

/**
 * The node at the end of a path, through aliases and merged maps; the last one that exists where the path leads
 * further than the text. On `key`, the key at the end of the path, if it is there.
 */
export function keyOrNodeAt(doc: Parsed, path: Path, on: 'key' | 'value'): Node | undefined {
  let node: Node | undefined = doc.contents ?? undefined;
  for (const [depth, step] of path.entries()) {
    const found = stepInto(doc, resolved(doc, node), step);
    if (!found) break;
    const last = depth === path.length - 1;
    if (last && on === 'key' && found.key) return found.key;
    // A key without a value has a node of no length behind it; the key is the better place.
    const empty = isScalar(found.value) && found.value.value === null && found.value.source === '';
    const next = empty || !found.value ? found.key : found.value;
    if (!next) break;
    node = next;
  }
  return node;
}

interface Found {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

function stepInto(doc: Parsed, node: Node | undefined, step: string | number): Found | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { key: undefined, value: item } : undefined;
  }
  return isMap(node) ? pairOf(doc, node, String(step), 0) : undefined;
}

/** Merged maps may merge others; no deeper than the parser itself would go in any topology. */
const deepestMerge = 10;

function pairOf(doc: Parsed, map: YAMLMap, name: string, depth: number): Found | undefined {
  const own = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name);
  if (own) return bothOf(own);
  if (depth >= deepestMerge) return undefined;
  for (const pair of map.items) {
    if (!(isScalar(pair.key) && pair.key.value === '<<')) continue;
    const merged = resolved(doc, isNode(pair.value) ? pair.value : undefined);
    const sources = isSeq(merged) ? merged.items : [merged];
    for (const source of sources) {
      const from = resolved(doc, isNode(source) ? source : undefined);
      const there = isMap(from) ? pairOf(doc, from, name, depth + 1) : undefined;
      if (there) return there;
    }
  }
  return undefined;
}

function bothOf(pair: Pair): Found {
  return { key: isNode(pair.key) ? pair.key : undefined, value: isNode(pair.value) ? pair.value : undefined };
}

function resolved(doc: Parsed, node: Node | undefined): Node | undefined {
  return isAlias(node) ? node.resolve(doc) : node;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
