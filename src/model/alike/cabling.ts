import type { Requirement } from '../../pair/index.ts';
import { links } from '../requirement/link.ts';
import { system } from '../requirement/system.ts';

/** Something that is said of how two units are cabled. */
export interface Cabling {
  readonly what: string;
  /** How strongly it is said. */
  readonly word: 'must' | 'should' | 'may';
  readonly of: 'failover link' | 'state link' | 'data interface' | 'service module';
  readonly requirement: Requirement;
}

/** Every word on cabling. */
export const cablings: readonly Cabling[] = [
  {
    what: 'no other device on the segment',
    word: 'must',
    of: 'failover link',
    requirement: system.linkAlone,
  },
  { what: 'a switch or a cable', word: 'may', of: 'failover link', requirement: system.crossover },
  {
    what: 'over a cable it is down on both units when one interface fails',
    word: 'must',
    of: 'failover link',
    requirement: system.crossoverBothDown,
  },
  { what: 'PortFast at the switch port', word: 'should', of: 'data interface', requirement: system.portFast },
  {
    what: 'neither channel nor trunk at the switch port',
    word: 'must',
    of: 'data interface',
    requirement: system.noChannel,
  },
  { what: 'the fastest interface', word: 'should', of: 'state link', requirement: system.fastest },
  {
    what: 'the capacity of the interfaces that pass traffic',
    word: 'must',
    of: 'state link',
    requirement: system.capacity,
  },
  {
    what: 'no management port',
    word: 'should',
    of: 'failover link',
    requirement: system.noManagementPort,
  },
  {
    what: 'a management address of its own, which stays with it',
    word: 'must',
    of: 'service module',
    requirement: system.modulesIndependent,
  },
  {
    what: 'a dedicated interface, the failover link or, against advice, a data interface',
    word: 'may',
    of: 'state link',
    requirement: links.stateLinkChoices,
  },
];

/** The latency of the failover link that is good, and the one that is not exceeded, in milliseconds. */
export const goodLatencyMs = 10;
export const mostLatencyMs = 250;

/** What is said of so much latency: `good` below the first bound, `bearable` up to the second, with retransmissions. */
export function latencyIs(latencyMs: number): 'good' | 'bearable' | 'too-long' {
  if (latencyMs < goodLatencyMs) return 'good';
  return latencyMs <= mostLatencyMs ? 'bearable' : 'too-long';
}

/** Whether the configuration and the image find room in the Flash of the standby unit; if not, synchronization fails. */
export const findsRoom = (neededBytes: number, freeBytes: number): boolean => neededBytes <= freeBytes;

/** What the functions beside the table say. */
export const cablingSays: readonly Requirement[] = [
  system.latency,
  system.flashTooSmall,
  system.versionsDuringUpgrade,
];
