import type { Clock } from '../../clock.ts';
import type { MayAct, SnmpAgent, SnmpAgentAccess } from '../../transport/index.ts';
import { openAgent, Turns } from '../../transport/index.ts';

/**
 * The agent of a switch, and the same agent once more for each VLAN: many switches keep their BRIDGE-MIB by VLAN
 * and show it under the community `name@10`, or in version 3 in the context `vlan-10`.
 */
export class VlanAgents {
  readonly whole: SnmpAgent;
  readonly #access: SnmpAgentAccess;
  readonly #clock: Clock;
  readonly #mayAct: MayAct | undefined;
  /** One for all views: it is one agent, and is asked one thing at a time. */
  readonly #turns = new Turns();
  readonly #ofVlan = new Map<number, SnmpAgent>();

  constructor(access: SnmpAgentAccess, clock: Clock, mayAct?: MayAct) {
    this.#access = access;
    this.#clock = clock;
    this.#mayAct = mayAct;
    this.whole = openAgent(access, clock, this.#turns, mayAct);
  }

  /** Nothing is sent yet. */
  of(vlan: number): SnmpAgent {
    const known = this.#ofVlan.get(vlan);
    if (known) return known;
    const agent = openAgent(inVlan(this.#access, vlan), this.#clock, this.#turns, this.#mayAct);
    this.#ofVlan.set(vlan, agent);
    return agent;
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await Promise.all([this.whole, ...this.#ofVlan.values()].map((agent) => agent.close()));
  }
}

function inVlan(access: SnmpAgentAccess, vlan: number): SnmpAgentAccess {
  if (access.version === '3') return { ...access, context: `vlan-${vlan}` };
  return { ...access, community: `${access.community}@${vlan}` };
}
