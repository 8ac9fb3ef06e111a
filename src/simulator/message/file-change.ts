/** A change that the active unit makes and its mate repeats (ASA 5580 guide, table 13-1). */
export type FileChange =
  | { readonly change: 'delete' | 'mkdir' | 'rmdir'; readonly path: string }
  | { readonly change: 'rename'; readonly path: string; readonly to: string };
