import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** Where system messages are sent. */
export interface LoggingHost {
  readonly nameif: string;
  readonly address: string;
  readonly protocol: 'udp' | 'tcp';
  /** Of the factory (514, and 1470 for TCP) where none is printed. */
  readonly port: number;
}

/** The lines of a configuration about logging. */
export interface LoggingFacts {
  readonly enabled: boolean;
  readonly hosts: readonly LoggingHost[];
  /** The level of `logging trap`, as printed. */
  readonly trap?: string;
  /** Every other line, as printed. */
  readonly others: readonly string[];
}

/** `show running-config logging`. */
export const showRunningConfigLogging: ShowParser<LoggingFacts> = showParser(
  'show running-config [all] logging',
  (cursor) => {
    const told = new Set<string>();
    // A configuration says nothing twice: where it seems to, two outputs run into one another.
    const lines = cursor.readAll((text) =>
      /^(?:no )?logging \S/i.test(text) && told.size < told.add(text).size ? text : undefined,
    );
    const hosts = lines.flatMap((text) => host(text) ?? []);
    const trap = lines.map((text) => /^logging trap (\S+)$/i.exec(text)?.[1]).find((level) => level);
    return {
      enabled: lines.some((text) => /^logging (?:enable|on)$/i.test(text)),
      hosts,
      ...(trap === undefined ? {} : { trap }),
      others: lines.filter((text) => !isKnown(text)),
    };
  },
);

const factoryPort = { udp: 514, tcp: 1470 } as const;

/** The protocol is a name where it is told, and a number where it is printed: 17 is UDP, 6 is TCP. */
const host = shaped(
  /^logging host (\S+) (\S+)(?: (udp|tcp|17|6)\/(\d+))?(?: format emblem)?(?: secure)?$/i,
  (nameif = '', address = '', by = '', port = ''): LoggingHost => {
    const protocol = /^(?:tcp|6)$/i.test(by) ? 'tcp' : 'udp';
    return { nameif, address, protocol, port: port === '' ? factoryPort[protocol] : Number(port) };
  },
);

function isKnown(text: string): boolean {
  return host(text) !== undefined || /^logging (?:enable|on|trap \S+)$/i.test(text);
}
