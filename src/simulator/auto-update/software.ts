import { createHash } from 'node:crypto';
import type { FileMark } from '../message/software.ts';
import type { FlashFile } from '../box/flash-files.ts';

/** The mark of a file in flash; one that came with the unit has a content that only its name and size stand for. */
export function markOf({ name, bytes, content }: FlashFile): FileMark {
  const hash = createHash('md5');
  return { name, checksum: hash.update(content ?? `${name} ${bytes}`).digest('hex') };
}

/**
 * The version of a platform image, as `9.2(4)`: written in it, as in an image that is not compressed, or else as its
 * name has it (`asa924-smp-k8.bin`, `asa847-30-k8.bin`, `asa9-16-4-k8.bin`, `cdisk73.bin`). Undefined if neither says.
 */
export function versionOfImage(name: string, content: Uint8Array | undefined): string | undefined {
  const text = content ? Buffer.from(content).toString('latin1') : '';
  const written = /Software Version (\d+\.\d+(?:\([\d.]+\)\d*)?)/.exec(text)?.[1];
  if (written !== undefined) return written;
  const dashed = /^(?:asa|pix)(\d+)-(\d+)-(\d+)/.exec(name);
  const short = /^(?:asa|pix|cdisk)(\d)(\d)(\d*)(?:-(\d+))?/.exec(name);
  const [, major, minor, rest = '', interim = ''] = dashed ?? short ?? [];
  if (major === undefined || minor === undefined) return undefined;
  return rest === '' ? `${major}.${minor}` : `${major}.${minor}(${rest})${interim}`;
}
