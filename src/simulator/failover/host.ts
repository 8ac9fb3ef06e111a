import type { Clock } from '../../clock.ts';
import type { GroupId } from '../../pair/index.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { UpdateMessage } from '../message/update-message.ts';
import type { FailoverMessages } from '../syslog/failover-messages.ts';
import type { CableStatus } from '../fabric/serial/serial-socket.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { FileChange } from '../message/file-change.ts';
import type { Random } from '../ground/random.ts';
import type { UnitIdentity } from '../message/unit-identity.ts';
import type { FailoverTraits } from './failover-traits.ts';
import type { MateLine } from './mate-line.ts';
import type {
  CardReading,
  ConfigPiece,
  ConfigText,
  FailoverMessage,
  RunRequest,
  RunResult,
  StateUpdate,
} from '../message/failover-message.ts';

/** What the failover process says on the console of its unit. */
export type Announcement =
  | 'waiting'
  | 'no-active-mate'
  | 'detected-active-mate'
  | 'replication-to-mate-begins'
  | 'replication-to-mate-ends'
  | 'replication-from-mate-begins'
  | 'replication-from-mate-ends'
  | 'switching-to-active'
  | 'switching-to-standby'
  | 'preempting'
  | 'decryption-failure';

/** Which of the two addresses of each interface a unit answers for. */
export type AddressRole = 'active' | 'standby';

/** What the failover process needs of the unit that it runs on. */
export interface FailoverHost {
  readonly clock: Clock;
  readonly box: {
    readonly serial: string;
    readonly firmware: string;
    readonly random: Random;
    readonly traits: FailoverTraits;
    /** How long each step of a synchronization takes at least. */
    readonly syncStepMs: number;
  };
  readonly burnedIn: Readonly<Record<string, string>>;
  identity(): UnitIdentity;
  /** The service card in slot 1, if there is one, and whether it is down. */
  card(): CardReading | undefined;
  cardDown(): boolean;
  /** Turns failover off, as if somebody had typed it. */
  turnOff(): void;
  failover(): FailoverConfig;
  readonly medium: {
    /** What this unit and its mate speak over; undefined where no failover link is configured. */
    readonly line: MateLine | undefined;
    /** What the unit reads from its failover cable; undefined with LAN-based failover. */
    readonly cable: CableStatus | undefined;
  };
  /** What passes over the state link. */
  readonly stateExchange: {
    /** The sign of life that keeps the state link in view. */
    stayAlive(): void;
    /** A hello has come in: a mate that has begun to hold state is sent everything. */
    mateHeard(): void;
    take(message: StateUpdate): void;
  };
  interfaces(): readonly InterfaceSettings[];
  linkUp(hardware: string): boolean;
  /** Frames that the card has received so far. */
  received(hardware: string): number;
  addressOf(one: InterfaceSettings): string;
  /** Over one interface, and may be lost. What has to arrive goes over the line to the mate. */
  send(over: InterfaceSettings, message: FailoverMessage): void;
  /** Asks, one at a time, for the most recently learnt neighbours; the ARP test. */
  recentNeighbours(one: InterfaceSettings): readonly string[];
  sendArpRequest(one: InterfaceSettings, address: string): void;
  sendBroadcastPing(one: InterfaceSettings): void;
  /** The interfaces of a group change to the addresses of that role and say so to the network. */
  takeRole(role: AddressRole, group: GroupId): void;
  /** The MAC addresses of the mate are known now; true if that was news. */
  learnMateMacs(burnedIn: Readonly<Record<string, string>>): void;
  /** Of one group in Active/Active. */
  announce(what: Announcement, group?: GroupId): void;
  /** Prints a text of its own on the console. */
  notify(text: string): void;
  log(message: SystemMessage): void;
  /** Logs what this unit says of failover, or in Active/Active what it says of one group. */
  report(choose: (say: FailoverMessages) => SystemMessage, group?: GroupId): void;
  readonly configuration: {
    /** As the mate needs it, secrets included: the system first, then every context; or one context alone. */
    forMate(context?: string): readonly ConfigPiece[];
    /** Replaces it, but for the commands that the failover link needs. A context that is not among them stays. */
    replace(pieces: readonly ConfigText[]): void;
    save(which: { readonly context?: string | undefined; readonly all?: boolean }): void;
  };
  applyCommand(context: string | undefined, section: string | undefined, line: string): void;
  /** Repeats what the mate did to its files, as far as there are such files here. */
  changeFiles(change: FileChange): void;
  /** Runs a command line of the mate's, and says what it printed once it is done. */
  run(request: RunRequest, done: (result: RunResult) => void): void;
  /** What the mate says in the course of Auto Update. */
  hearUpdate(message: UpdateMessage): void;
  /** Boots again from flash. */
  restart(): void;
}
