import type { Clock } from '../../clock.ts';
import type { ServiceCard } from '../face/bench-options.ts';

/** As `show module` prints it. */
export type CardStatus = 'Up' | 'Init' | 'Unresponsive' | 'Shut Down';

/** How long a service card takes to come up. */
const startMs = 5000;

/** The service card in slot 1. It has its own processor: it lives and dies apart from the unit around it. */
export class ServiceModule {
  readonly card: ServiceCard;
  #status: CardStatus = 'Up';
  #broken = false;
  #starts = 0;

  constructor(card: ServiceCard) {
    this.card = card;
  }

  get status(): CardStatus {
    return this.#broken ? 'Unresponsive' : this.#status;
  }

  /** It dies, and stays dead until it is mended. */
  break(): void {
    this.#broken = true;
  }

  mend(): void {
    this.#broken = false;
    this.#status = 'Up';
  }

  shutDown(): void {
    this.#starts += 1;
    this.#status = 'Shut Down';
  }

  reset(clock: Clock): void {
    this.#starts += 1;
    const start = this.#starts;
    this.#status = 'Init';
    clock.after(startMs, () => {
      if (this.#starts === start) this.#status = 'Up';
    });
  }
}
