import { z } from 'zod';

const endpoint = z.object({ host: z.string(), port: z.number().int() }).readonly();
const reachable = z.object({ host: z.string(), port: z.number().int(), fingerprint: z.string() }).readonly();
/** What else listens at an address that the pair is managed at. */
const address = z.object({ telnet: endpoint, https: endpoint, snmp: endpoint }).readonly();

const endpointsShape = z
  .object({
    /** The telnet console line of each unit. */
    consoles: z.object({ primary: endpoint, secondary: endpoint }).readonly(),
    /**
     * SSH on the management addresses, with the fingerprint of the host key. As in a topology of iron, the address
     * that stands with the primary unit is the active one, which goes with the active unit; the other is the standby.
     */
    management: z.object({ primary: reachable, secondary: reachable }).readonly(),
    addresses: z.object({ active: address, standby: address }).readonly().optional(),
    switches: z.record(z.string(), endpoint).readonly(),
    pdus: z.record(z.string(), endpoint).readonly(),
    /** Where probes go in and come out; and where each TCP connection is a session through the pair, to an echo. */
    flows: z
      .record(
        z.string(),
        z
          .object({
            send: endpoint,
            receive: endpoint,
            tcp: endpoint.exactOptional(),
            http: endpoint.exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
    /** The address that each unit and each switch sends system messages and notifications from. */
    sources: z
      .object({
        units: z.object({ primary: z.string(), secondary: z.string() }).readonly(),
        switches: z.record(z.string(), z.string()).readonly(),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();

/** Where something listens. */
export type Endpoint = z.output<typeof endpoint>;

/** The other doors of an address that a pair is managed at. */
export type AddressEndpoints = z.output<typeof address>;

/** Where a simulated bench listens: what it prints when ready, and what is filled into its topology. */
export type Endpoints = z.output<typeof endpointsShape>;

/** Reads the line that a simulated bench prints when it is ready. Throws when it is no such line. */
export function readEndpoints(line: string): Endpoints {
  return z.object({ endpoints: endpointsShape }).parse(JSON.parse(line)).endpoints;
}
