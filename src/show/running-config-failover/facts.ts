import type { GroupId, InterfacePolicy, UnitName } from '../../pair/index.ts';

/** A `failover polltime …` line, with its times in milliseconds. */
export interface PollTime {
  readonly pollMs: number;
  readonly holdMs?: number;
}

/** `failover interface ip`: the address of the primary unit and that of the secondary. */
export interface LinkAddress {
  readonly nameif: string;
  /** With its prefix length, for IPv6. */
  readonly address: string;
  /** Absent for IPv6. */
  readonly mask?: string;
  readonly standby: string;
}

/** `failover mac address`: the virtual addresses of one port. */
export interface VirtualMac {
  readonly port: string;
  readonly active: string;
  readonly standby: string;
}

/** A name with its port; the port is absent where the link shares another's. */
export interface NamedPort {
  readonly nameif: string;
  readonly port?: string;
}

/** `failover group n` with its lines. */
export interface GroupSettingsFacts {
  readonly group: GroupId;
  readonly prefers?: UnitName;
  /** With `delaySeconds` 0 when no delay is written. */
  readonly preempt?: { readonly delaySeconds: number };
  readonly replicatesHttp?: boolean;
  readonly interfacePoll?: PollTime;
  readonly interfacePolicy?: InterfacePolicy;
  readonly macs: readonly VirtualMac[];
}

/** The key; a running configuration shows it masked. */
export interface FailoverKey {
  readonly kind: 'secret' | 'hex' | 'ipsec';
  readonly masked: boolean;
}

/** What the failover commands of a running configuration set. A field is absent where no line sets it. */
export interface FailoverSettingsFacts {
  readonly enabled?: boolean;
  readonly unit?: UnitName;
  readonly lanEnabled?: boolean;
  readonly lanInterface?: NamedPort;
  readonly stateLink?: NamedPort;
  readonly key?: FailoverKey;
  readonly unitPoll?: PollTime;
  /** Of `failover holdtime unit`, which document 77809 names beside the hold time of `failover polltime`. */
  readonly unitHoldMs?: number;
  readonly interfacePoll?: PollTime;
  readonly linkStatePollMs?: number;
  readonly interfacePolicy?: InterfacePolicy;
  readonly replicatesHttp?: boolean;
  readonly replicationRate?: number;
  /** As printed, `0:00:00`. */
  readonly timeout?: string;
  readonly waitsForMate?: boolean;
  readonly standbyConfigLocked?: boolean;
  /** The template of `failover health-check bfd`. */
  readonly bfdTemplate?: string;
  readonly addresses: readonly LinkAddress[];
  readonly macs: readonly VirtualMac[];
  readonly groups: readonly GroupSettingsFacts[];
}
