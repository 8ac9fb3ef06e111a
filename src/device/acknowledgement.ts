/** A device said yes. That is no effect: what it says must be read back until it shows. */
export interface Acknowledgement {
  /** Between these instants of the monotonic clock the device was told. */
  readonly askedMs: number;
  readonly answeredMs: number;
  /** Its own words. */
  readonly raw: string;
}
