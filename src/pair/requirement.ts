/** What a requirement is about; its id begins so. */
export type RequirementFamily =
  | 'AS'
  | 'AA'
  | 'UH'
  | 'IH'
  | 'CFG'
  | 'REP'
  | 'STATE'
  | 'MAC'
  | 'EXEC'
  | 'AU'
  | 'TIME'
  | 'SYS'
  | 'OPS'
  | 'LOG';

/** Where a statement stands: the guide, the heading it stands under, and the table if it stands in one. */
export interface RequirementSource {
  readonly document: 'ASA 5580, chapter 13' | 'Document 77809';
  /** The heading; behind the headings above it, each with a comma, where the guide uses it more than once. */
  readonly section: string;
  readonly table?: string;
}

/** What on a bench can tell whether a requirement is kept. */
export type RequirementWitness =
  /** What a unit answers and shows at its console or management line: prompts, refusals, messages, file lists. */
  | 'console'
  /** `show failover` in all its forms, and `show monitor-interface`. */
  | 'show-failover'
  /** `show running-config` and `show startup-config`. */
  | 'show-running-config'
  /** `show interface` and `show ip address`: link, addresses, counters. */
  | 'show-interface'
  /** `show version`: model, memory, software, licence, serial number. */
  | 'show-version'
  | 'syslog'
  | 'snmp'
  | 'trap'
  /** Numbered probes through the pair. */
  | 'traffic'
  /** A connection through the pair that is held open over the failover. */
  | 'session'
  /** Which MAC address answers for an IP address, asked on the segment. */
  | 'arp'
  /** A switch port: its link, its counters, the MAC addresses learnt on it. */
  | 'port'
  /** Frames on a link, copied by a mirrored switch port. */
  | 'frames'
  /** An outlet of a PDU: which unit has power. */
  | 'outlet'
  /** The console from power-up or reload to the first role. */
  | 'boot'
  /** The server that the units call for updates, and what it was asked for. */
  | 'update-server';

/** How a requirement is observed on a bench, with a sentence where the witnesses do not say enough; or why it cannot be. */
export type RequirementObservation =
  | { readonly by: readonly [RequirementWitness, ...RequirementWitness[]]; readonly how?: string }
  | { readonly unobservable: string };

/** One statement of the guides, in our own words, with where it stands. */
export interface Requirement {
  readonly id: `${RequirementFamily}-${string}`;
  readonly statement: string;
  readonly sources: readonly [RequirementSource, ...RequirementSource[]];
  readonly observed: RequirementObservation;
  /** The only units that it speaks of, where it does not speak of all. */
  readonly only?: string;
  /** Where the guides contradict each other, or say too little to judge by. */
  readonly note?: string;
  /** Dialects that are known to behave otherwise, and how. */
  readonly differs?: readonly { readonly dialects: string; readonly how: string }[];
}
