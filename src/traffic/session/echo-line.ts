/** How a line to an echo ended: with a reset, in good order, or for a reason of the machine that it began at. */
export type LineEnd = 'reset' | 'closed';

/** Hears what comes over a line; nothing after `ended`, which comes once at most and never before the line is returned. */
export interface EchoEar {
  heard(bytes: Uint8Array): void;
  ended(how: LineEnd, why: string): void;
}

/** A stream of bytes through the pair to an echo (RFC 862): what is sent comes back, in order. */
export interface EchoLine {
  /** May be called before the far end has answered; it is sent then. Nothing happens once the line has ended. */
  send(bytes: Uint8Array): void;
  /** Ends it in good order; the ear is told nothing more. Safe twice. */
  close(): void;
}

/** Begins a line. Returns at once; a far end that does not answer is silence, and one that refuses is an end. */
export type OpenLine = (ear: EchoEar) => EchoLine;
