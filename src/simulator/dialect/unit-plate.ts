/** What the rating plate of a unit says, as far as its texts repeat it. A `Box` is one. */
export interface UnitPlate {
  readonly platform: 'asa' | 'pix';
  readonly model: string;
  readonly firmware: string;
  readonly serial: string;
  readonly cards: readonly { readonly name: string; readonly burnedIn: string }[];
  /** Licensed features by the names of this program; a dialect has its own names for them. */
  readonly licence: Readonly<Record<string, string>>;
}
