import type { SecretForms } from './mask-automaton.ts';
import { scrollMarks } from './mask-forms.ts';

const [carriageReturn, lineFeed, backspace] = [0x0d, 0x0a, 0x08] as const;
/** Whether a line is drawn anew from here, by code unit. */
const cuts = new Uint8Array(0x1_0000);
for (const code of [backspace, ...scrollMarks.map((mark) => mark.charCodeAt(0))]) cuts[code] = 1;

/** Line ends in a row that a secret may be wrapped by. */
const mostBreaks = 4;

/** Characters of a secret that were cut off by a redraw and are hidden, though the rest did not come. */
export const shortestCut = 4;

/**
 * Reads characters, and says which of them are to be hidden. A secret may be wrapped where the terminal ends: line ends
 * within it do not count. What was begun and then drawn anew from elsewhere is hidden as far as it came.
 */
export class SecretFinder {
  readonly #forms: SecretForms;
  #state = 0;
  /** Where the characters stand that may begin a secret; what comes between them are line ends. */
  #places: number[] = [];
  #breaks = 0;
  #returned = false;

  constructor(forms: SecretForms) {
    this.#forms = forms;
  }

  /** Where the characters stand that may yet turn out to be the beginning of a secret. */
  get open(): readonly number[] {
    return this.#places;
  }

  /** Reads one character that stands at a place; `hide` is told of each place that is part of a secret. */
  read(code: number, place: number, hide: (place: number) => void): void {
    if ((code === carriageReturn || code === lineFeed) && this.#breaks < mostBreaks) {
      if (this.#places.length === 0) return;
      this.#breaks++;
      this.#returned = code === carriageReturn;
      return;
    }
    const state = this.#forms.step(this.#state, code);
    const depth = this.#forms.depth(state);
    const places = this.#places;
    const isCut = this.#returned || cuts[code] === 1;
    if (isCut && depth <= places.length && places.length >= shortestCut) places.forEach(hide);
    if (depth > 0) places.push(place);
    if (places.length > depth) places.splice(0, places.length - depth);
    const whole = this.#forms.whole(state);
    for (let at = places.length - whole; at < places.length; at++) hide(places[at] ?? place);
    this.#state = state;
    this.#breaks = 0;
    this.#returned = false;
  }

  /** Counts places from another one on. */
  rebase(from: number): void {
    this.#places = this.#places.map((place) => place - from);
  }
}
