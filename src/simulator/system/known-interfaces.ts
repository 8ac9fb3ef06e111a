import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { UnitTraits } from '../defect/unit-traits.ts';

/** Where the settings of the interfaces of an execution space are read. */
export interface InterfaceSource {
  /** Grows with every change of what they are read from. */
  revision(): number;
  readInterfaces(): readonly InterfaceSettings[];
}

interface Reading {
  readonly revision: number;
  readonly all: readonly InterfaceSettings[];
  readonly traffic: readonly InterfaceSettings[];
}

/** The interfaces of an execution space: the same arrays for as long as nothing is configured. */
export class KnownInterfaces {
  readonly #source: InterfaceSource;
  readonly #traits: Pick<UnitTraits, 'reads'>;
  #known: Reading | undefined;

  constructor(source: InterfaceSource, traits: Pick<UnitTraits, 'reads'>) {
    this.#source = source;
    this.#traits = traits;
  }

  get all(): readonly InterfaceSettings[] {
    return this.#reading().all;
  }

  /** Those that traffic passes through. */
  get traffic(): readonly InterfaceSettings[] {
    return this.#reading().traffic;
  }

  #reading(): Reading {
    const revision = this.#source.revision();
    if (this.#known?.revision === revision) return this.#known;
    const all = this.#source.readInterfaces().map((one) => this.#traits.reads(one));
    const traffic = all.filter(({ purpose }) => purpose === 'traffic');
    return (this.#known = { revision, all, traffic });
  }
}
