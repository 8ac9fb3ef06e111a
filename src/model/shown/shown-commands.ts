import type { Requirement } from '../../pair/index.ts';
import { addresses } from '../requirement/address.ts';
import { links } from '../requirement/link.ts';
import { verification } from '../requirement/verification.ts';

/** A command that verifies failover, where it is entered, and what has to stand in its answer. */
export interface ShownBy {
  readonly command: string;
  /** In multiple context mode; in single mode there is one space. */
  readonly space: 'system' | 'context' | 'any';
  readonly only?: 'active-active';
  readonly says: RegExp;
  readonly requirement: Requirement;
}

/** Every command of verification but `show failover`, whose lines are in `shownLines`. */
export const shownCommands: readonly ShownBy[] = [
  {
    command: 'show failover group 1',
    space: 'system',
    only: 'active-active',
    says: /^[ \t]*State:\s+\S/m,
    requirement: verification.group,
  },
  {
    command: 'show failover state',
    space: 'any',
    says: /(This host|My State|Mate)\b/i,
    requirement: verification.state,
  },
  {
    command: 'show failover interface',
    space: 'system',
    says: /(My IP Address|System IP Address)\s*:/i,
    requirement: verification.linkAddresses,
  },
  {
    command: 'show monitor-interface',
    space: 'context',
    says: /^[ \t]*Other host:[^]*\bInterface \S+ \(/m,
    requirement: verification.monitorInterface,
  },
  {
    command: 'show running-config failover',
    space: 'system',
    says: /^[ \t]*failover\s*$/m,
    requirement: verification.runningFailover,
  },
  {
    command: 'show running-config failover',
    space: 'system',
    says: /^(?![^]*\bfailover key (hex )?(?!\*|<removed>)\S)/,
    requirement: links.keyHidden,
  },
  {
    command: 'show running-config all failover',
    space: 'system',
    says: /^[ \t]*failover polltime unit (msec )?\d+ holdtime (msec )?\d+/m,
    requirement: verification.runningAllFailover,
  },
  {
    command: 'show interface',
    space: 'any',
    says: /MAC address [0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/i,
    requirement: addresses.shown,
  },
];
