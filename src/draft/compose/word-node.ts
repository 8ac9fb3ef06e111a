import { wordFits } from '../../topology/index.ts';
import type { TopologyWord } from '../../topology/index.ts';
import { blank, value } from '../node/draft-node.ts';
import type { DraftNode } from '../node/draft-node.ts';
import type { Told } from '../told.ts';

/** A found word with its origin; a blank where it was not found, or where a topology would not take it. */
export function wordNode(word: TopologyWord, found: Told<string> | undefined, missing: string): DraftNode {
  if (!found) return blank(missing);
  if (wordFits(word, found.value)) return value(found.value, found.from);
  return blank(
    `${missing}; ${found.from} has ${JSON.stringify(found.value)}, which a topology does not take`,
  );
}

/** A found value with its origin, or a blank. */
export function foundNode(found: Told<string | number | boolean> | undefined, missing: string): DraftNode {
  return found && found.value !== '' ? value(found.value, found.from) : blank(missing);
}

/** A found value with its origin, or nothing: the topology language has a default for it. */
export function optionalNode(found: Told<string | number | boolean> | undefined): DraftNode | undefined {
  return found && value(found.value, found.from);
}

/** A time as it is written in a topology. */
export function durationNode(found: Told<number> | undefined): DraftNode | undefined {
  if (!found) return undefined;
  const { value: ms, from } = found;
  return value(ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`, from);
}
