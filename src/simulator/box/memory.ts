/** How many connections the platforms hold at most; the models that are not named hold as many as the smallest of their kind. */
const connectionLimits: Readonly<Record<string, number>> = {
  'PIX-515E': 130_000,
  'PIX-525': 280_000,
  'PIX-535': 500_000,
  ASA5505: 10_000,
  ASA5510: 50_000,
  ASA5520: 280_000,
  ASA5540: 400_000,
  ASA5550: 650_000,
  'ASA5580-20': 1_000_000,
  'ASA5580-40': 2_000_000,
};

const leastLimit = 10_000;

/** The memory of a unit, as far as failover feels it: blocks for messages, and room for connections. */
export class Memory {
  readonly #limit: number;
  #exhausted = false;

  constructor(model: string) {
    this.#limit = connectionLimits[model] ?? leastLimit;
  }

  /** False while nothing more can be had. */
  get available(): boolean {
    return !this.#exhausted;
  }

  /** Whether there is room for one more beside so many connections. */
  hasRoom(connections: number): boolean {
    return !this.#exhausted && connections < this.#limit;
  }

  exhaust(): void {
    this.#exhausted = true;
  }

  free(): void {
    this.#exhausted = false;
  }
}
