/** A line of configuration that a unit did not take, with its answer; secrets are masked in both. */
export interface Refused {
  readonly device: string;
  /** The name of the line to the console. */
  readonly carrier: string;
  readonly line: string;
  readonly answers: readonly string[];
  readonly why: string;
}

/** A unit refused a line of configuration. What was typed before it stands; configuration mode was left. */
export class ConfigurationRefused extends Error {
  override readonly name = 'ConfigurationRefused';
  readonly device: string;
  readonly line: string;
  readonly answers: readonly string[];

  constructor({ device, carrier, line, answers, why }: Refused) {
    const said = answers.length === 0 ? 'it said nothing' : `it said ${JSON.stringify(answers.join(' / '))}`;
    super(`${device}: ${JSON.stringify(line)} over ${carrier} was refused: ${why}; ${said}`);
    this.device = device;
    this.line = line;
    this.answers = answers;
  }
}
