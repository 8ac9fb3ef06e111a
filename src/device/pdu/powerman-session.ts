import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { BenchError, LeaseLost } from '../../errors.ts';
import type { Line, MayAct } from '../../transport/index.ts';
import { openTcpLine } from '../../transport/index.ts';

/** Where a powermand listens, and how long one of its answers may take. */
export interface PowermanAccess {
  readonly host: string;
  readonly port: number;
  /** Fifteen seconds by default: three times what its devices are given to answer. */
  readonly boundMs?: number;
}

/** One line of an answer: its number, and the words behind it. */
export interface PowermanLine {
  readonly code: number;
  readonly text: string;
}

/** A whole answer; `end` is the line that says how it went, 1xx well and 2xx not. */
export interface PowermanAnswer {
  readonly lines: readonly PowermanLine[];
  readonly end: PowermanLine;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly raw: string;
}

const prompt = 'powerman> ';
const defaultBoundMs = 15_000;
/** A rack of a thousand nodes has forty kilobytes. */
const mostCharacters = 256 * 1024;

/**
 * A conversation with powermand: one command at a time, each within its bound. One that is not answered ends the
 * connection, for its answer may still come; the next command begins another.
 */
export class PowermanSession {
  readonly name: string;
  readonly #access: PowermanAccess;
  readonly #clock: Clock;
  #line: Line | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(access: PowermanAccess, clock: Clock) {
    this.name = `powermand ${access.host}:${access.port}`;
    this.#access = access;
    this.#clock = clock;
  }

  /** The answer, however it went; `mayAct` is asked before the command leaves. Throws `BenchError` where there is none. */
  ask(command: string, mayAct?: MayAct): Promise<PowermanAnswer> {
    const mine = this.#turn.then(async () => {
      if (this.#closed) throw new BenchError(this.name, `could not ask «${command}»: we have closed it`);
      if (this.#line?.open !== true) this.#line = await this.#connect();
      if (this.#closed) {
        await this.#line.close();
        throw new BenchError(this.name, `could not ask «${command}»: we have closed it`);
      }
      return this.#exchange(this.#line, command, mayAct);
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Safe to call twice. What is being asked fails. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#line?.close();
  }

  /** One node a line, without ranges: that way nothing has to be spelled out. */
  async #connect(): Promise<Line> {
    const { host, port } = this.#access;
    const line = await openTcpLine({ host, port }, this.#clock);
    try {
      const greeting = await this.#exchange(line, undefined);
      if (greeting.end.code !== 1)
        throw new BenchError(
          this.name,
          `this is no powermand: it greets with ${JSON.stringify(greeting.raw)}`,
        );
      // The command turns the spelling out on and off; a new connection begins with off.
      await this.#exchange(line, 'exprange');
      return line;
    } catch (error) {
      await line.close();
      throw error;
    }
  }

  async #exchange(line: Line, command: string | undefined, mayAct?: MayAct): Promise<PowermanAnswer> {
    const { boundMs = defaultBoundMs } = this.#access;
    const askedMs = this.#clock.nowMs();
    const heard = this.#untilPrompt(line);
    try {
      await mayAct?.();
      if (command !== undefined) await line.write(Buffer.from(`${command}\r\n`));
      const { raw, answeredMs } = await within(this.#clock, boundMs, heard.answer);
      return { ...linesOf(raw), askedMs, answeredMs, raw };
    } catch (error) {
      await line.close();
      if (error instanceof LeaseLost) throw error;
      const what = command === undefined ? 'it does not greet' : `could not ask «${command}»`;
      const why =
        error instanceof DeadlinePassed
          ? `${error.message}; is powermand hung, or does something else listen there?`
          : error instanceof Error
            ? error.message
            : String(error);
      throw new BenchError(this.name, `${what}: ${why}`, { cause: error });
    } finally {
      heard.stop();
    }
  }

  #untilPrompt(line: Line): {
    readonly answer: Promise<{ readonly raw: string; readonly answeredMs: number }>;
    readonly stop: () => void;
  } {
    const stops: (() => void)[] = [];
    const answer = new Promise<{ readonly raw: string; readonly answeredMs: number }>((resolve, reject) => {
      let text = '';
      stops.push(
        line.onBytes((bytes, atMs) => {
          text += Buffer.from(bytes).toString('latin1');
          if (text.length > mostCharacters)
            reject(new Error(`it says more than ${mostCharacters} characters`));
          if (text.endsWith(prompt)) resolve({ raw: text.slice(0, -prompt.length).trim(), answeredMs: atMs });
        }),
        line.onClosed((why) => reject(why ?? new Error('the line was closed'))),
      );
    });
    // Nobody may be waiting any more when the line goes.
    answer.catch(() => undefined);
    return { answer, stop: () => stops.forEach((stop) => stop()) };
  }
}

function linesOf(raw: string): Pick<PowermanAnswer, 'lines' | 'end'> {
  const lines = raw.split(/\r?\n/).map((line) => {
    const [, code = '0', text = line] = /^(\d{3}) ?(.*)$/.exec(line) ?? [];
    return { code: Number(code), text: text.trim() };
  });
  return { lines, end: lines.at(-1) ?? { code: 0, text: '' } };
}
