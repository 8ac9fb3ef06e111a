import { z } from 'zod';

const endpoint = z.object({ host: z.string(), port: z.number().int() }).readonly();
const reachable = z.object({ host: z.string(), port: z.number().int(), fingerprint: z.string() }).readonly();

const endpointsShape = z
  .object({
    /** The telnet console line of each unit. */
    consoles: z.object({ primary: endpoint, secondary: endpoint }).readonly(),
    /** SSH on the management address of each unit, with the fingerprint of the host key. */
    management: z.object({ primary: reachable, secondary: reachable }).readonly(),
    switches: z.record(z.string(), endpoint).readonly(),
    pdus: z.record(z.string(), endpoint).readonly(),
    flows: z.record(z.string(), z.object({ send: endpoint, receive: endpoint }).readonly()).readonly(),
  })
  .readonly();

/** Where something listens. */
export type Endpoint = z.output<typeof endpoint>;

/** Where a simulated bench listens: what it prints when ready, and what is filled into its topology. */
export type Endpoints = z.output<typeof endpointsShape>;

/** Reads the line that a simulated bench prints when it is ready. Throws when it is no such line. */
export function readEndpoints(line: string): Endpoints {
  return z.object({ endpoints: endpointsShape }).parse(JSON.parse(line)).endpoints;
}
