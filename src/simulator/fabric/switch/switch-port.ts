import type { Cancel, Clock } from '../../../clock.ts';
import { Listeners } from '../../ground/listeners.ts';
import type { SimulatedSwitchPort } from './simulated-switch.ts';
import type { Frame } from '../frame.ts';
import type { ErrDisableCause } from './err-disable.ts';
import { NetworkPort } from '../network-port.ts';
import { PortTally } from './port-counters.ts';
import { SpanningTreePort, type SpanningTreeState } from './spanning-tree.ts';

/** How a switch treats its ports, unless a port is told otherwise. */
export interface PortSettings {
  /** Ports that come up forward at once. */
  readonly portfast: boolean;
  readonly forwardDelayMs: number;
  /** How long the agent still shows the operational status from before. */
  readonly operLagMs: number;
}

/** A port of the switch with what is behind it. */
export class SwitchPort implements SimulatedSwitchPort {
  readonly name: string;
  readonly index: number;
  readonly jack: NetworkPort;
  readonly received = new PortTally();
  readonly sent = new PortTally();
  readonly #clock: Clock;
  readonly #operLagMs: number;
  readonly #tree: SpanningTreePort;
  readonly #oper = new Listeners<'up' | 'down'>();
  #shown: 'up' | 'down' = 'down';
  #showing: Cancel = () => undefined;
  #admin: 'up' | 'down' = 'up';
  #errDisabled: ErrDisableCause | undefined;
  #lastChangeMs: number;
  #linkChanges = 0;
  alias = '';
  mode: 'access' | 'trunk' = 'access';
  /** The VLAN of an access port, and of what comes untagged into a trunk. */
  vlan = 1;
  /** The segment that the cable was laid for: tags of different segments are different VLANs. */
  home = 1;
  /** False for a trunk from which every tagged VLAN was removed. */
  carriesTags = true;
  channel: number | undefined;

  constructor(name: string, index: number, clock: Clock, settings: PortSettings) {
    this.name = name;
    this.index = index;
    this.#clock = clock;
    this.#operLagMs = settings.operLagMs;
    this.#tree = new SpanningTreePort(clock, settings);
    this.jack = new NetworkPort(name, clock);
    this.#lastChangeMs = clock.nowMs();
    this.jack.onLink((up) => this.#link(up));
    this.jack.setLit(true);
  }

  get admin(): 'up' | 'down' {
    return this.#admin;
  }

  get oper(): 'up' | 'down' {
    return this.#shown;
  }

  get lastChangeMs(): number {
    return this.#lastChangeMs;
  }

  get linkChanges(): number {
    return this.#linkChanges;
  }

  get damaged(): number {
    return this.jack.damaged;
  }

  get portfast(): boolean {
    return this.#tree.portfast;
  }

  get spanningTree(): SpanningTreeState {
    return this.#tree.state;
  }

  get toForwarding(): number {
    return this.#tree.toForwarding;
  }

  get errDisabled(): ErrDisableCause | undefined {
    return this.#errDisabled;
  }

  setPortfast(on: boolean): void {
    this.#tree.setPortfast(on);
  }

  /** Shutting a port down also ends what the switch itself had against it. */
  setAdmin(admin: 'up' | 'down'): void {
    this.#admin = admin;
    if (admin === 'down') this.#errDisabled = undefined;
    this.jack.setLit(admin === 'up' && this.#errDisabled === undefined);
  }

  /** The switch shuts the port for a reason of its own; its administrator has to shut it and open it again. */
  errDisable(cause: ErrDisableCause): void {
    if (this.#admin === 'down') return;
    this.#errDisabled = cause;
    this.jack.setLit(false);
  }

  /** The VLAN that a frame belongs to which comes in here, or undefined if it may not come in. */
  domainOf(frame: Frame): string | undefined {
    if (frame.vlan === undefined) return String(this.vlan);
    return this.mode === 'trunk' && this.carriesTags ? `${this.home}.${frame.vlan}` : undefined;
  }

  /** What is cabled when the bench is made has been so for long: nothing has to be waited for any more. */
  settle(): void {
    this.#showing();
    this.#show();
    this.#tree.settle();
  }

  onOper(listener: (oper: 'up' | 'down') => void): Cancel {
    return this.#oper.add(listener);
  }

  #link(up: boolean): void {
    this.#linkChanges += 1;
    this.#tree.link(up);
    this.#showing();
    if (this.#operLagMs === 0) this.#show();
    else this.#showing = this.#clock.after(this.#operLagMs, () => this.#show());
  }

  #show(): void {
    const oper = this.jack.linkUp ? 'up' : 'down';
    if (oper === this.#shown) return;
    this.#shown = oper;
    this.#lastChangeMs = this.#clock.nowMs();
    this.#oper.tell(oper);
  }
}
