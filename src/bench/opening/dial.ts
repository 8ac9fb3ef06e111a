import type { SessionProtocol } from '../../pair/index.ts';
import type { OpenLine } from '../../traffic/index.ts';

/** How to begin a line from one side of a flow to the other; undefined where the bench has no such line. */
export type Dial = (flow: string, protocol: SessionProtocol) => OpenLine | undefined;
