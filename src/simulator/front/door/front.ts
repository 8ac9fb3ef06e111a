import type { Endpoint } from '../../../topology/index.ts';

/** One thing of the simulated bench behind a real socket, listening. */
export interface Front<Where = Endpoint> {
  readonly endpoint: Where;
  /** Ends every connection and frees the port; safe to call twice. */
  close(): Promise<void>;
}

/** Remembers a front for closing, and says where it listens. */
export type Opened = <Where>(front: Promise<Front<Where>>) => Promise<Where>;
