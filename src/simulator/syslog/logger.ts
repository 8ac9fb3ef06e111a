import { givenHostname } from '../config/hostname.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import { datagram, dressed } from './dressed-message.ts';
import { type LogSettings, type LogTarget, logSettings, severityIn } from './log-settings.ts';
import type { SystemMessage } from './system-message.ts';

/** What the logger needs of the unit that speaks. */
export interface LoggerHost {
  readonly config: ConfigTree;
  /** The security context that speaks; undefined in single mode. */
  readonly context?: string | undefined;
  readonly platform: 'asa' | 'pix';
  readonly deviceTime: Date;
  /**
   * Whether the unit speaks as the active one: a standby unit sends nothing without `logging standby`, and one that
   * is just becoming active sends once it has the active addresses.
   */
  speaksUp(): 'now' | 'soon' | 'not';
  addressOn(nameif: string): string | undefined;
  /** Prints a line on the console. */
  show(line: string): void;
  send(target: LogTarget, text: string): void;
  /** Tells the SNMP stations of a message, at the severity that it goes out with. */
  notify(message: SystemMessage, severity: number): void;
}

/** How many messages went to a destination. */
export type LogCounts = Readonly<Record<'console' | 'buffered' | 'trap' | 'history', number>>;

/** The system log of one unit: buffer, console and hosts, as its `logging` commands have it. */
export class Logger {
  readonly #host: LoggerHost;
  readonly #counts = { console: 0, buffered: 0, trap: 0, history: 0 };
  #known: { readonly revision: number; readonly settings: LogSettings } | undefined;
  #buffer: string[] = [];
  #waiting: (() => void)[] = [];

  constructor(host: LoggerHost) {
    this.#host = host;
  }

  get settings(): LogSettings {
    const { config } = this.#host;
    if (this.#known?.revision !== config.revision)
      this.#known = { revision: config.revision, settings: logSettings(config) };
    return this.#known.settings;
  }

  get counts(): LogCounts {
    return this.#counts;
  }

  get buffer(): readonly string[] {
    return this.#buffer;
  }

  clear(): void {
    this.#buffer = [];
  }

  log(message: SystemMessage): void {
    const { settings } = this;
    if (!settings.on) return;
    const severity = severityIn(this.#host.config, message.id, message.severity);
    if (severity === undefined) return;
    const at = settings.timestamp ? this.#host.deviceTime : undefined;
    const dress = { platform: this.#host.platform, severity, at };
    const { console, buffered, trap, history } = settings.levels;
    const isWanted = (level: number | undefined): boolean => level !== undefined && severity <= level;
    if (isWanted(buffered)) this.#keep(dressed(message, dress), settings.bufferBytes);
    if (isWanted(console)) {
      this.#counts.console += 1;
      this.#host.show(dressed(message, dress));
    }
    const when = settings.standby ? 'now' : this.#host.speaksUp();
    if (when === 'not') return;
    if (isWanted(trap)) {
      this.#counts.trap += 1;
      const text = datagram(message, settings.facility, {
        ...dress,
        device: this.#device(settings.deviceId),
      });
      this.#waiting.push(() => this.settings.hosts.forEach((target) => this.#host.send(target, text)));
    }
    if (isWanted(history)) {
      this.#counts.history += 1;
      this.#waiting.push(() => this.#host.notify(message, severity));
    }
    if (when === 'now') this.sendWaiting();
  }

  /** The addresses are there that were waited for. */
  sendWaiting(): void {
    for (const send of this.#waiting.splice(0)) send();
  }

  /** The oldest go when the buffer is full. */
  #keep(line: string, room: number): void {
    this.#counts.buffered += 1;
    this.#buffer.push(line);
    let bytes = this.#buffer.reduce((sum, { length }) => sum + length + 1, 0);
    while (bytes > room) bytes -= (this.#buffer.shift()?.length ?? 0) + 1;
  }

  /** `logging device-id`: the host name, the address of an interface, or a text. */
  #device([kind, value]: readonly string[]): string | undefined {
    if (kind === 'hostname') return givenHostname(this.#host.config);
    if (kind === 'ipaddress') return this.#host.addressOn(value ?? '');
    if (kind === 'context-name') return this.#host.context ?? 'single_vf';
    return kind === 'string' ? value : undefined;
  }
}
