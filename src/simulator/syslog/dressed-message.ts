import { dayAndTime } from '../ground/device-time.ts';
import type { SystemMessage } from './system-message.ts';

/** What a message is dressed with, besides its own words. */
export interface Dress {
  readonly platform: 'asa' | 'pix';
  /** The severity that it goes out with, which the configuration may have changed. */
  readonly severity: number;
  /** The clock of the unit, if messages carry it. */
  readonly at?: Date | undefined;
  /** Who speaks, if messages carry it. */
  readonly device?: string | undefined;
}

/** `%ASA-1-104001: (Secondary) Switching to ACTIVE - …`, as buffer and console have it, time in front. */
export function dressed(message: SystemMessage, dress: Omit<Dress, 'device'>): string {
  const head = dress.at ? `${dayAndTime(dress.at)}: ` : '';
  return `${head}${named(message, dress)}`;
}

/** As it goes to a host: `<161>Sep 28 2016 13:51:57 192.0.2.1 : %ASA-1-104001: …`, ended by a new line. */
export function datagram(message: SystemMessage, facility: number, dress: Dress): string {
  const { at, device, severity } = dress;
  const head = [...(at ? [dayAndTime(at)] : []), ...(device === undefined ? [] : [device])].join(' ');
  const colon = head === '' ? '' : device === undefined ? ': ' : ' : ';
  return `<${facility * 8 + severity}>${head}${colon}${named(message, dress)}\n`;
}

function named({ id, text }: SystemMessage, { platform, severity }: Dress): string {
  return `%${platform.toUpperCase()}-${severity}-${id}: ${text}`;
}
