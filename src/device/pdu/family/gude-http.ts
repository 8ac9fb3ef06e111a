import { z } from 'zod';
import type { HttpModel, HttpOutlet } from '../http-model.ts';

const shape = z.object({ outputs: z.array(z.object({ name: z.string().optional(), state: z.number() })) });

const path = '/status.json?components=1';
const action = { off: 0, on: 1 } as const;

/** Gude Expert Power Control over HTTP, where «Basic Compatible» is set for it: one page tells and takes everything. */
export const gudeHttp: HttpModel = {
  reach: 'http',
  name: 'gude-http',
  title: 'Gude Expert Power Control, by status.json',
  source: 'Gude manual, HTTP access to status.json',
  proof: 'written',
  loginBy: ['basic'],
  state: () => ({ method: 'GET', path }),
  outletsIn: (answer) =>
    new Map(
      (shape.safeParse(answer).data?.outputs ?? []).map(({ name, state }, at): [number, HttpOutlet] => [
        at + 1,
        {
          power: state === 1 ? 'on' : state === 0 ? 'off' : 'unsettled',
          ...(name === undefined ? {} : { label: name }),
        },
      ]),
    ),
  control: (outlet, wish) => ({ method: 'GET', path: `${path}&cmd=1&p=${outlet}&s=${action[wish]}` }),
  refusalIn: (text) => /Device is blocked by another user[^<\n]*/.exec(text)?.[0],
};
