/** A simulated PDU, as its agents see it from the card that they run on. */
import type { Cancel } from '../../../clock.ts';
import type { SimulatedPduFamily } from '../../../topology/index.ts';

/** One outlet of a simulated PDU, as the PDU tells it; `pending` while the relay has not followed the last command yet. */
export interface SimulatedOutlet {
  readonly number: number;
  readonly name: string;
  readonly power: 'on' | 'off';
  readonly pending: boolean;
  /** What it was told last. */
  readonly wish: 'on' | 'off';
  /** The relay did not follow, and the PDU has noticed. */
  readonly fault: boolean;
  /** How often the relay has moved. */
  readonly moves: number;
  /** What is drawn through it, as measured. */
  readonly watts: number;
}

/** What a request to a PDU meets before anything of it is read. */
export interface SimulatedPduAgent {
  /** Calls `take` when it is the turn of a request: at once, later, or never, as agents do. */
  hear(take: () => void): void;
  /** Whether the answer to a command that was obeyed is sent. */
  readonly answersCommands: boolean;
  /** Whether those who may command elsewhere may only look here. */
  readonly readOnly: boolean;
  /** Whether somebody is logged in at the PDU. */
  readonly inUse: boolean;
  /** Everything that the agent had in mind is gone. */
  onRestart(listener: () => void): Cancel;
}

/** A simulated PDU, as its agent drives it. */
export interface SimulatedPdu {
  readonly name: string;
  /** Whose protocol it speaks. */
  readonly family: SimulatedPduFamily;
  /** Since when its agent runs; in the future while it boots. */
  readonly startedMs: number;
  readonly outlets: readonly SimulatedOutlet[];
  readonly agent: SimulatedPduAgent;
  command(number: number, wish: 'on' | 'off'): void;
}
