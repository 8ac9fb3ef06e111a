import type { HttpModel } from '../http-model.ts';
import { firstOf } from '../json-answer.ts';

/** Counted from 0 on the device, from 1 on its front. */
const path = (outlet: number, what: 'state' | 'name'): string =>
  `/restapi/relay/outlets/=${outlet - 1}/${what}/`;
const json = { accept: 'application/json' };

/** Digital Loggers web power switches by REST: the header against forged requests goes with everything that is told. */
export const digitalLoggers: HttpModel = {
  reach: 'http',
  name: 'digital-loggers',
  title: 'Digital Loggers Web Power Switch Pro, by REST',
  source: 'Digital Loggers REST-style API reference',
  proof: 'written',
  loginBy: ['digest'],
  state: (outlet) => ({ method: 'GET', path: path(outlet, 'state'), headers: json }),
  outletsIn(answer, outlet) {
    const state = firstOf(answer);
    if (typeof state !== 'boolean') return new Map();
    return new Map([[outlet, { power: state ? 'on' : 'off' }]]);
  },
  control: (outlet, wish) => ({
    method: 'PUT',
    path: path(outlet, 'state'),
    headers: { 'x-csrf': 'x', 'content-type': 'application/x-www-form-urlencoded' },
    body: `value=${wish === 'on'}`,
  }),
  label: {
    request: (outlet) => ({ method: 'GET', path: path(outlet, 'name'), headers: json }),
    in(answer) {
      const name = firstOf(answer);
      return typeof name === 'string' ? name : undefined;
    },
  },
};
