import type { FailoverConfig, LinkSettings } from '../config/failover-settings.ts';
import type { UnitIdentity } from '../failover/identity.ts';
import type { CardReading } from '../failover/message.ts';
import { eventTime } from '../system/device-time.ts';
import type { System } from '../system/system.ts';
import { linkStatus } from './failover-link.ts';
import { atLeast } from './firmware.ts';
import { mateRows, ownRows } from './interface-rows.ts';
import { statefulStatistics } from './stateful-statistics.ts';
import { mateWords, stateWords, unitWords } from './state-words.ts';

/** What a unit prints that has never changed its state for another: the clock before it was set. */
const neverSet = new Date(Date.UTC(1993, 0, 1, 0, 0, 18));

/** `show failover` of a unit in single context mode. Lines end as the appliance ends them, blanks included. */
export function showFailover(system: System): string[] {
  const { config, process, box } = system;
  const settings = system.failover();
  if (process.state === 'disabled') return [offLine(system), ...header(system, settings)];
  const { lastFailover } = process.own.history;
  return [
    'Failover On ',
    ...(box.platform === 'pix' ? ['Cable status: N/A - LAN-based failover enabled'] : []),
    ...header(system, settings),
    ...(config.text('failover replication http') === undefined ? [] : ['failover replication http']),
    ...(atLeast(box.firmware, 7, 2)
      ? [`Version: Ours ${box.firmware}, Mate ${process.mate.version ?? 'Unknown'}`]
      : []),
    ...(atLeast(box.firmware, 9, 6)
      ? [`Serial Number: Ours ${box.serial}, Mate ${process.mate.serial ?? 'Unknown'}`]
      : []),
    `Last Failover at: ${eventTime(lastFailover ? system.toDeviceTime(lastFailover) : neverSet)}`,
    ...thisHost(system),
    ...otherHost(system),
    '',
    ...statefulStatistics(system),
  ];
}

function offLine(system: System): string {
  return system.process.takeover.role === 'standby' ? 'Failover Off (pseudo-Standby)' : 'Failover Off ';
}

function header(system: System, settings: FailoverConfig): string[] {
  const { firmware } = system.box;
  const monitored = system.interfaces().filter((one) => one.monitored).length;
  const policy = settings.interfacePolicy;
  return [
    `Failover unit ${unitWords[settings.unit]}`,
    `Failover LAN Interface: ${lanText(system, settings.link)}`,
    ...(atLeast(firmware, 9, 5) ? ['Reconnect timeout 0:00:00'] : []),
    `Unit Poll frequency ${time(settings.unitPollMs)}, holdtime ${time(settings.unitHoldMs)}`,
    interfaceTimes(firmware, settings),
    `Interface Policy ${'count' in policy ? policy.count : `${policy.percent}%`}`,
    `Monitored Interfaces ${monitored} of ${atLeast(firmware, 8, 4) ? 216 : 250} maximum`,
    ...(atLeast(firmware, 9, 2) ? ['MAC Address Move Notification Interval not set'] : []),
  ];
}

function lanText(system: System, link: LinkSettings | undefined): string {
  if (link?.hardware === undefined) return 'not Configured';
  return `${link.nameif} ${link.hardware} (${linkStatus(system, link.hardware)})`;
}

function interfaceTimes(firmware: string, settings: FailoverConfig): string {
  const poll = `Interface Poll frequency ${time(settings.interfacePollMs)}`;
  return atLeast(firmware, 7, 2) ? `${poll}, holdtime ${time(settings.interfaceHoldMs)}` : poll;
}

function time(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000} seconds` : `${ms} milliseconds`;
}

function thisHost(system: System): string[] {
  const { own, state } = system.process;
  return [
    `\tThis host: ${unitWords[system.failover().unit]} - ${stateWords[state]} `,
    `\t\tActive time: ${Math.floor(own.activeMs / 1000)} (sec)`,
    ...slot0(system, system.identity()),
    ...ownRows(system).map((row) => `\t\t  ${row}`),
    ...slot1(system, system.card()),
  ];
}

function otherHost(system: System): string[] {
  const { mate } = system.process;
  const activeMs = mate.activeMs(system.clock.nowMs());
  return [
    `\tOther host: ${unitWords[mate.unit(system.failover().unit)]} - ${mateWords(mate.state)} `,
    `\t\tActive time: ${Math.floor(activeMs / 1000)} (sec)`,
    ...(mate.hello ? (mate.alive ? slot0(system, mate.hello.identity) : []) : ['\t\tslot 0: empty']),
    ...mateRows(system).map((row) => `\t\t  ${row}`),
    ...(mate.alive ? slot1(system, mate.hello?.card) : []),
  ];
}

function slot0(system: System, { model, version }: UnitIdentity): string[] {
  if (system.box.platform === 'pix') return [];
  return [`\t\tslot 0: ${model} hw/sw rev (1.0/${version}) status (Up Sys)`];
}

function slot1(system: System, card: CardReading | undefined): string[] {
  if (system.box.platform === 'pix') return [];
  if (!card) return ['\t\tslot 1: empty'];
  const { model, hardware, software, status } = card;
  return [`\t\tslot 1: ${model} hw/sw rev (${hardware}/${software}) status (${status})`];
}
