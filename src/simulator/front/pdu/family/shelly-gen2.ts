import { type HttpQuestion, inJson, inWords, membersOf, recordOf } from '../http-message.ts';
import type { HttpPdu, HttpPduFamily } from '../pdu-family.ts';

/** What a call was refused for, as its RPC numbers it. */
const notFound = -105;
const noHandler = 404;
const invalidArgument = -103;

/** Shelly of the second generation: JSON-RPC, outlets counted from 0, Digest with SHA-256 only. */
export const shellyGen2: HttpPduFamily = {
  speaks: 'http',
  asks: 'digest-sha-256',
  realm: 'simulated-shelly',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  answer(question, pdu) {
    if (question.path !== '/rpc' || question.method !== 'POST') return inWords(404, 'Not Found');
    const { id = null, method, params } = membersOf(question.body);
    const told = call(String(method), recordOf(params), question, pdu);
    if (told === 'forbidden') return inWords(403, 'Forbidden');
    return inJson({ id, src: pdu.name, ...told });
  },
};

type Told =
  | { readonly result: object }
  | { readonly error: { readonly code: number; readonly message: string } };

function call(
  method: string,
  params: Readonly<Record<string, unknown>>,
  { standing }: HttpQuestion,
  pdu: HttpPdu,
): Told | 'forbidden' {
  if (method !== 'Switch.Set' && method !== 'Switch.GetStatus')
    return refusal(noHandler, `No handler for ${method}`);
  const outlet = pdu.outlets.find(({ number }) => number - 1 === params['id']);
  if (!outlet) return refusal(notFound, `Argument 'id', value ${String(params['id'])} not found!`);
  const output = outlet.power === 'on';
  if (method === 'Switch.GetStatus')
    return { result: { id: params['id'], source: 'init', output, apower: outlet.watts } };
  if (standing !== 'writer') return 'forbidden';
  const { on, toggle_after: after } = params;
  if (typeof on !== 'boolean') return refusal(invalidArgument, "Missing required argument 'on'!");
  // The outlet returns by itself after so many seconds: a dead man's switch.
  if (typeof after === 'number' && after > 0) pdu.give(outlet.number, on ? 'short-on' : 'short-off', after);
  else pdu.give(outlet.number, on ? 'on' : 'off');
  return { result: { was_on: output } };
}

function refusal(code: number, message: string): Told {
  return { error: { code, message } };
}
