import { join } from 'node:path';
import { messageOf } from '../../errors.ts';
import { linesOf } from '../lines-of.ts';
import { chainLineOf, digestOf, nothingBefore } from './chain-line.ts';
import type { ChainLine } from './chain-line.ts';
import { FileProof } from './file-proof.ts';
import type { Listed } from './list-folder.ts';

/** The chain of a month has about half of this. */
const longestChain = 1 << 30;

/** Far more than a run of a month has. */
const mostFiles = 10_000;

/** What the chain of a run says, and how far the files are as it says. */
export interface ChainRead {
  /** The digest of the last whole line. */
  readonly head: string;
  readonly lines: number;
  /** Digests of the manifest when the run began, and when it ended. */
  readonly begun?: string;
  readonly ended?: string;
  readonly files: ReadonlyMap<string, FileProof>;
  /** Where the chain itself is broken. */
  readonly fault?: string;
  /** Its last line was being written when the run was broken off. */
  readonly isTorn: boolean;
}

/** Reads the chain line by line and holds each chunk against its file as it comes to it. Never throws on content. */
export function readChain(folder: string, listing: ReadonlyMap<string, Listed>): ChainRead {
  const files = new Map<string, FileProof>();
  const read = { head: nothingBefore, lines: 0, begun: '', ended: '', isTorn: false };
  const take = (line: ChainLine): string | undefined => {
    const number = read.lines + 1;
    if (line.before !== read.head)
      return `line ${number} of checksums.ndjson does not follow the one before it`;
    if (read.ended !== '') return `line ${number} of checksums.ndjson comes after the end`;
    if ((line.what === 'begun') !== (number === 1))
      return `line ${number} of checksums.ndjson has no place there`;
    if (line.what !== 'chunk') {
      read[line.what] = line.manifest;
      return undefined;
    }
    if (files.size >= mostFiles && !files.has(line.file))
      return `line ${number} of checksums.ndjson is of one file more than any run has`;
    const file =
      files.get(line.file) ?? new FileProof(join(folder, line.file), line.file, listing.get(line.file));
    files.set(line.file, file);
    file.hold(line);
    return undefined;
  };
  const fault = firstFault(folder, listing, (text, isTorn) => {
    if (isTorn) {
      read.isTorn = true;
      return read.ended === '' ? undefined : 'checksums.ndjson goes on after the end';
    }
    const line = chainLineOf(text);
    if (!line) return `line ${read.lines + 1} of checksums.ndjson is none that was ever written`;
    const wrong = take(line);
    if (wrong !== undefined) return wrong;
    read.lines += 1;
    read.head = digestOf(text);
    return undefined;
  });
  return {
    head: read.head,
    lines: read.lines,
    isTorn: read.isTorn,
    files,
    ...(read.begun === '' ? {} : { begun: read.begun }),
    ...(read.ended === '' ? {} : { ended: read.ended }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** Goes through the lines until one is found wanting. */
function firstFault(
  folder: string,
  listing: ReadonlyMap<string, Listed>,
  take: (text: string, isTorn: boolean) => string | undefined,
): string | undefined {
  const listed = listing.get('checksums.ndjson');
  if (!listed) return 'checksums.ndjson is not there';
  if ('no' in listed) return `checksums.ndjson is ${listed.no}`;
  if (listed.bytes > longestChain) return 'checksums.ndjson is longer than that of any run';
  try {
    for (const { bytes, torn } of linesOf(join(folder, 'checksums.ndjson'))) {
      const fault = take(Buffer.from(bytes).toString('latin1'), torn);
      if (fault !== undefined) return fault;
    }
    return undefined;
  } catch (error) {
    return `checksums.ndjson cannot be read: ${messageOf(error)}`;
  }
}
