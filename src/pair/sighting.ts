import type { InterfaceReport, LinkState } from './interface.ts';
import type { FailoverSettings, GroupSettings } from './settings.ts';
import type { FailoverState } from './state.ts';
import type { GroupId, UnitName } from './unit.ts';

/** One failover group as a unit's `show failover` describes it on a host. */
export interface GroupReport {
  readonly group: GroupId;
  readonly state: FailoverState;
  readonly activeSeconds?: number;
  /** The appliance's own words and clock; kept as evidence, never measured with. */
  readonly lastFailoverAt?: string;
}

/** One of the two hosts as a unit's `show failover` describes it. */
export interface HostReport {
  readonly unit: UnitName;
  /** In Active/Active that of group 1. */
  readonly state: FailoverState;
  readonly activeSeconds?: number;
  /** In Active/Active only, in their order. */
  readonly groups?: readonly GroupReport[];
  readonly interfaces: readonly InterfaceReport[];
}

/** What a unit says of the pair: `show failover`, in the words of failover. */
export interface FailoverSighting {
  readonly sight: 'failover';
  readonly on: boolean;
  /** When failover is off, only the role that the unit keeps is known of it, and nothing of its mate. */
  readonly thisHost?: HostReport;
  readonly otherHost?: HostReport;
  readonly failoverLink: LinkState;
  /** The failover link is the serial cable of a PIX. */
  readonly overCable?: true;
  readonly stateLink?: LinkState;
  /** The state link is the failover link, and fails with it. */
  readonly stateSharesLink?: true;
  readonly settings: FailoverSettings;
  /** As claimed by `Monitored Interfaces n of m maximum`. */
  readonly monitoredInterfaces: number;
  /** The appliance's own words and clock; kept as evidence, never measured with. */
  readonly lastFailoverAt?: string;
}

/** What the known console messages mean; other text is `other`. */
export type ConsoleMessage =
  | 'switching-to-active'
  | 'switching-to-standby'
  | 'detected-active-mate'
  | 'replication-begun'
  | 'replication-ended'
  | 'rebooting'
  | 'boot-finished'
  | 'other';

/** A message that a console printed unasked. */
export interface MessageSighting {
  readonly sight: 'message';
  readonly message: ConsoleMessage;
  readonly text: string;
}

/** A console that was asked and gave no byte within its bound: the unit is off, hung or booting. */
export interface SilenceSighting {
  readonly sight: 'silent';
}

/** A console that answered, but not at the prompt that was expected (booting, ROMMON, login). */
export interface UnreadableSighting {
  readonly sight: 'unread';
  readonly command: string;
  readonly line: number;
  readonly why: string;
}

/** An outlet as its PDU reports it; anything but `on` and `off` is not settled, never `off`. */
export interface OutletSighting {
  readonly sight: 'outlet';
  readonly pdu: string;
  readonly outlet: string;
  readonly power: 'on' | 'off' | 'unsettled';
  /** What it draws, where that is metered: a witness apart from the relay. */
  readonly watts?: number;
}

/** A switch port as its switch reports it. */
export interface PortSighting {
  readonly sight: 'port';
  readonly switch: string;
  readonly port: string;
  readonly admin: 'up' | 'down' | 'testing';
  readonly oper: 'up' | 'down' | 'other';
  /** Where that was asked for. */
  readonly vlan?: number;
}

/**
 * One batch of probes of one flow, open loop on a fixed schedule. `lost` are ranges of sequence numbers, both
 * ends included, that were sent and did not arrive; `firstSentMs` and `lastSentMs` are actual send instants.
 */
export interface ProbeSighting {
  readonly sight: 'probes';
  readonly flow: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly firstSentMs: number;
  readonly lastSentMs: number;
  /** Intended spacing. */
  readonly everyMs: number;
  readonly received: number;
  readonly duplicated: number;
  readonly lost: readonly LostProbes[];
  /** How late the sender was at worst, against its own schedule: the instrument's stall. */
  readonly worstLatenessMs: number;
}

/** Consecutive lost probes, with the actual send instants of the first and the last. */
export interface LostProbes {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly firstSentMs: number;
  readonly lastSentMs: number;
}

/** What is held open through the pair; `http` is a session at port 80, which is replicated only on request. */
export type SessionProtocol = 'tcp' | 'http';

/**
 * What became of a session that is held open through the pair. `stalled`: what was sent is not echoed, and nobody has
 * ended the session; it may come back to `open`. `reset` and `closed` are its end.
 */
export type SessionState = 'open' | 'stalled' | 'reset' | 'closed';

/** A session through the pair, as the host that opened it sees it. */
export interface SessionSighting {
  readonly sight: 'session';
  readonly session: string;
  readonly flow: string;
  readonly protocol: SessionProtocol;
  readonly state: SessionState;
  /** Since when: of `open` the first echo, of `stalled` when that was sent which was not echoed. */
  readonly sinceMs: number;
}

/** Who a unit proved to be: serial number and software, from `show version`. */
export interface IdentitySighting {
  readonly sight: 'identity';
  readonly serial: string;
  readonly model: string;
  readonly firmware: string;
}

/** How the failover groups of Active/Active are set, by the running configuration of a unit's system execution space. */
export interface GroupsSighting {
  readonly sight: 'groups';
  readonly groups: readonly GroupSettings[];
}

/** What the text of a system message of a PIX, ASA or FTD says before its words, and what its id stands for. */
export interface MessageTag {
  /** Six digits, such as `104001`; absent where the text has no tag. */
  readonly id?: string;
  /** From 0, emergencies, to 7, debugging. */
  readonly severity?: number;
  /** The unit that speaks, as it calls itself: `(Primary)`, `(Secondary_group_1)`. */
  readonly unit?: UnitName;
  readonly group?: GroupId;
  /** What a message with this id means; absent where it is none of failover. */
  readonly means?: string;
}

/** A system message that a unit sent to us. Whatever is hostile in it is kept; who shows it escapes it. */
export interface SyslogSighting extends MessageTag {
  readonly sight: 'syslog';
  readonly over: 'udp' | 'tcp';
  /** The address that it came from. The active unit has the active address: after a failover that is the other one. */
  readonly from: string;
  /** From the tag on; everything behind the priority where there is no tag. */
  readonly text: string;
}

/** An SNMP notification that came to us; the tag is that of the system message that it carries, if it does. */
export interface TrapSighting extends MessageTag {
  readonly sight: 'trap';
  /** What it notifies of; for version 1 by the rules of RFC 3584, 3.1. */
  readonly oid: string;
  readonly version: '1' | '2c' | '3';
  /** It was an inform, and was acknowledged. */
  readonly inform?: true;
  readonly from: string;
  /** The system message, where it carries one. */
  readonly text?: string;
  readonly objects: readonly { readonly oid: string; readonly value: string }[];
}

/** Anything that a witness can say. */
export type Sighting =
  | FailoverSighting
  | MessageSighting
  | SilenceSighting
  | UnreadableSighting
  | OutletSighting
  | PortSighting
  | ProbeSighting
  | SessionSighting
  | IdentitySighting
  | GroupsSighting
  | SyslogSighting
  | TrapSighting;
