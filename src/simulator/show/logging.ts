import { severityNames } from '../syslog/system-message.ts';
import type { Space } from '../system/space.ts';

/** `show logging`: what goes where, and the buffer. */
export function showLogging(space: Space): string[] {
  const { logger, unit } = space;
  const { settings, counts, buffer } = logger;
  const level = (name: keyof typeof settings.levels, count?: number): string => {
    const severity = settings.levels[name];
    if (severity === undefined) return 'disabled';
    const counted = count === undefined ? '' : `, ${count} messages logged`;
    return `level ${severityNames[severity] ?? ''}${counted}`;
  };
  const trap = settings.levels.trap === undefined ? '' : `, facility ${settings.facility}`;
  return [
    `Syslog logging: ${onOff(settings.on)}`,
    `    Facility: ${settings.facility}`,
    `    Timestamp logging: ${onOff(settings.timestamp)}`,
    `    Standby logging: ${onOff(settings.standby)}`,
    '    Debug-trace logging: disabled',
    `    Console logging: ${level('console', counts.console)}`,
    `    Monitor logging: ${level('monitor', 0)}`,
    `    Buffer logging: ${level('buffered', counts.buffered)}`,
    `    Trap logging: ${level('trap')}${trap}${trap === '' ? '' : `, ${counts.trap} messages logged`}`,
    ...settings.hosts.map(
      ({ nameif, address, protocol, port }) =>
        `        Logging to ${nameif} ${address}${protocol === 'tcp' ? ` tcp/${port}` : ''}`,
    ),
    ...(unit.box.dialect.permitHostdown
      ? [`    Permit-hostdown logging: ${onOff(space.config.text('logging permit-hostdown') !== undefined)}`]
      : []),
    `    History logging: ${level('history', counts.history)}`,
    `    Device ID: ${settings.deviceId.length === 0 ? 'disabled' : settings.deviceId.join(' ')}`,
    '    Mail logging: disabled',
    `    ASDM logging: ${level('asdm', 0)}`,
    ...buffer,
  ];
}

function onOff(on: boolean): string {
  return on ? 'enabled' : 'disabled';
}
