import type { Cancel } from '../clock.ts';

/**
 * Bytes to and from one far end, whatever carries them. A line knows no device: no prompts, no lines of text.
 * Every arrival is stamped on the monotonic clock in the callback that received it.
 */
export interface Line {
  /** For people and logs: `telnet 127.0.0.1:2001`. Never carries a secret. */
  readonly name: string;
  /** True until the far end or we closed it. */
  readonly open: boolean;
  /** Resolves when the bytes were handed to the carrier; rejects with `BenchError` on a closed line. */
  write(bytes: Uint8Array): Promise<void>;
  /** Bytes that arrived before the first listener was added are kept and given to it. */
  onBytes(listener: (bytes: Uint8Array, atMs: number) => void): Cancel;
  /** Called once, at once if already closed; `why` is absent when we closed it ourselves. */
  onClosed(listener: (why?: Error) => void): Cancel;
  /** Safe to call twice. */
  close(): Promise<void>;
}
