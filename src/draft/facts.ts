import type { GroupId, UnitName } from '../pair/index.ts';
import type { DraftNode } from './node/draft-node.ts';
import type { Told } from './told.ts';

/** What is known of a bench before its topology is written: what is absent has to be filled in by somebody. */
export interface DraftFacts {
  readonly name?: Told<string>;
  readonly pair: PairFacts;
  readonly units: Readonly<Record<UnitName, UnitFacts>>;
  readonly switches: readonly SwitchFacts[];
  readonly pdus: readonly PduFacts[];
  /** Names of secrets that the draft refers to, with what each is. */
  readonly secrets: readonly SecretFacts[];
  /** What was not understood, or has no place in a topology: nothing is lost in silence. */
  readonly notes: readonly string[];
}

/** A secret by its name; its value is nowhere here. */
export interface SecretFacts {
  readonly name: string;
  readonly what: string;
}

/** The pair as one thing. Addresses, names and MAC addresses are as they were found, and not checked yet. */
export interface PairFacts {
  readonly platform?: Told<'asa' | 'pix'>;
  readonly model?: Told<string>;
  readonly firmware?: Told<string>;
  readonly mode?: Told<'active-standby' | 'active-active'>;
  readonly firewall?: Told<'routed' | 'transparent'>;
  readonly managementAddress?: Told<AddressFacts>;
  readonly hostname?: Told<string>;
  readonly username?: Told<string>;
  readonly password?: Told<string>;
  readonly enable?: Told<string>;
  readonly failover: FailoverFactsFound;
  readonly interfaces: readonly InterfaceFound[];
  readonly contexts: readonly ContextFound[];
  readonly groups: readonly GroupFound[];
}

/** An address of both units. */
export interface AddressFacts {
  readonly active: string;
  readonly mask?: string;
  readonly standby?: string;
}

/** How failover is set. */
export interface FailoverFactsFound {
  readonly cable?: Told<boolean>;
  readonly link?: LinkFound;
  readonly stateLink?: LinkFound;
  /** That there is one; never the key itself. */
  readonly keyed?: Told<true>;
  readonly unitPollMs?: Told<number>;
  readonly unitHoldMs?: Told<number>;
  readonly interfacePollMs?: Told<number>;
  readonly interfaceHoldMs?: Told<number>;
  readonly policy?: Told<string | number>;
  readonly replicatesHttp?: Told<boolean>;
}

/** The failover link or the state link. */
export interface LinkFound {
  readonly from: string;
  readonly nameif: string;
  /** Absent where it shares what another has. */
  readonly interface?: string;
  readonly vlan?: number;
  readonly addresses?: AddressFacts;
}

/** A data interface. */
export interface InterfaceFound {
  readonly from: string;
  readonly interface: string;
  readonly vlan?: number;
  readonly nameif?: string;
  readonly securityLevel?: number;
  readonly addresses?: AddressFacts;
  readonly monitored?: boolean;
  readonly macs?: { readonly active: string; readonly standby: string };
}

/** A context with its interfaces. */
export interface ContextFound {
  readonly from: string;
  readonly name: string;
  readonly group?: GroupId;
  readonly admin: boolean;
  readonly interfaces: readonly InterfaceFound[];
}

/** A failover group. */
export interface GroupFound {
  readonly from: string;
  readonly group: GroupId;
  readonly prefers?: UnitName;
  /** Seconds; 0 for at once. */
  readonly preemptSeconds?: number;
  readonly replicatesHttp?: boolean;
  readonly policy?: string | number;
}

/** One unit: who it is and what it is plugged into. */
export interface UnitFacts {
  readonly serial?: Told<string>;
  /** Ways to the console, as they are going to be written. */
  readonly console: readonly DraftNode[];
  /** What could be said about the console where no way is known. */
  readonly consoleHint?: string;
  readonly management?: DraftNode;
  readonly power: readonly FeedFound[];
  readonly cables: readonly CableFound[];
}

/** An outlet that feeds a unit. */
export interface FeedFound {
  readonly from: string;
  readonly pdu: string;
  readonly outlet: string;
}

/** A cable from an interface to a port of a switch; without a switch, why it is not known. */
export interface CableFound {
  readonly from: string;
  readonly interface: string;
  readonly to?: { readonly switch: string; readonly port: string };
}

/** A switch. */
export interface SwitchFacts {
  readonly name: string;
  readonly from: string;
  /** How it is reached, as it is going to be written. */
  readonly snmp?: DraftNode;
  readonly cli?: DraftNode;
  /** Ports that must never be shut, with why. */
  readonly protected: readonly Told<string>[];
}

/** A PDU. */
export interface PduFacts {
  readonly name: string;
  readonly from: string;
  readonly family?: string;
  readonly host?: string;
  readonly port?: number;
  /** Outlets that must never be switched, with why. */
  readonly protected: readonly Told<string>[];
}

/** Facts of which nothing is known. */
export const noFacts: DraftFacts = {
  pair: { failover: {}, interfaces: [], contexts: [], groups: [] },
  units: {
    primary: { console: [], power: [], cables: [] },
    secondary: { console: [], power: [], cables: [] },
  },
  switches: [],
  pdus: [],
  secrets: [],
  notes: [],
};
