/**
 * The system messages of failover. Their words are those of the appliance's own list and, where a real log differs
 * from it (`STNDBY`, the reasons of 104001 and 104002), those of the log.
 */
import type { GroupId, UnitName } from '../../pair/index.ts';
import type { Severity, SystemMessage } from './system-message.ts';

function message(id: number, severity: Severity, text: string): SystemMessage {
  return { id, severity, text };
}

/** The unit that speaks, `(Primary)`, or one of its groups, `(Primary_group_1)`. */
function tag(unit: UnitName, group: GroupId | undefined): string {
  const word = unit === 'primary' ? 'Primary' : 'Secondary';
  return group === undefined ? `(${word})` : `(${word}_group_${group})`;
}

/** Reasons of the history that a log words otherwise. */
const loggedReasons: Readonly<Record<string, string>> = {
  'Interface check': 'interface check, mate is healthier',
  'Other unit wants me Active': 'mate want me Active',
};

function logged(reason: string): string {
  return loggedReasons[reason] ?? `${reason}.`;
}

/** Codes of 103001: no hello on the failover link; no acknowledgement over the cable; or the link is down and no other interface answers. */
export type NoResponseCode = 1 | 3 | 4;

/** What a unit of that name says of failover, or of one of its groups. */
export function failoverMessages(unit: UnitName, group?: GroupId) {
  const alert = (id: number, text: string): SystemMessage => message(id, 1, `${tag(unit, group)} ${text}`);
  return {
    /** What becomes of the cable of a PIX, by its status. */
    cable: {
      normal: () => alert(101_001, 'Failover cable OK.'),
      'my-side-not-connected': () => alert(101_003, 'Failover cable not connected (this unit).'),
      'other-side-not-connected': () => alert(101_004, 'Failover cable not connected (other unit).'),
      'other-side-powered-off': () => alert(102_001, 'Power failure/System reload other side.'),
      unknown: () => alert(101_005, 'Error reading failover cable status.'),
    },
    badCable: () => alert(101_002, 'Bad failover cable.'),
    cableSilent: () => alert(105_011, 'Failover cable communication failure'),
    noResponse: (code: NoResponseCode) =>
      alert(103_001, `No response from other firewall (reason code = ${code}).`),
    mateInterface: (number: number, ok: boolean) =>
      alert(ok ? 103_002 : 103_003, `Other firewall network interface ${number} ${ok ? 'OK' : 'failed'}.`),
    calledFailed: () =>
      alert(
        103_004,
        'Other firewall reports this firewall failed. Reason: Missed poll packets on failover command interface exceeded threshold.',
      ),
    mateReportsFailure: (why?: string) =>
      alert(103_005, `Other firewall reporting failure.${why === undefined ? '' : ` Reason: ${why}`}`),
    mateVersion: (mate: string, ours: string, compatible: boolean) =>
      alert(
        compatible ? 103_007 : 103_006,
        `Mate version ${mate} is not ${compatible ? 'identical' : 'compatible'} with ours ${ours}.`,
      ),
    toActive: (reason: string) => alert(104_001, `Switching to ACTIVE - ${logged(reason)}`),
    toStandby: (reason: string) => alert(104_002, `Switching to STNDBY - ${logged(reason)}`),
    toFailed: () => alert(104_003, 'Switching to FAILED.'),
    toOk: () => alert(104_004, 'Switching to OK.'),
    disabling: () => alert(105_001, 'Disabling failover.'),
    enabling: () => alert(105_002, 'Enabling failover.'),
    waiting: (nameif: string) => alert(105_003, `Monitoring on interface ${nameif} waiting`),
    normal: (nameif: string) => alert(105_004, `Monitoring on interface ${nameif} normal`),
    lost: (nameif: string) => alert(105_005, `Lost Failover communications with mate on interface ${nameif}`),
    link: (nameif: string, up: boolean) =>
      alert(up ? 105_006 : 105_007, `Link status '${up ? 'Up' : 'Down'}' on interface ${nameif}`),
    testing: (nameif: string) => alert(105_008, `Testing Interface ${nameif}`),
    tested: (nameif: string, result: 'Passed' | 'Failed' | 'Status Undetermined') =>
      alert(105_009, `Testing on interface ${nameif} ${result}`),
    noBlocks: () => message(105_010, 3, `${tag(unit, group)} Failover message block alloc failed`),
    slowReplication: () => alert(105_020, 'Incomplete/slow config replication'),
    replicationTimedOut: () => alert(105_022, 'Config replication failed with reason = CFG_SYNC_TIMEOUT'),
    lanInterface: (up: boolean) =>
      up ? alert(105_031, 'Failover LAN interface is up') : alert(105_032, 'LAN Failover interface is down'),
    interfaceCount: () => alert(105_038, 'Interface count mismatch'),
    failoverInterface: (ok: boolean) =>
      alert(ok ? 105_042 : 105_043, `Failover interface ${ok ? 'OK' : 'failed'}`),
    mode: (mate: string, ours: string) =>
      alert(105_044, `Mate operational mode (${mate}) is not compatible with my mode (${ours}).`),
    licence: (mate: string, ours: string) =>
      alert(105_045, `Mate license (${mate}) is not compatible with my license (${ours}).`),
    chassis: () => alert(105_046, 'Mate has a different chassis'),
    card: (mate: string, slot: number, ours: string) =>
      alert(105_047, `Mate has a ${mate} card in slot ${slot} which is different from my ${ours}`),
    sendingBegins: () => alert(709_003, 'Beginning configuration replication: Send to mate.'),
    sendingEnds: () => alert(709_004, 'End Configuration Replication (ACT)'),
    receivingBegins: () => alert(709_005, 'Beginning configuration replication: Receiving from mate.'),
    receivingEnds: () => alert(709_006, 'End Configuration Replication (STB)'),
  };
}

/** Everything that a unit can say of failover, or of one failover group. */
export type FailoverMessages = ReturnType<typeof failoverMessages>;
