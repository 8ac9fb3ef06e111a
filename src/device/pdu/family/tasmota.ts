import { z } from 'zod';
import type { HttpRequest } from '../../../transport/index.ts';
import type { HttpModel } from '../http-model.ts';

const named = z.object({ Status: z.object({ FriendlyName: z.array(z.string()) }) });
const drawn = z.object({
  StatusSNS: z.object({ ENERGY: z.object({ Power: z.union([z.number(), z.array(z.number())]) }) }),
});

function command(text: string): HttpRequest {
  return { method: 'GET', path: `/cm?cmnd=${encodeURIComponent(text)}` };
}

/**
 * Tasmota. A wrong password and an outlet that is not there are answered as a success with other words, so only the
 * key of the very outlet counts; a device with one relay alone calls it `POWER`.
 */
export const tasmota: HttpModel = {
  reach: 'http',
  name: 'tasmota',
  title: 'Tasmota',
  source: 'Tasmota documentation, commands over HTTP',
  proof: 'written',
  loginBy: { user: 'user', password: 'password' },
  state: (outlet) => command(`Power${outlet}`),
  outletsIn(answer, outlet) {
    const state = stateIn(answer, outlet);
    if (state === undefined) return new Map();
    return new Map([[outlet, { power: state === 'ON' ? 'on' : state === 'OFF' ? 'off' : 'unsettled' }]]);
  },
  control: (outlet, wish) => command(`Power${outlet} ${wish === 'on' ? 'On' : 'Off'}`),
  refusalIn: (text) => (/"POWER\d*"/.test(text) ? undefined : text.slice(0, 100)),
  label: {
    request: () => command('Status'),
    in: (answer, outlet) => named.safeParse(answer).data?.Status.FriendlyName[outlet - 1],
  },
  watts: {
    request: () => command('Status 8'),
    in(answer, outlet) {
      const power = drawn.safeParse(answer).data?.StatusSNS.ENERGY.Power;
      return Array.isArray(power) ? power[outlet - 1] : outlet === 1 ? power : undefined;
    },
  },
};

function stateIn(answer: unknown, outlet: number): unknown {
  const words = z.record(z.string(), z.unknown()).safeParse(answer).data ?? {};
  return words[`POWER${outlet}`] ?? (outlet === 1 ? words['POWER'] : undefined);
}
