import type { ConfigTree } from '../config/config-tree.ts';
import { severityOf } from './system-message.ts';

/** One `logging host` line. */
export interface LogTarget {
  readonly nameif: string;
  readonly address: string;
  readonly protocol: 'udp' | 'tcp';
  readonly port: number;
}

/** What the `logging` commands of a configuration say. A severity is undefined where nothing is sent. */
export interface LogSettings {
  readonly on: boolean;
  readonly timestamp: boolean;
  readonly standby: boolean;
  /** 16 to 23; 20 is LOCAL4. */
  readonly facility: number;
  readonly bufferBytes: number;
  readonly levels: Readonly<Record<LogDestination, number | undefined>>;
  readonly hosts: readonly LogTarget[];
  /** The words after `logging device-id`. */
  readonly deviceId: readonly string[];
}

/** Where messages go, each destination with a level of its own; `trap` stands for the log hosts. */
export type LogDestination = 'console' | 'monitor' | 'buffered' | 'trap' | 'history' | 'asdm';

/** What the `logging` lines of a configuration say, and what they leave as it is. */
export function logSettings(config: ConfigTree): LogSettings {
  const number = (key: string, otherwise: number): number =>
    Number(config.text(key)?.split(' ').at(-1) ?? otherwise);
  const level = (destination: LogDestination): number | undefined =>
    severityOf(config.text(`logging ${destination}`)?.split(' ')[2] ?? '-');
  return {
    on: config.text('logging enable') !== undefined,
    timestamp: config.text('logging timestamp') !== undefined,
    standby: config.text('logging standby') !== undefined,
    facility: number('logging facility', 20),
    bufferBytes: number('logging buffer-size', 4096),
    levels: {
      console: level('console'),
      monitor: level('monitor'),
      buffered: level('buffered'),
      trap: level('trap'),
      history: level('history'),
      asdm: level('asdm'),
    },
    hosts: config.nodes().flatMap(({ text }) => (text.startsWith('logging host ') ? [targetOf(text)] : [])),
    deviceId: config.text('logging device-id')?.split(' ').slice(2) ?? [],
  };
}

/** `logging host inside 192.0.2.9 tcp/1470`; protocol numbers are the words of other versions. */
function targetOf(text: string): LogTarget {
  const [, , nameif = '', address = '', at] = text.split(' ');
  const [protocol, port] = at?.split('/') ?? [];
  return {
    nameif,
    address,
    protocol: protocol === 'tcp' || protocol === '6' ? 'tcp' : 'udp',
    port: Number(port ?? 514),
  };
}

/** True if the configuration silences that message; `logging message` may also give it another severity. */
export function severityIn(config: ConfigTree, id: number, severity: number): number | undefined {
  const changed = config.text(`logging message ${id}`);
  if (changed?.startsWith('no ')) return undefined;
  return severityOf(changed?.split(' ')[4] ?? '-') ?? severity;
}
