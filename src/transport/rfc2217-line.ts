import type { Clock } from '../clock.ts';
import { DeadlinePassed, pause, within } from '../clock.ts';
import { BenchError, messageOf } from '../errors.ts';
import type { BreakLine } from './break-line.ts';
import { breakMs, withBreak } from './break-line.ts';
import type { ComPortNotice, ComPortOrder, Purge } from './com-port.ts';
import {
  answers,
  breakOff,
  breakOn,
  noticeOrders,
  payloadOf,
  purgeOrder,
  readComPort,
  settingOrders,
} from './com-port.ts';
import type { OverTelnet } from './over-telnet.ts';
import { overTelnet } from './over-telnet.ts';
import type { SerialSettings } from './serial-settings.ts';
import type { SocketOptions } from './socket.ts';
import type { ComPortState } from './telnet.ts';
import { comPortOffer, comPortTelnet, framedComPort } from './telnet.ts';

/** A line over telnet whose serial settings are ours to make. */
export interface Rfc2217Line extends BreakLine {
  /** Makes the settings, each read back from the server's answer. Throws `BenchError` if one is not taken in time. */
  apply(settings: SerialSettings): Promise<void>;
  /** Empties buffers of the server; throws `BenchError` if it does not answer. */
  purge(which: Purge): Promise<void>;
}

/** How to connect, and who is told of line errors and of signals that change. */
export interface Rfc2217Options extends SocketOptions {
  readonly warn?: (text: string) => void;
}

const agreeWithinMs = 5000;
const answerWithinMs = 2000;
/** A line that is set wrong errs with every byte; one who reads it needs to be told a few times, not thousands. */
const mostWarnings = 10;

/** Opens a line by RFC 2217; throws `BenchError` if nothing answers within the bound. Nothing is set yet. */
export async function openRfc2217Line(options: Rfc2217Options, clock: Clock): Promise<Rfc2217Line> {
  const name = `rfc2217 ${options.host}:${options.port}`;
  const port = new ComPort(name, clock, options.warn ?? (() => undefined));
  const over = await overTelnet(name, options, clock, comPortTelnet, port);
  try {
    await port.begin(over);
  } catch (cause) {
    await over.line.close();
    throw new BenchError(name, `could not begin to speak telnet: ${messageOf(cause)}`, { cause });
  }
  const line = withBreak(over.line, () => port.sendBreak());
  return {
    ...line,
    get open() {
      return line.open;
    },
    apply: (settings) => port.apply(settings),
    purge: (which) => port.order(purgeOrder(which)).then(() => undefined),
  };
}

/** The serial line behind one connection: what we order of it, one order at a time, and what is said of it. */
class ComPort {
  readonly #name: string;
  readonly #clock: Clock;
  readonly #warn: (text: string) => void;
  #over: OverTelnet | undefined;
  #state: ComPortState = 'offered';
  #told: (notice?: ComPortNotice) => void = () => undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #resumed: Promise<void> = Promise.resolve();
  #resume: () => void = () => undefined;
  #warnings = 0;

  constructor(name: string, clock: Clock, warn: (text: string) => void) {
    this.#name = name;
    this.#clock = clock;
    this.#warn = warn;
  }

  async begin(over: OverTelnet): Promise<void> {
    this.#over = over;
    over.line.onClosed(() => {
      this.#told();
      this.#resume();
    });
    await over.sendRaw(comPortOffer);
  }

  heard(state: ComPortState, payloads: readonly Uint8Array[]): void {
    const settled = state !== this.#state;
    this.#state = state;
    if (settled) this.#told();
    for (const payload of payloads) this.#hear(readComPort(payload));
  }

  ready(): Promise<void> {
    return this.#resumed;
  }

