/** What is said of every family. */
export interface DescribedModel {
  /** As it is written in a topology. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Where the figures stand. */
  readonly source: string;
  /**
   * `captured`: held against the real thing, or against what was recorded of it. `written`: from documents alone;
   * this driver has never met its hardware.
   */
  readonly proof: 'captured' | 'written';
}
