import type { Cancel, Clock } from '../../../clock.ts';

/** What a port does with frames, as `dot1dStpPortState` counts the states (RFC 4188). */
export type SpanningTreeState = 'disabled' | 'blocking' | 'listening' | 'learning' | 'forwarding';

/**
 * One port in the eyes of IEEE 802.1D. A port that comes up listens for one forward delay and learns for another
 * before it forwards; with portfast it forwards at once. Nothing on this bench closes a ring, so no port stays blocking.
 */
export class SpanningTreePort {
  readonly #clock: Clock;
  readonly #forwardDelayMs: number;
  #state: SpanningTreeState = 'disabled';
  #next: Cancel = () => undefined;
  #portfast: boolean;
  #toForwarding = 0;

  constructor(clock: Clock, settings: { readonly portfast: boolean; readonly forwardDelayMs: number }) {
    this.#clock = clock;
    this.#portfast = settings.portfast;
    this.#forwardDelayMs = settings.forwardDelayMs;
  }

  get state(): SpanningTreeState {
    return this.#state;
  }

  get portfast(): boolean {
    return this.#portfast;
  }

  /** How often the port began to forward. */
  get toForwarding(): number {
    return this.#toForwarding;
  }

  /** Counts when the port comes up the next time; a port that is up stays as it is. */
  setPortfast(on: boolean): void {
    this.#portfast = on;
  }

  link(up: boolean): void {
    this.#next();
    if (!up) this.#state = 'disabled';
    else if (this.#portfast) this.#forward();
    else this.#listen();
  }

  /** Ends the delays: a port that is up forwards. */
  settle(): void {
    this.#next();
    if (this.#state !== 'disabled' && this.#state !== 'forwarding') this.#forward();
  }

  #listen(): void {
    this.#state = 'listening';
    this.#next = this.#clock.after(this.#forwardDelayMs, () => {
      this.#state = 'learning';
      this.#next = this.#clock.after(this.#forwardDelayMs, () => this.#forward());
    });
  }

  #forward(): void {
    this.#state = 'forwarding';
    this.#toForwarding += 1;
  }
}
