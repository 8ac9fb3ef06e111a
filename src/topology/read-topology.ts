import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TopologyError, UsageError } from '../errors.ts';
import { crossCheck } from './cross-check.ts';
import type { Objection } from './objection.ts';
import { topologySchema } from './schema.ts';
import type { Topology } from './schema.ts';
import { schemaObjections } from './schema-objections.ts';
import { readYaml, sorted } from './yaml-source.ts';

/** A topology with the file that it was read from. */
export interface TopologyFile {
  readonly topology: Topology;
  /** The text as it stands in the file; it holds no secrets, only references to them. */
  readonly text: string;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
  /** As it was asked for. */
  readonly path: string;
}

/**
 * Reads and checks a topology; synchronously, because nothing can begin before it is read. Throws `UsageError` if
 * the file cannot be read, and `TopologyError` with all complaints in the order of the text: of the syntax, or
 * else of the language, or else of what does not hold together.
 */
export function readTopology(path: string): TopologyFile {
  const bytes = readBytes(path);
  const text = decode(bytes, path);
  return {
    topology: parseTopology(text, path),
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path,
  };
}

/** The same from a text at hand; `file` names it in complaints. */
export function parseTopology(text: string, file: string): Topology {
  const source = readYaml(text, file);
  const refuse = (objections: readonly Objection[]): never => {
    throw new TopologyError(
      sorted(objections.map((o) => ({ place: source.placeOf(o), message: o.message }))),
    );
  };
  const read = topologySchema.safeParse(source.value, { reportInput: true });
  if (!read.success) return refuse(schemaObjections(read.error.issues));
  const objections = crossCheck(read.data);
  return objections.length > 0 ? refuse(objections) : read.data;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ENOENT'
        ? 'there is no such file; the benches at hand are in topologies/'
        : code === 'EISDIR'
          ? 'it is a folder; name the topology file in it'
          : code === 'EACCES'
            ? 'it may not be read by you; look at its permissions'
            : String(error);
    throw new UsageError(`cannot read the topology ${path}: ${why}`, { cause: error });
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TopologyError([
      { place: placeOfBadByte(bytes, file), message: 'not UTF-8 text; is it a topology?' },
    ]);
  }
}

/** The first character that UTF-8 cannot give, counted as an editor would. */
function placeOfBadByte(bytes: Buffer, file: string): { file: string; line: number; column: number } {
  const text = bytes.toString('utf8');
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
