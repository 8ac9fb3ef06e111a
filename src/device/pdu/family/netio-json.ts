import { z } from 'zod';
import type { HttpModel, HttpOutlet } from '../http-model.ts';

const shape = z.object({
  Outputs: z.array(
    z.object({
      ID: z.number(),
      State: z.number(),
      Name: z.string().optional(),
      /** Watts, on models that measure. */
      Load: z.number().optional(),
    }),
  ),
});

const path = '/netio.json';
const action = { off: 0, on: 1 } as const;

/** NETIO by its JSON protocol, which has to be switched on, and which lets some in to read only. */
export const netioJson: HttpModel = {
  reach: 'http',
  name: 'netio-json',
  title: 'NETIO 4x, PowerPDU, PowerBOX by JSON',
  source: 'NETIO JSON API, application note AN21',
  proof: 'written',
  loginBy: ['basic'],
  state: () => ({ method: 'GET', path }),
  outletsIn: (answer) =>
    new Map(
      (shape.safeParse(answer).data?.Outputs ?? []).map(({ ID, State, Name, Load }): [number, HttpOutlet] => [
        ID,
        {
          power: State === 1 ? 'on' : State === 0 ? 'off' : 'unsettled',
          ...(Name === undefined ? {} : { label: Name }),
          ...(Load === undefined ? {} : { watts: Load }),
        },
      ]),
    ),
  control: (outlet, wish) => ({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Outputs: [{ ID: outlet, Action: action[wish] }] }),
  }),
};
