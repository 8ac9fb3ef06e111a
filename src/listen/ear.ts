/** Where to listen on this machine; port 0 takes any free one. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** One open socket. */
export interface Ear {
  /** The port that it listens at. */
  readonly port: number;
  close(): Promise<void>;
}
