/** One statement of the guides, in our own words, with where it stands. */
export interface Requirement {
  /** `AS-…`, `AA-…`, `UH-…`, `IH-…`, `CFG-…`, `REP-…`, `STATE-…`, `MAC-…`, `TIME-…`, `OPS-…`. */
  readonly id: string;
  readonly statement: string;
  readonly source: { readonly document: 'ASA 5580, chapter 13' | 'Document 77809'; readonly section: string };
}
