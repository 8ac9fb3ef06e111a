/** What must be the same on both units («Failover System Requirements»), as a unit tells it in its hellos. */
export interface UnitIdentity {
  readonly model: string;
  /** Its RAM, in MB. */
  readonly memoryMb: number;
  /** Its network interfaces, by their names. */
  readonly interfaces: readonly string[];
  readonly version: string;
  /** Licensed features and their values. */
  readonly licence: Readonly<Record<string, string>>;
  readonly mode: 'Routed' | 'Transparent';
  readonly contexts: 'single' | 'multiple';
  /** The model of the service card in slot 1. */
  readonly card?: string | undefined;
}
