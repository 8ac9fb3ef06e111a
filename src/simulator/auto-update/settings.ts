import type { ConfigTree } from '../config/config-tree.ts';

/** How a unit names itself to the server (`auto-update device-id`). */
export type DeviceIdKind = 'hardware-serial' | 'hostname' | 'ipaddress' | 'mac-address' | 'string';

/** What the `auto-update` commands of a configuration say. */
export interface AutoUpdateSettings {
  readonly server: string;
  readonly deviceId: {
    readonly kind: DeviceIdKind;
    /** The interface whose address it is, or the text. */
    readonly of?: string | undefined;
  };
  readonly pollMs: number;
  readonly retries: number;
  readonly retryMs: number;
}

const minuteMs = 60_000;
/** The appliance's own: every twelve hours, no retry, five minutes between retries. */
const usual = { pollMinutes: 720, retries: 0, retryMinutes: 5 };

/** Reads the `auto-update` commands; undefined while no server is configured. */
export function autoUpdateSettings(config: ConfigTree): AutoUpdateSettings | undefined {
  const server = config.text('auto-update server')?.split(' ')[2];
  if (server === undefined) return undefined;
  const [, , kind = 'hostname', of] = config.text('auto-update device-id')?.split(' ') ?? [];
  const [, , poll, retries, retry] = config.text('auto-update poll-period')?.split(' ') ?? [];
  return {
    server,
    deviceId: { kind: isDeviceIdKind(kind) ? kind : 'hostname', of },
    pollMs: Number(poll ?? usual.pollMinutes) * minuteMs,
    retries: Number(retries ?? usual.retries),
    retryMs: Number(retry ?? usual.retryMinutes) * minuteMs,
  };
}

const deviceIdKinds: readonly DeviceIdKind[] = [
  'hardware-serial',
  'hostname',
  'ipaddress',
  'mac-address',
  'string',
];

function isDeviceIdKind(word: string): word is DeviceIdKind {
  return deviceIdKinds.some((kind) => kind === word);
}
