import type { Cancel } from '../../clock.ts';
import type { Frame } from '../fabric/frame.ts';
import type { Card } from './box.ts';
import { Counters } from './counters.ts';

/** The network cards of a running unit, with what they count. */
export class Cards {
  readonly #cards: ReadonlyMap<string, { readonly card: Card; readonly counters: Counters }>;

  constructor(cards: readonly Card[]) {
    this.#cards = new Map(cards.map((card) => [card.name, { card, counters: new Counters() }]));
  }

  linkUp(hardware: string): boolean {
    return this.#cards.get(hardware)?.card.port.linkUp ?? false;
  }

  counters(hardware: string): Counters | undefined {
    return this.#cards.get(hardware)?.counters;
  }

  light(hardware: string, lit: boolean): void {
    this.#cards.get(hardware)?.card.port.setLit(lit);
  }

  send(hardware: string, frame: Frame): void {
    const found = this.#cards.get(hardware);
    found?.counters.sent(frame);
    found?.card.port.send(frame);
  }

  /** Listens on every card until cancelled; the cards stay lit. */
  listen(
    frames: (hardware: string, frame: Frame) => void,
    links: (hardware: string, up: boolean) => void,
  ): Cancel {
    const cancels = [...this.#cards.values()].flatMap(({ card, counters }) => [
      card.port.onFrame((frame) => {
        counters.received(frame);
        frames(card.name, frame);
      }),
      card.port.onLink((up) => links(card.name, up)),
    ]);
    return () => {
      for (const cancel of cancels) cancel();
    };
  }

  darken(): void {
    for (const { card } of this.#cards.values()) card.port.setLit(false);
  }
}
