import type { Software } from './software.ts';

/** «These are my images»; `asks` for the same of the mate. */
interface SoftwareMessage {
  readonly kind: 'software';
  readonly asks: boolean;
  readonly software: Software;
}

/** A piece of a file on its way to the mate's flash. */
export interface CopyMessage {
  readonly kind: 'copy';
  /** Counts the files that were copied. */
  readonly seq: number;
  readonly name: string;
  /** Where in the file the piece begins. */
  readonly at: number;
  readonly piece: Uint8Array;
  /** How long the whole file is. */
  readonly total: number;
}

/** The mate has so many bytes of the file in a row; `refused` says why it takes no more. */
interface CopiedMessage {
  readonly kind: 'copied';
  readonly seq: number;
  readonly upTo: number;
  readonly refused?: string | undefined;
}

/** «Boot from this from now on», or «show this ASDM image». */
interface UseMessage {
  readonly kind: 'use';
  readonly what: 'image' | 'asdm';
  readonly name: string;
}

/** The configuration that replaces the old one on both units at once. */
interface NewConfigurationMessage {
  readonly kind: 'new-configuration';
  readonly lines: readonly string[];
}

/** What units tell each other in the course of Auto Update, over the failover link. */
export type UpdateMessage =
  | SoftwareMessage
  | CopyMessage
  | CopiedMessage
  | UseMessage
  | NewConfigurationMessage;

const kinds: readonly string[] = ['software', 'copy', 'copied', 'use', 'new-configuration'];

/** True for a message that is Auto Update's. */
export function isUpdateMessage(message: { readonly kind: string }): message is UpdateMessage {
  return kinds.includes(message.kind);
}
