/** A file by its name and by what is in it. */
export interface FileMark {
  readonly name: string;
  /** MD5, thirty-two hexadecimal digits. */
  readonly checksum: string;
}

/** The images that a unit runs, as both units tell each other first (ASA 5580 guide, step 1). */
export interface Software {
  readonly image: FileMark;
  readonly asdm?: FileMark | undefined;
}
