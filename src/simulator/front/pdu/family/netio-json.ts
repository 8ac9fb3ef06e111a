import { inJson, inWords, membersOf, recordOf } from '../http-message.ts';
import type { OutletOrder } from '../outlet-orders.ts';
import type { HttpPdu, HttpPduFamily } from '../pdu-family.ts';

/** `Action`; 6 means that `State` says it. */
const actions: Readonly<Record<number, OutletOrder>> = {
  0: 'off',
  1: 'on',
  2: 'short-off',
  3: 'short-on',
  4: 'toggle',
  5: 'nothing',
};
const stateSaysIt = 6;

/** NETIO, M2M API in JSON: one document to read, and the same to write. Accounts to read and to write are separate. */
export const netioJson: HttpPduFamily = {
  speaks: 'http',
  asks: 'basic',
  realm: 'NETIO',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  answer({ method, path, body, standing }, pdu) {
    if (path !== '/netio.json') return inWords(404, 'Not Found');
    if (method === 'GET') return inJson(documentOf(pdu));
    if (method !== 'POST') return inWords(405, 'Method Not Allowed');
    if (standing !== 'writer') return inWords(403, 'Forbidden');
    const wanted = membersOf(body)['Outputs'];
    if (!Array.isArray(wanted)) return inWords(400, 'Bad Request');
    const orders = wanted.map((one: unknown) => orderIn(recordOf(one), pdu));
    if (orders.includes(undefined)) return inWords(400, 'Bad Request');
    for (const order of orders) if (order) pdu.give(order.outlet, order.order, order.afterS);
    return inJson(documentOf(pdu));
  },
};

interface Ordered {
  readonly outlet: number;
  readonly order: OutletOrder;
  readonly afterS: number;
}

/** One member of `Outputs`; undefined for an output that is not there, or an action that is none. */
function orderIn(wanted: Readonly<Record<string, unknown>>, pdu: HttpPdu): Ordered | undefined {
  const { ID, Action, State, Delay } = wanted;
  const outlet = pdu.outlets.find(({ number }) => number === ID)?.number;
  const action = Action === stateSaysIt || Action === undefined ? State : Action;
  const order = typeof action === 'number' ? actions[action] : undefined;
  const isShort = order === 'short-on' || order === 'short-off';
  const afterS = isShort && typeof Delay === 'number' ? Delay / 1000 : 0;
  return outlet === undefined || !order ? undefined : { outlet, order, afterS };
}

function documentOf({ name, outlets, delays }: HttpPdu): object {
  return {
    Agent: { Model: 'Simulated NETIO PowerPDU', DeviceName: name, NumOutputs: outlets.length },
    Outputs: outlets.map(({ number, name: label, power, watts }) => ({
      ID: number,
      Name: label,
      State: power === 'on' ? 1 : 0,
      Action: stateSaysIt,
      Delay: delays.reboot * 1000,
      Load: watts,
    })),
  };
}
