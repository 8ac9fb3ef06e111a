import type { Requirement } from '../../pair/index.ts';
import { spokenMessages } from '../requirement/message.ts';

/** A system message of failover, as `%ASA-1-104001: (Secondary) Switching to ACTIVE - …` has it. */
export interface SystemMessage {
  readonly number: number;
  /** As the message has it; the guides say 2 of all of them and contradict that by their own samples. */
  readonly severity: number;
  /** What it says behind its sender, to its end or as far as it is always the same. */
  readonly says: RegExp;
  /** Whether it begins with its sender in brackets. */
  readonly namesSender: boolean;
  readonly requirements: readonly Requirement[];
}

const { bothSend, severity, lineProtocol, lostCommunications, allocate, blocks, severalNames } =
  spokenMessages;

const alert = (number: number, says: RegExp, ...requirements: readonly Requirement[]): SystemMessage => ({
  number,
  severity: 1,
  says,
  namesSender: true,
  requirements: requirements.length > 0 ? requirements : [severity, severalNames],
});

/** Messages that the guides name, and those of the system message guide that tell a transition. */
export const systemMessages = {
  cableOk: alert(101_001, /^Failover cable OK/),
  cableBad: alert(101_002, /^Bad failover cable/),
  powerLost: alert(102_001, /^Power failure\/System reload other side/),
  noResponse: alert(103_001, /^No response from other firewall/),
  matePortOk: alert(103_002, /^Other firewall network interface .+ OK/),
  matePortFailed: alert(103_003, /^Other firewall network interface .+ failed/),
  reportedFailed: alert(103_004, /^Other firewall reports this firewall failed/),
  mateReportsFailure: alert(103_005, /^Other firewall reporting failure/),
  toActive: alert(104_001, /^Switching to ACTIVE/, bothSend, severity, severalNames),
  toStandby: alert(104_002, /^Switching to STA?NDBY/, bothSend, severity, severalNames),
  toFailed: alert(104_003, /^Switching to FAILED/),
  toOk: alert(104_004, /^Switching to OK/),
  disabled: alert(105_001, /^Disabling failover/),
  enabled: alert(105_002, /^Enabling failover/),
  waiting: alert(105_003, /^Monitoring on interface \S+ waiting/),
  monitored: alert(105_004, /^Monitoring on interface \S+ normal/),
  lost: alert(
    105_005,
    /^Lost Failover communications with mate on interface \S+/,
    lostCommunications,
    severity,
    severalNames,
  ),
  linkUp: alert(105_006, /^Link status '?Up'? on interface \S+/),
  linkDown: alert(105_007, /^Link status '?Down'? on interface \S+/),
  testing: alert(105_008, /^Testing [Ii]nterface \S+/),
  tested: alert(105_009, /^Testing on interface \S+ (Passed|Failed|Status Undetermined)/),
  blocks: { ...alert(105_010, /^Failover message block alloc failed/, blocks, severalNames), severity: 3 },
  lanUp: alert(105_031, /^Failover LAN interface is up/),
  lanDown: alert(105_032, /^(LAN )?Failover (LAN )?interface is down/),
  linkOk: alert(105_042, /^Failover interface OK/),
  linkFailed: alert(105_043, /^Failover interface failed/),
  allocate: {
    number: 210_005,
    severity: 3,
    says: /^LU allocate connection failed/,
    namesSender: false,
    requirements: [allocate],
  },
  protocolUp: {
    number: 411_001,
    severity: 4,
    says: /^Line protocol on Interface \S+, changed state to up/,
    namesSender: false,
    requirements: [lineProtocol],
  },
  protocolDown: {
    number: 411_002,
    severity: 4,
    says: /^Line protocol on Interface \S+, changed state to down/,
    namesSender: false,
    requirements: [lineProtocol],
  },
  sending: alert(709_003, /^Beginning configuration replication: Send(ing)? to mate/),
  sent: alert(709_004, /^End Configuration Replication \(ACT\)/),
  receiving: alert(709_005, /^Beginning configuration replication: Receiving from mate/),
  received: alert(709_006, /^End Configuration Replication \(STB\)/),
} as const satisfies Readonly<Record<string, SystemMessage>>;

/** Which of them. */
export type MessageName = keyof typeof systemMessages;
