/** A scenario or a question that brought a defect to light, and by which finding. */
export interface Catch {
  /** The suite and the scenario, or `a random question`. */
  readonly where: string;
  readonly topology?: string;
  readonly rule: string;
  /** The broken requirement that the finding names. */
  readonly requirement: string;
}

/** What became of one defect of the simulator's catalogue. */
export interface Mutant {
  readonly defect: string;
  /** Of the pair, or of the bench around it. */
  readonly kind: 'firmware' | 'bench';
  /** The requirements that a pair with the defect does not meet. */
  readonly breaks: readonly string[];
  /** How many scenarios and questions were played. */
  readonly played: number;
  readonly caught: readonly Catch[];
  /** How the others ended, each with its outcome: they neither passed nor named a broken requirement. */
  readonly otherwise: readonly string[];
  /**
   * `caught`: a finding that fails names a broken requirement. `noticed`: something else was wrong. `missed`: everything
   * passed. `blamed`: the pair was failed for a defect of the bench. `told apart`: the bench was, as it should be. `unseen`: a
   * defect of the bench did no harm, as of an agent that is overloaded only by two who ask at a time.
   */
  readonly fate: 'caught' | 'noticed' | 'missed' | 'not asked' | 'blamed' | 'told apart' | 'unseen';
}
