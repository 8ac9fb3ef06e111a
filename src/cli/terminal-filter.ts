/**
 * What a console prints, as a terminal may see it. A unit, or whoever speaks in its place, must not write to the
 * clipboard, rename the window, ask the terminal to type something for the user, or hide what comes after: of escape
 * sequences those pass that move the cursor, erase and colour. Of control characters, those that a teletype has.
 * Bytes are read as UTF-8; a sequence may be cut anywhere between two pieces.
 */
export class TerminalFilter {
  readonly #decoder = new TextDecoder('utf-8');
  #state: State = 'text';
  #held = '';

  /** What of the next bytes is fit to be shown. */
  pass(bytes: Uint8Array): string {
    let shown = '';
    for (const char of this.#decoder.decode(bytes, { stream: true })) shown += this.#take(char);
    return shown;
  }

  #take(char: string): string {
    if (this.#state === 'text') return this.#text(char);
    if (this.#state === 'escape') return this.#escape(char);
    if (this.#state === 'sequence') return this.#sequence(char);
    if (this.#state === 'string') return this.#string(char);
    this.#state = 'text';
    return '';
  }

  #text(char: string): string {
    if (char === escape) {
      this.#state = 'escape';
      return '';
    }
    return isControl(char) && !teletype.includes(char) ? '' : char;
  }

  #escape(char: string): string {
    this.#held = '';
    if (char === '[') this.#state = 'sequence';
    else if (stringBegins.includes(char)) this.#state = 'string';
    else if (charsets.includes(char)) this.#state = 'charset';
    else this.#state = char === escape ? 'escape' : 'text';
    return '';
  }

  /** `ESC [`, numbers, and a letter that says what to do. */
  #sequence(char: string): string {
    if (isControl(char) || this.#held.length >= longestSequence) {
      this.#state = 'text';
      return this.#text(char);
    }
    this.#held += char;
    if (char < '@' || char > '~') return '';
    this.#state = 'text';
    return usual.test(this.#held) ? `${escape}[${this.#held}` : '';
  }

  /** Text for the terminal itself. It ends where it says, and at the end of the line in any case: nothing hides in it. */
  #string(char: string): string {
    if (char === escape) this.#state = 'escape';
    else if (char === bell) this.#state = 'text';
    else if (char === '\r' || char === '\n') {
      this.#state = 'text';
      return char;
    }
    return '';
  }
}

type State = 'text' | 'escape' | 'sequence' | 'charset' | 'string';

const escape = '\u{1b}';
const bell = '\u{7}';
const teletype = '\u{7}\b\t\n\r';
/** OSC, DCS, SOS, PM and APC. */
const stringBegins = ']PX^_';
const charsets = '()*+-./#%';
const longestSequence = 24;
/** Cursor up to absolute position, erase, insert and delete, colour. Nothing that makes a terminal answer. */
const usual = /^\d{0,3}(?:;\d{0,3}){0,7}[A-HJKLMPXdfm@]$/;

/** Also what turns the direction of writing, or shows nothing. */
const isControl = (char: string): boolean => /[\p{Cc}\p{Cf}]/u.test(char);
