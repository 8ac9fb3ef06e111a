import type { Cancel, Clock } from '../../clock.ts';
import { Listeners } from '../ground/listeners.ts';
import type { Random } from '../ground/random.ts';
import type { Frame } from './frame.ts';
import { ImpairedWire, type Impairment } from './impairment.ts';

/** How long a frame takes over one cable, in milliseconds. */
const cableMs = 0.2;

/** Which way frames go over the cable of an end: `out` of it, or `in`. */
export type Direction = 'in' | 'out';

/** One end of a cable: a network card of a unit or host, or a port of a switch. */
export class NetworkPort {
  readonly name: string;
  readonly #clock: Clock;
  readonly #frames = new Listeners<Frame>();
  readonly #links = new Listeners<boolean>();
  readonly #bad: Partial<Record<Direction, ImpairedWire>> = {};
  #damaged = 0;
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

  /** True if there is a cable, whatever is at its other end. */
  get isCabled(): boolean {
    return this.#far !== undefined;
  }

  /** How many frames a bad cable damaged on their way to this end. */
  get damaged(): number {
    return this.#damaged;
  }

  /** Puts a cable between two ends that have none. */
  connect(other: NetworkPort): void {
    this.#far = other;
    other.#far = this;
    if (this.linkUp) this.#tellBoth(other, true);
  }

  /** Pulls the cable out of this end. Returns how to put it back. */
  unplug(): () => void {
    const far = this.#far;
    if (!far) return () => undefined;
    const wasUp = this.linkUp;
    this.#far = undefined;
    far.#far = undefined;
    if (wasUp) this.#tellBoth(far, false);
    return () => this.connect(far);
  }

  /** Light on or off: power and administrative state of this end. */
  setLit(lit: boolean): void {
    if (lit === this.#lit) return;
    const before = this.linkUp;
    this.#lit = lit;
    if (this.linkUp === before) return;
    if (this.#far) this.#tellBoth(this.#far, this.linkUp);
  }

  /** Makes the cable at this end bad in one direction, as chance has it; good again without an impairment. */
  impair(direction: Direction, how: Impairment | undefined, random: Random): void {
    this.#bad[direction]?.cut();
    if (how) this.#bad[direction] = new ImpairedWire(how, this.#clock, random);
    else delete this.#bad[direction];
  }

  #tellBoth(far: NetworkPort, up: boolean): void {
    if (!up) for (const end of [this, far]) end.#cut();
    this.#links.tell(up);
    far.#links.tell(up);
  }

  #cut(): void {
    for (const wire of Object.values(this.#bad)) wire.cut();
  }

  /** Puts a frame on the cable; it is lost if the link is down now or when it would arrive. */
  send(frame: Frame): void {
    if (this.linkUp) this.#clock.after(cableMs, () => this.hand(frame));
  }

  /** Hands a frame to the other end at once: a switch has already spent the time. */
  hand(frame: Frame): void {
    const far = this.#far;
    if (!far || !this.linkUp) return;
    if (!this.#bad.out && !far.#bad.in) return far.#frames.tell(frame);
    const lost = (): void => void (far.#damaged += 1);
    const arrive = (): void => far.#frames.tell(frame);
    const across = (): void => (far.#bad.in ? far.#bad.in.carry(arrive, lost) : arrive());
    if (this.#bad.out) this.#bad.out.carry(across, lost);
    else across();
  }

  onFrame(listener: (frame: Frame) => void): Cancel {
    return this.#frames.add(listener);
  }

  onLink(listener: (up: boolean) => void): Cancel {
    return this.#links.add(listener);
  }
}
