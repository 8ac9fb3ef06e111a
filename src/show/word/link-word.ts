import type { LinkState } from '../../pair/index.ts';
import type { LineReader } from '../line/cursor.ts';

/** The failover link or the state link. */
export interface LinkFacts {
  /** Absent when there is no such link. */
  readonly nameif?: string;
  /** Absent where only the name is printed (PIX 6). */
  readonly port?: string;
  readonly state: LinkState;
}

const stateOfWord: Readonly<Record<string, LinkState>> = {
  up: 'up',
  down: 'down',
  failed: 'failed',
  'failed - no switchover': 'failed',
  'administratively down': 'administratively-down',
  'admin down': 'administratively-down',
  unknown: 'unknown',
};

/** `folink GigabitEthernet0/2 (up)`, `4th`, `not Configured`, `Unconfigured.`. */
export const linkWords: LineReader<LinkFacts> = (text) => {
  if (/^(?:not configured|unconfigured)\.?$/i.test(text)) return { state: 'not-configured' };
  const match = /^([^\s()]+)(?: ([^\s()]+|Vlan \d+))?(?: \(([^()]+)\))?$/i.exec(text);
  const nameif = match?.[1];
  if (nameif === undefined) return undefined;
  const printed = match?.[3]?.toLowerCase();
  const state = printed === undefined ? 'unknown' : stateOfWord[printed];
  if (state === undefined) return undefined;
  const port = match?.[2];
  return port === undefined ? { nameif, state } : { nameif, port, state };
};
