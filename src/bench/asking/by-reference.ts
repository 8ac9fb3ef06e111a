import { referencePattern, secretReferences } from '../../topology/index.ts';
import type { Secrets, Topology } from '../../topology/index.ts';

/** Texts that may hold secrets, to be kept without them and typed with them. */
export interface ByReference {
  /** `${LAB_ENABLE}` in the place of each secret of the topology. */
  readonly hide: (text: string) => string;
  /** The other way round. */
  readonly reveal: (text: string) => string;
}

/** Secrets of a topology in the place of their references, and the other way round. */
export function byReference(topology: Topology, secrets: Secrets): ByReference {
  const names = [...new Set(secretReferences(topology).map(({ name }) => name))];
  const known = names
    .map((name) => ({ name, value: secrets.reveal({ secret: name }) }))
    // One secret may be a part of another.
    .toSorted((one, other) => other.value.length - one.value.length);
  const value = (name: string): string | undefined => known.find((each) => each.name === name)?.value;
  return {
    hide: (text) => hidden(text, known),
    reveal: (text) =>
      text.replaceAll(referencePattern, (written: string, name: string) => value(name) ?? written),
  };
}

/** Piece by piece, so that no secret is looked for in the name of another. */
function hidden(
  text: string,
  [first, ...others]: readonly { readonly name: string; readonly value: string }[],
): string {
  if (!first) return text;
  const pieces = first.value === '' ? [text] : text.split(first.value);
  return pieces.map((piece) => hidden(piece, others)).join(`\${${first.name}}`);
}
