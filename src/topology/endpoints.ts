import type { UnitName } from '../pair/index.ts';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Where a simulated bench listens: what it prints when ready, and what is filled into its topology. */
export interface Endpoints {
  /** The telnet console line of each unit. */
  readonly consoles: Readonly<Record<UnitName, Endpoint>>;
  /** SSH on the management address of each unit, with the fingerprint of the host key. */
  readonly management: Readonly<Record<UnitName, Endpoint & { readonly fingerprint: string }>>;
  readonly switches: Readonly<Record<string, Endpoint>>;
  readonly pdus: Readonly<Record<string, Endpoint>>;
  readonly flows: Readonly<Record<string, { readonly send: Endpoint; readonly receive: Endpoint }>>;
}
