/** How the relay of an outlet behaves where a defect may make it behave otherwise. */
export interface OutletTraits {
  /** Which commands the PDU passes on to the relay, of those it says yes to. */
  readonly heeds: 'every' | 'every-second' | 'none';
  /** Whether the relay still opens and closes. */
  readonly moves: { readonly on: boolean; readonly off: boolean };
  /** What is told when somebody asks for the state: where the relay is, or where it was told to be. */
  readonly reports: 'relay' | 'wish';
  /** Whether a command is ever done with. */
  readonly settles: boolean;
  /** What the time that a relay takes is multiplied with. */
  readonly delayFactor: number;
  /** Milliseconds after which an outlet that was switched off comes back by itself. */
  readonly returnsAfterMs?: number;
}

/** How a PDU as a whole behaves where a defect may make it behave otherwise. */
export interface PduTraits {
  /** Milliseconds that its agent takes over each request, one after the other. */
  readonly answersAfterMs: number;
  /** How many requests wait for their turn; those beyond are lost. */
  readonly keepsWaiting: number;
  /** Whether the answer to a command that was obeyed is sent. */
  readonly answersCommands: boolean;
  /** Milliseconds after an accepted command at which the agent restarts. */
  readonly restartsAfterMs?: number;
  /** Whether the credentials of the bench may only look, and whether somebody is logged in. */
  readonly readOnly: boolean;
  readonly inUse: boolean;
  /** Milliseconds that it lets pass between two outlets that come on. */
  readonly staggerMs: number;
  /** How its outlets come up when it has power again itself. */
  readonly afterPowerLoss: 'last' | 'on' | 'off';
}

/** An outlet that does as it is told. */
export const honestOutlet: OutletTraits = {
  heeds: 'every',
  moves: { on: true, off: true },
  reports: 'relay',
  settles: true,
  delayFactor: 1,
};

/** A PDU that does as it is told. */
export const honestPdu: PduTraits = {
  answersAfterMs: 0,
  keepsWaiting: 64,
  answersCommands: true,
  readOnly: false,
  inUse: false,
  staggerMs: 0,
  afterPowerLoss: 'last',
};
