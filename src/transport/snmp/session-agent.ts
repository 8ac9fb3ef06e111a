import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { LeaseLost } from '../../errors.ts';
import type { MayAct } from '../may-act.ts';
import type { Settable, SnmpAgent, SnmpAnswer, SnmpSending, SnmpType } from './agent.ts';
import type { SnmpFailure } from './failure.ts';
import { errorStatus, noSuchName } from './failure.ts';
import type { Session, Varbind } from './net-snmp.ts';
import { netSnmp } from './net-snmp.ts';
import type { Turns } from './turns.ts';
import { isAfter, toValue } from './varbind.ts';
import type { SnmpValue } from './value.ts';
import { printed } from './value.ts';

const readRetries = 2;
const defaultTimeoutMs = 2000;
const rowsPerRequest = 20;
/** No switch of a lab has more; an agent that says so goes round in circles. */
const rowLimit = 50_000;
const subtreeWithinMs = 60_000;

/** What came of one request, before it is put into an answer. */
interface Asked {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly varbinds: readonly Varbind[];
}

/** How an agent is asked. */
export interface Asking {
  readonly clock: Clock;
  readonly turns: Turns;
  readonly mayAct: MayAct | undefined;
}

/** An agent behind a session of net-snmp. */
export class SessionAgent implements SnmpAgent {
  readonly name: string;
  readonly #session: Session;
  readonly #failure: SnmpFailure;
  readonly #clock: Clock;
  readonly #turns: Turns;
  readonly #mayAct: MayAct | undefined;
  #closed = false;

  constructor(name: string, session: Session, failure: SnmpFailure, { clock, turns, mayAct }: Asking) {
    this.name = name;
    this.#turns = turns;
    this.#mayAct = mayAct;
    this.#session = session;
    this.#failure = failure;
    this.#clock = clock;
    // A datagram that is no SNMP: the question that it did not answer is repeated, and fails by its own bound.
    session.on('error', () => undefined);
  }

