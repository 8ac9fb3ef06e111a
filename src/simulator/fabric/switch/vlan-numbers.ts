/** A VLAN of the switches of a bench. */
export interface Vlan {
  readonly id: number;
  readonly name: string;
}

/** Where a port goes that shall have its link and no traffic: nobody else is there. */
export const isolationVlan: Vlan = { id: 999, name: 'isolation' };
const defaultVlan: Vlan = { id: 1, name: 'default' };
const firstVlan = 101;

/** Which VLAN stands for which segment; one for all switches that are joined by trunks. */
export class VlanNumbers {
  readonly #numbered = new Map<string, Vlan>();
  readonly #empty: readonly Vlan[];

  /** `empty` are the numbers of further VLANs that exist and that nobody is in. */
  constructor(empty: readonly number[] = []) {
    const further = new Set(empty.filter((id) => id !== isolationVlan.id));
    this.#empty = [isolationVlan, ...[...further].map((id) => ({ id, name: `isolation-${id}` }))];
  }

  /** The number of a segment, which gets the next one when it is new. */
  numberOf(segment: string): number {
    const known = this.#numbered.get(segment);
    if (known) return known.id;
    let id = firstVlan;
    while (this.exists(id)) id += 1;
    // VLAN names are of 32 characters at most, as VTP has them.
    this.#numbered.set(segment, { id, name: segment.slice(0, 32) });
    return id;
  }

  get all(): readonly Vlan[] {
    return [defaultVlan, ...this.#numbered.values(), ...this.#empty];
  }

  exists(id: number): boolean {
    return this.all.some((vlan) => vlan.id === id);
  }
}
