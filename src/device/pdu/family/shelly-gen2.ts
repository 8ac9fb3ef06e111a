import { z } from 'zod';
import type { HttpRequest } from '../../../transport/index.ts';
import type { HttpModel } from '../http-model.ts';

const status = z.object({
  result: z.object({ output: z.boolean(), apower: z.number().optional() }),
});
const config = z.object({ result: z.object({ name: z.string() }) });
const failure = z.object({ error: z.object({ message: z.string() }) });

/** Switches are counted from 0. */
function call(method: string, outlet: number, params: object = {}): HttpRequest {
  return {
    method: 'POST',
    path: '/rpc',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 1, method, params: { id: outlet - 1, ...params } }),
  };
}

/** Shelly of the second generation and later. Its one user is called admin. Metered ones tell the power with the state. */
export const shellyGen2: HttpModel = {
  reach: 'http',
  name: 'shelly-gen2',
  title: 'Shelly, second generation and later',
  source: 'Shelly Gen2+ API: Switch.Set, Switch.GetStatus, Switch.GetConfig',
  proof: 'written',
  loginBy: ['digest'],
  state: (outlet) => call('Switch.GetStatus', outlet),
  outletsIn(answer, outlet) {
    const read = status.safeParse(answer).data?.result;
    if (!read) return new Map();
    const { output, apower } = read;
    return new Map([
      [outlet, { power: output ? 'on' : 'off', ...(apower === undefined ? {} : { watts: apower }) }],
    ]);
  },
  control: (outlet, wish) => call('Switch.Set', outlet, { on: wish === 'on' }),
  refusalIn: (text) => failure.safeParse(jsonIn(text)).data?.error.message,
  label: {
    request: (outlet) => call('Switch.GetConfig', outlet),
    in: (answer) => config.safeParse(answer).data?.result.name,
  },
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
