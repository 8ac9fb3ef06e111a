import type { FileChange } from '../message/file-change.ts';

/** One file in flash; `lines` if it is a text that was copied here, `content` if it came from a server. */
export interface FlashFile {
  readonly name: string;
  readonly bytes: number;
  readonly at: Date;
  readonly lines?: readonly string[] | undefined;
  readonly content?: Uint8Array | undefined;
}

/**
 * The files of `disk0:`, which outlast power and restarts. Paths are as they are typed: `disk0:/backup/old.cfg`,
 * `flash:/x`, or a name alone.
 */
export class FlashFiles {
  /** In bytes. */
  readonly capacity: number;
  readonly #files = new Map<string, FlashFile>();
  readonly #folders = new Set<string>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** What is there, in the order of its making; folders are told apart by having no size. */
  list(folder = ''): readonly (FlashFile | { readonly name: string })[] {
    const head = folder === '' ? '' : `${folder}/`;
    const isDirectlyIn = (path: string): boolean =>
      path.startsWith(head) && path !== folder && !path.slice(head.length).includes('/');
    return [
      ...[...this.#folders].filter(isDirectlyIn).map((path) => ({ name: path.slice(head.length) })),
      ...[...this.#files]
        .filter(([path]) => isDirectlyIn(path))
        .map(([path, file]) => ({ ...file, name: path.slice(head.length) })),
    ];
  }

  get free(): number {
    return this.capacity - [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  file(path: string): FlashFile | undefined {
    return this.#files.get(pathOf(path));
  }

  hasFolder(path: string): boolean {
    return pathOf(path) === '' || this.#folders.has(pathOf(path));
  }

  /** Returns why not, if it cannot be. */
  put(path: string, file: Omit<FlashFile, 'name'>): string | undefined {
    const place = pathOf(path);
    if (!this.#hasRoomFor(place)) return 'No such file or directory';
    if (this.#folders.has(place)) return 'Is a directory';
    if (file.bytes > this.free + (this.#files.get(place)?.bytes ?? 0)) return 'No space left on device';
    this.#files.set(place, { ...file, name: place });
    return undefined;
  }

  /** Makes a change; returns why not, if it cannot be. */
  change(change: FileChange): string | undefined {
    const path = pathOf(change.path);
    if (change.change === 'mkdir') return this.#makeFolder(path);
    if (change.change === 'rmdir') return this.#removeFolder(path);
    if (change.change === 'rename') return this.#rename(path, pathOf(change.to));
    return this.#files.delete(path) ? undefined : 'No such file or directory';
  }

  #makeFolder(path: string): string | undefined {
    if (this.#folders.has(path) || this.#files.has(path)) return 'File exists';
    if (!this.#hasRoomFor(path)) return 'No such file or directory';
    this.#folders.add(path);
    return undefined;
  }

  #removeFolder(path: string): string | undefined {
    if (!this.#folders.has(path)) return 'No such file or directory';
    if (this.list(path).length > 0) return 'Directory not empty';
    this.#folders.delete(path);
    return undefined;
  }

  #rename(from: string, to: string): string | undefined {
    const file = this.#files.get(from);
    if (!file || !this.#hasRoomFor(to)) return 'No such file or directory';
    if (this.#files.has(to) || this.#folders.has(to)) return 'File exists';
    this.#files.delete(from);
    this.#files.set(to, { ...file, name: to });
    return undefined;
  }

  /** True if the folder that something would lie in is there. */
  #hasRoomFor(path: string): boolean {
    const at = path.lastIndexOf('/');
    return path !== '' && (at < 0 || this.#folders.has(path.slice(0, at)));
  }
}

/** `disk0:/backup/old.cfg` within the file system: `backup/old.cfg`. */
export function pathOf(typed: string): string {
  return typed.replace(/^(disk0|flash):/i, '').replace(/^\/+|\/+$/g, '');
}
