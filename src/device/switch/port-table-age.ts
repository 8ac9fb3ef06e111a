import type { SnmpAgent, SnmpAnswer } from '../../transport/index.ts';
import { snmpNumber } from '../../transport/index.ts';
import type { TableAge } from '../named-rows.ts';
import { elapsedMs, ifTableLastChange, sysUpTime } from './if-mib.ts';

/** The clock of a switch may be off by this much between two questions without having begun anew. */
const driftMs = 5000;

/**
 * Whether the ports of a switch may have other numbers than when they were read: it has restarted since, or says
 * that a port came or went.
 */
export class PortTableAge implements TableAge {
  readonly #agent: SnmpAgent;
  #upMs = 0;
  #readMs = 0;
  #lastChange: number | undefined;
  #oids: readonly string[] = [];

  constructor(agent: SnmpAgent) {
    this.#agent = agent;
  }

  /** What is asked along with each question; nothing that the switch has not, for version 1 refuses the whole then. */
  get oids(): readonly string[] {
    return this.#oids;
  }

  async begin(): Promise<void> {
    const answer = await this.#agent.get([sysUpTime, ifTableLastChange]);
    this.#oids = [...answer.values].flatMap(([oid, value]) => (value === undefined ? [] : [oid]));
    this.#readMs = answer.answeredMs;
    this.#upMs = upMsIn(answer) ?? 0;
    this.#lastChange = snmpNumber(answer.values.get(ifTableLastChange));
  }

  isPast(answer: SnmpAnswer): boolean {
    if (snmpNumber(answer.values.get(ifTableLastChange)) !== this.#lastChange) return true;
    const upMs = upMsIn(answer);
    if (upMs === undefined) return false;
    // The time up begins again after 497 days, too; then the ports are read once for nothing.
    return upMs + driftMs < this.#upMs + (answer.askedMs - this.#readMs);
  }
}

function upMsIn({ values }: SnmpAnswer): number | undefined {
  const ticks = snmpNumber(values.get(sysUpTime));
  return ticks === undefined ? undefined : elapsedMs(0, ticks);
}
