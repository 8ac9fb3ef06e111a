import { createHash } from 'node:crypto';
import type { OfferedFile } from './update-offer.ts';

/** One request to the server, as it came. */
export interface UpdateRequest {
  readonly method: string;
  /** Path of the URL, such as `/autoupdate` or `/asa-9.2.5.bin`. */
  readonly path: string;
  readonly body?: string;
}

/** What is answered: a status of HTTP, and what comes with it. */
export interface UpdateAnswer {
  readonly status: number;
  readonly content: Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Answers a unit that tells of itself (POST of its DeviceDetails) with the URL and the checksum of each file on offer,
 * as the guide shows it in the output of `debug auto-update client` (ASA 5580, 13-51); and one that fetches a file
 * with its content. `root` is where the units find the server, such as `http://198.51.100.10:8080`.
 */
export function answerOf(
  { method, path }: UpdateRequest,
  files: readonly OfferedFile[],
  root: string,
): UpdateAnswer {
  if (method === 'POST') return { status: 200, content: bytesOf(updateInfo(files, root)) };
  const file = files.find(({ name }) => path === `/${name}`);
  if (method !== 'GET') return { status: 405, content: bytesOf('only GET and POST are answered\n') };
  return file ? { status: 200, content: file.content } : { status: 404, content: bytesOf('not on offer\n') };
}

function updateInfo(files: readonly OfferedFile[], root: string): string {
  const components = files.map(({ kind, name, content }) => {
    const checksum = createHash('md5').update(content).digest('hex');
    return `<Component type="${kind}" url="${root}/${name}" checksum="0x${checksum}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<UpdateInfo>${components.join('')}</UpdateInfo>\n`;
}
