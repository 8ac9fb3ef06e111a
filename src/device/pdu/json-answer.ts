/** The value of an answer that some servers put into a list of its own, and some do not. */
export function firstOf(answer: unknown): unknown {
  return Array.isArray(answer) ? answer[0] : answer;
}
