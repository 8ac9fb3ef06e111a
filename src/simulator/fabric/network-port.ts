import type { Cancel, Clock } from '../../clock.ts';
import { Listeners } from '../listeners.ts';
import type { Frame } from './frame.ts';

/** How long a frame takes over one cable, in milliseconds. */
const cableMs = 0.2;

/** One end of a cable: a network card of a unit or host, or a port of a switch. */
export class NetworkPort {
  readonly name: string;
  readonly #clock: Clock;
  readonly #frames = new Listeners<Frame>();
  readonly #links = new Listeners<boolean>();
  #lit = false;
  #far: NetworkPort | undefined;

  constructor(name: string, clock: Clock) {
    this.name = name;
    this.#clock = clock;
  }

  /** True if both ends are lit and a cable joins them. */
  get linkUp(): boolean {
    return this.#lit && this.#far !== undefined && this.#far.#lit;
  }

  /** Puts a cable between two ends that have none. */
  connect(other: NetworkPort): void {
    this.#far = other;
    other.#far = this;
  }

  /** Pulls the cable out of this end. Returns how to put it back. */
  unplug(): () => void {
    const far = this.#far;
    if (!far) return () => undefined;
    const wasUp = this.linkUp;
    this.#far = undefined;
    far.#far = undefined;
    if (wasUp) this.#tellBoth(far, false);
    return () => {
      this.connect(far);
      if (this.linkUp) this.#tellBoth(far, true);
    };
  }

  /** Light on or off: power and administrative state of this end. */
  setLit(lit: boolean): void {
    if (lit === this.#lit) return;
    const before = this.linkUp;
    this.#lit = lit;
    if (this.linkUp === before) return;
    if (this.#far) this.#tellBoth(this.#far, this.linkUp);
  }

  #tellBoth(far: NetworkPort, up: boolean): void {
    this.#links.tell(up);
    far.#links.tell(up);
  }

  /** Puts a frame on the cable; it is lost if the link is down now or when it would arrive. */
  send(frame: Frame): void {
    if (this.linkUp) this.#clock.after(cableMs, () => this.hand(frame));
  }

  /** Hands a frame to the other end at once: a switch has already spent the time. */
  hand(frame: Frame): void {
    if (this.#far && this.linkUp) this.#far.#frames.tell(frame);
  }

  onFrame(listener: (frame: Frame) => void): Cancel {
    return this.#frames.add(listener);
  }

  onLink(listener: (up: boolean) => void): Cancel {
    return this.#links.add(listener);
  }
}
