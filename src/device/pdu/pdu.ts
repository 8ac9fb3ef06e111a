import type { Acknowledgement } from '../acknowledgement.ts';

/** An outlet as its PDU reports it. */
export interface OutletReading {
  /** `unsettled` for all that is neither on nor off: switching, unknown, failed. Never taken for off. */
  readonly power: 'on' | 'off' | 'unsettled';
  /** True while the PDU has a command that it has not carried out: `power` is how things are before it. */
  readonly pending?: boolean;
  /** The name that somebody gave to the outlet on the PDU itself. */
  readonly label?: string;
  /** What the outlet draws, where the PDU measures it. */
  readonly watts?: number;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly raw: string;
}

/** A PDU of the bench. Outlets go by the number printed beside them, `module:number` where PDUs are chained. */
export interface Pdu {
  readonly name: string;
  /** The names of all outlets. */
  outlets(): Promise<readonly string[]>;
  /** Throws `BenchError` with the nearest names for an outlet that is not there. */
  read(outlet: string): Promise<OutletReading>;
  /** Resolves when the PDU has said yes, which is no effect. Throws `BenchError` for a protected outlet. */
  set(outlet: string, wish: 'on' | 'off'): Promise<Acknowledgement>;
  /** Safe to call twice. */
  close(): Promise<void>;
}
