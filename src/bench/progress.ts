/** Who is told what the bench is doing; a terminal, a log, or nobody. */
export interface Progress {
  /** One line that stays. */
  say(text: string): void;
  /** What is being waited for, and for how long at most, in milliseconds; call the result when it is over. */
  waiting(what: string, atMostMs: number): () => void;
}

export const silentProgress: Progress = { say: () => undefined, waiting: () => () => undefined };