  get(oids: readonly string[], sending: SnmpSending = {}): Promise<SnmpAnswer> {
    const attempts = (sending.retries ?? readRetries) + 1;
    return this.#inTurn(`read ${oids.join(', ')}`, async (tried) => {
      try {
        return answer(oids, await this.#getPresent(oids, attempts, sending));
      } catch (error) {
        throw this.#failure.reading(tried, attempts, error);
      }
    });
  }

  set(oid: string, type: SnmpType, value: Settable, sending: SnmpSending = {}): Promise<SnmpAnswer> {
    const attempts = (sending.retries ?? 0) + 1;
    const { Integer, OctetString } = netSnmp.ObjectType;
    const octets = value instanceof Uint8Array ? Buffer.from(value) : value;
    const varbind = { oid, type: type === 'integer' ? Integer : OctetString, value: octets };
    const shown = value instanceof Uint8Array ? printed(value) : value;
    return this.#inTurn(`set ${oid} to ${shown}`, async (tried) => {
      const asked = await this.#tell(attempts, sending, (then) => this.#session.set([varbind], then)).catch(
        (error: unknown) => {
          throw error instanceof LeaseLost ? error : this.#failure.writing(tried, attempts, error);
        },
      );
      const [echo] = asked.varbinds;
      if (echo?.oid === oid && toValue(echo) !== undefined) return answer([oid], asked);
      throw this.#failure.of(tried, 'the agent has no such object: check the number of the port or outlet');
    });
  }

  subtree(oid: string, sending: SnmpSending = {}): Promise<SnmpAnswer> {
    const attempts = (sending.retries ?? readRetries) + 1;
    return this.#inTurn(`read all below ${oid}`, async (tried) => {
      const rows: Varbind[] = [];
      let circle = false;
      let isOver = false;
      const feed = (varbinds: readonly Varbind[]): boolean => {
        // Nobody waits any more: what is still asked would come in the way of what is asked next.
        if (isOver) return true;
        for (const varbind of varbinds) {
          // Some agents end their tree with an exception that others know only from GET.
          if (netSnmp.isVarbindError(varbind)) return true;
          circle ||= rows.length >= rowLimit || !isAfter(varbind.oid, rows.at(-1)?.oid ?? oid);
          if (!circle) rows.push(varbind);
        }
        return circle;
      };
      const boundMs = subtreeWithinMs;
      const asked = await this.#ask(attempts, { ...sending, boundMs }, (then) =>
        this.#session.subtree(oid, rowsPerRequest, feed, (error) => then(error, rows)),
      ).catch((error: unknown) => {
        isOver = true;
        throw this.#failure.reading(tried, attempts, error);
      });
      if (circle) throw this.#failure.of(tried, 'the agent goes round in circles; its table cannot be read');
      return answer(
        rows.map((row) => row.oid),
        asked,
      );
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#session.close();
  }

  #inTurn(tried: string, ask: (tried: string) => Promise<SnmpAnswer>): Promise<SnmpAnswer> {
    return this.#turns.take(async () => {
      if (this.#closed) throw this.#failure.of(tried, 'we have closed this agent');
      return ask(tried);
    });
  }

  /** Version 1 refuses the whole request when one object is missing: then those that are there are found first. */
  async #getPresent(oids: readonly string[], attempts: number, sending: SnmpSending): Promise<Asked> {
    const get = (some: readonly string[]): Promise<Asked> =>
      this.#ask(attempts, sending, (then) => this.#session.get(some, then));
    const beganMs = this.#clock.nowMs();
    try {
      return await get(oids);
    } catch (error) {
      if (errorStatus(error) !== noSuchName) throw error;
    }
    const present: string[] = [];
    for (const oid of oids.length > 1 ? oids : []) {
      const has = await get([oid]).then(
        () => true,
        (error: unknown) => {
          if (errorStatus(error) === noSuchName) return false;
          throw error;
        },
      );
      if (has) present.push(oid);
    }
    if (present.length > 0) return get(present);
    return { askedMs: beganMs, answeredMs: this.#clock.nowMs(), varbinds: [] };
  }

  /** Each attempt by itself, for each has to be allowed; a late answer to one that was made before counts as well. */
  async #tell(
    attempts: number,
    { timeoutMs = defaultTimeoutMs }: SnmpSending,
    send: (then: (error: Error | null, varbinds?: readonly Varbind[]) => void) => void,
  ): Promise<Asked> {
    const made: Promise<Asked>[] = [];
    for (let left = attempts; ; left -= 1) {
      await this.#mayAct?.();
      made.push(this.#ask(1, { timeoutMs: left * timeoutMs }, send));
      const answered = Promise.race(made);
      answered.catch(() => undefined);
      try {
        return await (left > 1 ? within(this.#clock, timeoutMs, answered) : answered);
      } catch (error) {
        if (left === 1 || !(error instanceof DeadlinePassed)) throw error;
      }
    }
  }

  async #ask(
    attempts: number,
    sending: SnmpSending & { readonly boundMs?: number },
    send: (then: (error: Error | null, varbinds?: readonly Varbind[]) => void) => void,
  ): Promise<Asked> {
    const { timeoutMs = defaultTimeoutMs } = sending;
    this.#session.retries = attempts - 1;
    this.#session.timeout = timeoutMs;
    // The session keeps its own time. This bound is for the case that it forgets; version 3 may ask twice.
    const boundMs = sending.boundMs ?? 2 * attempts * timeoutMs + 1000;
    const askedMs = this.#clock.nowMs();
    const answered = new Promise<Asked>((resolve, reject) => {
      send((error, varbinds = []) => {
        if (error) reject(error);
        else resolve({ askedMs, answeredMs: this.#clock.nowMs(), varbinds });
      });
    });
    return within(this.#clock, boundMs, answered);
  }
}

/** What was asked for and what came, by OID. An OID that the agent did not return is missing, too. */
function answer(oids: readonly string[], asked: Asked): SnmpAnswer {
  const came = new Map<string, SnmpValue | undefined>();
  for (const varbind of asked.varbinds) came.set(varbind.oid, toValue(varbind));
  const values = new Map(oids.map((oid) => [oid, came.get(oid)]));
  const raw = [...values].map(([oid, value]) => `${oid} = ${printed(value)}`).join('\n');
  return { askedMs: asked.askedMs, answeredMs: asked.answeredMs, values, raw };
}