  async apply(settings: SerialSettings): Promise<void> {
    await this.#agreed();
    for (const order of settingOrders(settings)) {
      const value = await this.order(order);
      if (value.join() !== order.value.join())
        throw this.#failed(`the console server does not take ${order.what}: it set ${inWords(order, value)}`);
    }
    // Their answers are not waited for: not every server has notices, and none is needed.
    for (const order of noticeOrders) await this.#send(order);
  }

  /** Sends an order and gives what the server says it set; throws `BenchError` if it does not say. */
  order(order: ComPortOrder): Promise<readonly number[]> {
    const mine = this.#queue.then(() => this.#ordered(order));
    this.#queue = mine.catch(() => undefined);
    return mine;
  }

  async sendBreak(): Promise<void> {
    try {
      await this.order(breakOn);
      await pause(this.#clock, breakMs);
    } finally {
      // Whatever became of its beginning, the line is not left held.
      await this.order(breakOff);
    }
  }

  async #agreed(): Promise<void> {
    const state = await this.#wait(agreeWithinMs, () =>
      this.#state === 'offered' ? undefined : this.#state,
    );
    if (state === 'agreed') return;
    const said = state === 'refused' ? 'refuses' : 'does not answer to';
    throw this.#failed(
      `the console server ${said} COM-PORT-OPTION. Is that port one for RFC 2217? If not, leave rfc2217 out of ` +
        `the topology: the settings are then those of the server`,
    );
  }

  async #ordered(order: ComPortOrder): Promise<readonly number[]> {
    let value: readonly number[] | undefined;
    const waiting = this.#wait(answerWithinMs, (notice) => {
      if (notice && answers(order, notice)) ({ value } = notice);
      return value;
    });
    await this.#send(order);
    const answered = await waiting;
    if (answered === undefined)
      throw this.#failed(
        `the console server does not answer to ${order.what} within ${answerWithinMs / 1000} s`,
      );
    return answered;
  }

  /** What `look` finds, at once or in what is heard; nothing when the time or the line ends before. */
  async #wait<T>(withinMs: number, look: (notice?: ComPortNotice) => T | undefined): Promise<T | undefined> {
    const found = new Promise<T | undefined>((resolve) => {
      this.#told = (notice) => {
        const seen = look(notice);
        if (seen !== undefined || this.#over?.line.open !== true) resolve(seen);
      };
      this.#told();
    });
    try {
      return await within(this.#clock, withinMs, found);
    } catch (error) {
      if (error instanceof DeadlinePassed) return undefined;
      throw error;
    } finally {
      this.#told = () => undefined;
    }
  }

  #hear(notice: ComPortNotice): void {
    if (notice.notice === 'suspend')
      this.#resumed = new Promise((resolve) => {
        this.#resume();
        this.#resume = resolve;
      });
    else if (notice.notice === 'resume') this.#resume();
    else if (notice.notice === 'line-errors' && notice.errors.length > 0)
      this.#tell(`${notice.errors.join(', ')} on the serial line; is its speed ours?`);
    else if (notice.notice === 'modem' && notice.changed.length > 0)
      this.#tell(`signals of the serial line: ${notice.changed.join(', ')}`);
    this.#told(notice);
  }

  #tell(text: string): void {
    this.#warnings += 1;
    if (this.#warnings > mostWarnings) return;
    const last = this.#warnings === mostWarnings ? ' (nothing more of this is told)' : '';
    this.#warn(`${this.#name}: ${text}${last}`);
  }

  async #send(order: ComPortOrder): Promise<void> {
    const over = this.#over;
    if (!over) return;
    try {
      await within(this.#clock, answerWithinMs, over.sendRaw(framedComPort(payloadOf(order))));
    } catch (cause) {
      throw this.#failed(`the console server takes no order for ${order.what}`, cause);
    }
  }

  #failed(why: string, cause?: unknown): BenchError {
    return new BenchError(this.#name, `could not set the serial line: ${why}`, { cause });
  }
}

function inWords({ value: wanted }: ComPortOrder, value: readonly number[]): string {
  return `${numberOf(value)} for ${numberOf(wanted)}`;
}

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
