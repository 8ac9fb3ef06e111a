/** What became of something that was to be put back, seen on the device itself; whatever else is an error. */
export interface Back {
  readonly outcome: 'put-back' | 'as-before';
  /** What was seen, in words. */
  readonly why: string;
}
