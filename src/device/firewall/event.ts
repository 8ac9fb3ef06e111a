import type { ConsoleMessage } from '../../pair/index.ts';
import type { Prompt } from './prompt.ts';
import type { Question } from './question.ts';

/**
 * One thing that a console said. `raw` are its bytes as they arrived; the bytes of all events, one after the
 * other, are the bytes that came, so that nothing is dropped and every event can be found in the recording.
 */
export type DialogueEvent =
  | EchoEvent
  | LineEvent
  | MessageEvent
  | PromptEvent
  | QuestionEvent
  | { readonly event: 'more'; readonly raw: Uint8Array };

/** What came back of what we typed, which is seldom what we typed to the letter. */
export interface EchoEvent {
  readonly event: 'echo';
  /** The masked form of what was typed; never what a secret looked like. */
  readonly text: string;
  /** `part` of it (a message cut in, or the rest is still to come); `differs` if characters were lost. */
  readonly extent: 'whole' | 'part' | 'differs';
  readonly raw: Uint8Array;
}

/** A line that is none of the others: output of a command, or text that nobody asked for. */
export interface LineEvent {
  readonly event: 'line';
  readonly text: string;
  /** The line goes on in the next line event: a message was printed into it, or it is too long for one event. */
  readonly cut: boolean;
  /** It stands behind the prompt or question told before, in the same row. */
  readonly glued: boolean;
  readonly raw: Uint8Array;
}

/** Text that a unit prints unasked, whatever else it was printing. */
export interface MessageEvent {
  readonly event: 'message';
  readonly message: ConsoleMessage;
  readonly text: string;
  readonly raw: Uint8Array;
}

/** A prompt; `settled` if nothing came after it for a quiet time, else it only passed by. */
export interface PromptEvent {
  readonly event: 'prompt';
  readonly prompt: Prompt;
  readonly settled: boolean;
  readonly raw: Uint8Array;
}

/** A question that waits for an answer; `settled` as for a prompt. */
export interface QuestionEvent {
  readonly event: 'question';
  readonly question: Question;
  readonly settled: boolean;
  readonly raw: Uint8Array;
}
