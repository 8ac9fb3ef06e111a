import type { SnmpValue } from './value.ts';

/** What a SET may carry; the kinds that switches and PDUs are told things with. */
export type SnmpType = 'integer' | 'octet-string';

/** The value of a SET: a number for an integer, text or octets for an octet string. */
export type Settable = number | string | Uint8Array;

/** An answer, with the instants between which the agent gave it. */
export interface SnmpAnswer {
  /** When the (last) request left us, and when its answer was here; milliseconds on the monotonic clock. */
  readonly askedMs: number;
  readonly answeredMs: number;
  /** By OID without a leading dot. An object that the agent does not have is `undefined`, in every version. */
  readonly values: ReadonlyMap<string, SnmpValue | undefined>;
  /** The same for people and for the timeline: one `oid = value` a line. */
  readonly raw: string;
}

/** How one request is sent. A request that is not answered is repeated after the timeout. */
export interface SnmpSending {
  /** How often it is repeated at most. */
  readonly retries?: number;
  /** For every attempt; two seconds by default. */
  readonly timeoutMs?: number;
}

/**
 * One SNMP agent. It is asked one thing at a time, in the order of the calls; many agents of PDUs answer wrongly
 * or not at all when asked two. Every call is bounded; every failure is a `BenchError` in words.
 */
export interface SnmpAgent {
  /** For people and logs: `snmp 127.0.0.1:161`. */
  readonly name: string;
  /** Asks for all objects in one request, so that they belong to one instant; two retries by default. */
  get(oids: readonly string[], sending?: SnmpSending): Promise<SnmpAnswer>;
  /**
   * Sets one object. The answer is an acknowledgement and not an effect. No retries by default: allow them only
   * for what is the same when done twice, because the answer may be lost and not the request.
   */
  set(oid: string, type: SnmpType, value: Settable, sending?: SnmpSending): Promise<SnmpAnswer>;
  /** All objects below `oid`, in the agent's order; in as many requests as it takes. */
  subtree(oid: string, sending?: SnmpSending): Promise<SnmpAnswer>;
  /** Safe to call twice. What is being asked fails. */
  close(): Promise<void>;
}
