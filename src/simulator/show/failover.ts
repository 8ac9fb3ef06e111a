import type { FailoverConfig, LinkSettings } from '../config/failover-settings.ts';
import type { FailoverText } from '../dialect/index.ts';
import type { CableStatus } from '../fabric/serial/serial-socket.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';
import { contextHosts } from './failover-context.ts';
import { groupHosts } from './failover-groups.ts';
import { slot0, slot1 } from './failover-slots.ts';
import { lastFailoverAt } from './last-failover.ts';
import { linkStatus } from './failover-link.ts';
import { mateRows, ownRows } from './interface-rows.ts';
import { statefulStatistics } from './stateful-statistics.ts';
import { hostWords, mateState, unitWords } from './state-words.ts';

/** The status of the failover cable of a PIX (ASA 5580 guide, table 13-8). */
const cableWords: Readonly<Record<CableStatus | 'lan', string>> = {
  normal: 'Normal',
  'my-side-not-connected': 'My side not connected',
  'other-side-not-connected': 'Other side is not connected',
  'other-side-powered-off': 'Other side powered off',
  unknown: 'Unknown',
  lan: 'N/A - LAN-based failover enabled',
};

/**
 * `show failover`: of the unit, in single mode or in the system execution space, or of the context that it is asked
 * in. Lines end as the appliance ends them, blanks included.
 */
export function showFailover(system: System, space: Space): string[] {
  const { process, box } = system;
  const text = box.dialect.failover;
  const settings = system.failover();
  if (process.state === 'disabled') {
    return [
      offLine(system),
      ...(space.name === undefined ? [...cable(system), ...header(system, settings)] : []),
    ];
  }
  if (text.brief)
    return [
      'Failover On ',
      ...cable(system),
      'Reconnect timeout 0:00:00',
      ...thisHost(system),
      ...otherHost(system),
    ];
  if (space.name !== undefined) return ['Failover On ', ...contextHosts(system, space)];
  return [
    'Failover On ',
    ...cable(system),
    ...header(system, settings),
    ...(settings.groups.some(({ replicateHttp }) => replicateHttp) ? ['failover replication http'] : []),
    ...(text.versions ? [`Version: Ours ${box.firmware}, Mate ${process.mate.version ?? 'Unknown'}`] : []),
    ...(text.serials ? [`Serial Number: Ours ${box.serial}, Mate ${process.mate.serial ?? 'Unknown'}`] : []),
    ...(settings.mode === 'active-active' ? groupHosts(system) : unitHosts(system)),
    '',
    ...statefulStatistics(system),
  ];
}

function unitHosts(system: System): string[] {
  return [
    `Last Failover at: ${lastFailoverAt(system, system.process.group(1))}`,
    ...thisHost(system),
    ...otherHost(system),
  ];
}

function offLine(system: System): string {
  return system.process.groups.some(({ role }) => role === 'active')
    ? 'Failover Off '
    : 'Failover Off (pseudo-Standby)';
}

function header(system: System, settings: FailoverConfig): string[] {
  const text = system.box.dialect.failover;
  const monitored = system.interfaces().filter((one) => one.monitored).length;
  const policy = settings.interfacePolicy;
  return [
    `Failover unit ${unitWords[settings.unit]}`,
    `Failover LAN Interface: ${lanText(system, settings.link)}`,
    ...(text.reconnectTimeout ? ['Reconnect timeout 0:00:00'] : []),
    `Unit Poll frequency ${time(settings.unitPollMs)}, holdtime ${time(settings.unitHoldMs)}`,
    interfaceTimes(text, settings),
    `Interface Policy ${'count' in policy ? policy.count : `${policy.percent}%`}`,
    `Monitored Interfaces ${monitored} of ${text.monitoredAtMost} maximum`,
    ...(text.macMoveInterval ? ['MAC Address Move Notification Interval not set'] : []),
  ];
}

function cable({ box, medium }: System): string[] {
  return box.dialect.failover.cableStatus ? [`Cable status: ${cableWords[medium.cable ?? 'lan']}`] : [];
}

function lanText(system: System, link: LinkSettings | undefined): string {
  if (system.medium.cable !== undefined) return 'N/A - Serial-based failover enabled';
  if (link?.hardware === undefined) return 'not Configured';
  return `${link.nameif} ${link.hardware} (${linkStatus(system, link.hardware)})`;
}

function interfaceTimes({ interfaceHoldTime }: FailoverText, settings: FailoverConfig): string {
  const poll = `Interface Poll frequency ${time(settings.interfacePollMs)}`;
  return interfaceHoldTime ? `${poll}, holdtime ${time(settings.interfaceHoldMs)}` : poll;
}

function time(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000} seconds` : `${ms} milliseconds`;
}

function thisHost(system: System): string[] {
  const { own } = system.process.group(1);
  return [
    `\tThis host: ${unitWords[system.failover().unit]} - ${hostWords(system.box.dialect.failover, own.now)} `,
    `\t\tActive time: ${Math.floor(own.activeMs / 1000)} (sec)`,
    ...slot0(system, system.identity()),
    ...ownRows(system).map((row) => `\t\t  ${row}`),
    ...slot1(system, system.card()),
  ];
}

function otherHost(system: System): string[] {
  const { mate } = system.process;
  const other = system.process.group(1).mate;
  const text = system.box.dialect.failover;
  const isEmpty = text.slots && !mate.hello;
  return [
    `\tOther host: ${unitWords[mate.unit(system.failover().unit)]} - ${hostWords(text, mateState(other.state))} `,
    `\t\tActive time: ${Math.floor(other.activeMs(system.clock.nowMs()) / 1000)} (sec)`,
    ...(isEmpty ? ['\t\tslot 0: empty'] : []),
    ...(mate.alive && mate.hello ? slot0(system, mate.hello.identity) : []),
    ...mateRows(system).map((row) => `\t\t  ${row}`),
    ...(mate.alive ? slot1(system, mate.hello?.card) : []),
  ];
}
