/** Where a sample is and what it is; and why it cannot be walked, if that is so. */
export type Sample = readonly [section: string, title: string, cannot?: string];
export type Samples = Readonly<Record<string, Sample>>;
