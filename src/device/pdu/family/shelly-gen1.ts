import { z } from 'zod';
import type { HttpModel } from '../http-model.ts';

const relay = z.object({ ison: z.boolean() });
const settings = z.object({ name: z.string() });
const meter = z.object({ power: z.number() });

/** Shelly of the first generation: relays are counted from 0. */
export const shellyGen1: HttpModel = {
  reach: 'http',
  name: 'shelly-gen1',
  title: 'Shelly, first generation',
  source: 'Shelly Gen1 HTTP API: /relay, /settings/relay, /meter',
  proof: 'written',
  loginBy: ['basic'],
  state: (outlet) => ({ method: 'GET', path: `/relay/${outlet - 1}` }),
  outletsIn(answer, outlet) {
    const read = relay.safeParse(answer).data;
    return read ? new Map([[outlet, { power: read.ison ? 'on' : 'off' }]]) : new Map();
  },
  control: (outlet, wish) => ({
    method: 'POST',
    path: `/relay/${outlet - 1}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `turn=${wish}`,
  }),
  label: {
    request: (outlet) => ({ method: 'GET', path: `/settings/relay/${outlet - 1}` }),
    in: (answer) => settings.safeParse(answer).data?.name,
  },
  watts: {
    request: (outlet) => ({ method: 'GET', path: `/meter/${outlet - 1}` }),
    in: (answer) => meter.safeParse(answer).data?.power,
  },
};
