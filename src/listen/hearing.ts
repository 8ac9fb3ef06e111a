import { unitNames } from '../pair/index.ts';
import type { MessageTag, UnitName } from '../pair/index.ts';
import type { Clock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { snmpText } from '../transport/index.ts';
import type { ReceivedTrap } from '../transport/index.ts';
import type { Heard, HeardCounts, HeardLine, Listener, Unheard } from './heard.ts';
import { readSystemMessage, tagOf } from './system-message.ts';

/** The latest lines, kept for those who look for a text: this many unless they are long, and less than twice as many. */
export const linesKept = 20_000;

/** Messages of a second that are kept; more than that is no pair that fails over, but a flood. */
export const messagesASecond = 2000;

/** Of all lines that are kept, together: what a flood of long ones may take of the memory. */
export const mostCharacters = 32 * 1024 * 1024;

const charactersKept = 8192;

/** `clogHistMsgText` of CISCO-SYSLOG-MIB: the words of the system message that a notification carries. */
const messageText = '1.3.6.1.4.1.9.9.41.1.2.3.1.5.';

/** A line of syslog as it came, from which address; in one process, from which unit. */
export interface SyslogLine {
  readonly line: string;
  readonly from: string;
  readonly over: 'udp' | 'tcp';
  readonly sender?: UnitName;
  /** What was longer, and is not all there. */
  readonly isCut?: boolean;
}

/**
 * Who speaks from which address, as far as the topology says: a unit or a device of the bench whose own it is, or the
 * role of the unit that has it.
 */
export type SpeakerByAddress = ReadonlyMap<
  string,
  UnitName | 'active' | 'standby' | `${'switch' | 'pdu'} ${string}`
>;

/**
 * Makes sightings of what arrives, whatever it arrived by, and keeps the latest lines. No text is refused; of a flood,
 * the first part of each second is kept, and the rest is counted and told as not heard.
 */
export class Hearing {
  readonly #clock: Clock;
  readonly #speakers: SpeakerByAddress;
  readonly #listener: Listener;
  readonly #counts = { syslog: 0, traps: 0, unknown: 0, refused: 0, lost: 0, forgotten: 0 };
  readonly #lines: HeardLine[] = [];
  #characters = 0;
  /** The line that came last of those that are not kept any more. */
  #forgottenMs = -Infinity;
  /** What went unheard last. */
  #missed: Unheard | undefined;
  #secondMs = -Infinity;
  #inSecond = 0;
  #flood:
    | { readonly witness: Unheard['witness']; readonly fromMs: number; toMs: number; lost: number }
    | undefined;

  constructor(clock: Clock, speakers: SpeakerByAddress, listener: Listener) {
    this.#clock = clock;
    this.#speakers = speakers;
    this.#listener = listener;
  }

  get counts(): HeardCounts {
    return { ...this.#counts };
  }

  /** A line of syslog, without the line end, that arrived just now. */
  syslog({ line, from, over, sender, isCut = line.length > charactersKept }: SyslogLine): void {
    this.#counts.syslog += 1;
    const atMs = this.#clock.nowMs();
    if (!this.#hasRoom('syslog', atMs)) return;
    const raw = line.slice(0, charactersKept);
    const message = readSystemMessage(raw);
    this.#counts.unknown += message.means === undefined ? 1 : 0;
    if (isCut) this.#cut('syslog', atMs);
    this.#hear('syslog', { saw: { sight: 'syslog', over, from, ...message }, atMs, raw }, sender);
  }

  /** A notification that has arrived; `sender` where one process knows it. */
  trap({ oid, version, isInform, from, atMs, objects }: ReceivedTrap, sender?: UnitName): void {
    this.#counts.traps += 1;
    if (!this.#hasRoom('traps', atMs)) return;
    const shown = objects.map((object) => ({
      oid: object.oid,
      value: (snmpText(object.value) ?? '').slice(0, charactersKept),
    }));
    const words = shown.find((object) => object.oid.startsWith(messageText))?.value;
    const tagged = words === undefined ? undefined : (tagOf(words) ?? { text: words });
    const raw = shown.map((object) => `${object.oid} = ${object.value}`).join('\n');
    const inform = isInform ? { inform: true as const } : {};
    const saw = { sight: 'trap' as const, oid, version, ...inform, from, ...tagged, objects: shown };
    this.#counts.unknown += tagged && !('means' in tagged) ? 1 : 0;
    this.#hear('trap', { saw, atMs, raw }, sender);
  }

  /** Something came to the port for traps that was none, or of somebody who is not known here. */
  refused(): void {
    this.#counts.refused += 1;
  }

  /** Something was not heard, for a reason that shows outside of what was heard. */
  unheard(unheard: Unheard, lost: number): void {
    this.#counts.lost += lost;
    if (unheard.toMs >= (this.#missed?.toMs ?? -Infinity)) this.#missed = unheard;
    this.#listener.onUnheard(unheard);
  }

  /**
   * What was heard since an instant of the clock, in order. Throws `BenchError` where more came since then than is
   * kept, or went unheard: what is not there must not pass for what was not said.
   */
  since(ms: number): readonly HeardLine[] {
    if (this.#forgottenMs >= ms)
      throw new BenchError(
        'syslog and traps',
        `${this.#counts.forgotten} lines are not kept any more, the last of them came since; look at a shorter time, or log less`,
      );
    if (this.#missed && this.#missed.toMs >= ms)
      throw new BenchError('syslog and traps', `not everything was heard since: ${this.#missed.why}`);
    return this.#lines.filter(({ atMs }) => atMs >= ms);
  }

  /** Tells what is not told yet of a flood. */
  settle(): void {
    this.#tellFlood();
  }

  #hear(
    by: 'syslog' | 'trap',
    said: Pick<Heard, 'saw' | 'atMs' | 'raw'>,
    sender: UnitName | undefined,
  ): void {
    const who = this.#speaker(said.saw, said.saw.from, sender);
    const unit = unitNames.find((name) => name === who);
    const text =
      said.saw.sight === 'trap' ? [said.saw.oid, said.saw.text ?? ''].join(' ').trim() : said.saw.text;
    this.#keep({ atMs: said.atMs, witness: `${by} ${who}`, text: `${who} ${text}` });
    this.#listener.onHeard({ witness: `${by} ${who}`, ...(unit ? { unit } : {}), ...said });
  }

  /** Lets go of half of the lines at once where there are too many, and of half of the characters likewise. */
  #keep(line: HeardLine): void {
    this.#lines.push(line);
    this.#characters += line.text.length;
    let tooMany = this.#lines.length >= 2 * linesKept ? linesKept : 0;
    if (this.#characters > mostCharacters) {
      let left = this.#characters;
      tooMany = this.#lines.findIndex(({ text }) => (left -= text.length) <= mostCharacters / 2) + 1;
    }
    if (tooMany === 0) return;
    const gone = this.#lines.splice(0, tooMany);
    this.#characters -= gone.reduce((sum, { text }) => sum + text.length, 0);
    this.#counts.forgotten += gone.length;
    this.#forgottenMs = gone.at(-1)?.atMs ?? this.#forgottenMs;
  }

  /**
   * The unit that the words name as the speaker. Where they name none there is the address, and one of the pair says no
   * more than a role, for the active address goes with the active unit.
   */
  #speaker({ unit }: MessageTag, from: string, sender: UnitName | undefined): string {
    return unit ?? sender ?? this.#speakers.get(from) ?? from;
  }

  #cut(witness: Unheard['witness'], atMs: number): void {
    const why = `a message was longer than ${charactersKept} bytes and is cut`;
    this.unheard({ witness, fromMs: atMs, toMs: atMs, why }, 1);
  }

  #hasRoom(witness: Unheard['witness'], atMs: number): boolean {
    if (atMs - this.#secondMs >= 1000) {
      this.#tellFlood();
      this.#secondMs = atMs;
      this.#inSecond = 0;
    }
    this.#inSecond += 1;
    if (this.#inSecond <= messagesASecond) return true;
    this.#flood ??= { witness, fromMs: atMs, toMs: atMs, lost: 0 };
    this.#flood.toMs = atMs;
    this.#flood.lost += 1;
    return false;
  }

  #tellFlood(): void {
    if (!this.#flood) return;
    const { lost, ...when } = this.#flood;
    this.#flood = undefined;
    const why = `${lost} messages were passed over: more than ${messagesASecond} came in a second`;
    this.unheard({ ...when, why }, lost);
  }
}
