import { type HttpAnswer, type HttpQuestion, inJson, inWords } from '../http-message.ts';
import type { OutletOrder } from '../outlet-orders.ts';
import type { HttpPdu, HttpPduFamily } from '../pdu-family.ts';

/** One outlet of the REST interface, counted from 0. */
const outletPath = /^\/restapi\/relay\/outlets\/=(\d+)\/(state|name)\/$/;

const words: Readonly<Record<string, OutletOrder>> = { ON: 'on', OFF: 'off', CCL: 'reboot' };

/** Digital Loggers web power switch: REST with outlets counted from 0, and the pages of older ones counted from 1. */
export const digitalLoggers: HttpPduFamily = {
  speaks: 'http',
  asks: 'digest-md5',
  realm: 'Simulated power switch',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  answer(question, pdu) {
    const { path } = question;
    const [, at, what] = outletPath.exec(path) ?? [];
    if (at !== undefined) return answerRest(question, pdu, Number(at) + 1, what === 'name');
    if (path === '/outlet') return obeyPage(question, pdu);
    if (path === '/status') return inHtml(`<div id="state">${bitmaskOf(pdu)}</div>`);
    if (path === '/' || path === '/index.htm') return inHtml(pageOf(pdu));
    return inWords(404, 'Not Found');
  },
};

function answerRest(
  { method, header, body, standing }: HttpQuestion,
  pdu: HttpPdu,
  number: number,
  wantsName: boolean,
): HttpAnswer {
  const outlet = pdu.outlets.find((one) => one.number === number);
  if (!outlet) return inWords(404, 'Not Found');
  if (method === 'GET') return inJson([wantsName ? outlet.name : outlet.power === 'on']);
  if (method !== 'PUT' || wantsName) return inWords(405, 'Method Not Allowed');
  // Without this header a page of somebody else could make a browser switch outlets.
  if (header('x-csrf') === undefined) return inWords(403, 'X-CSRF header is missing');
  if (standing !== 'writer') return inWords(403, 'Forbidden');
  const value = new URLSearchParams(body).get('value');
  if (value !== 'true' && value !== 'false') return inWords(400, 'Bad Request');
  pdu.give(number, value === 'true' ? 'on' : 'off');
  return inWords(204, '');
}

/** `1=OFF`, in the query or in the body. */
function obeyPage({ query, body, standing }: HttpQuestion, pdu: HttpPdu): HttpAnswer {
  if (standing !== 'writer') return inWords(403, 'Forbidden');
  const wanted = [...query, ...new URLSearchParams(body)];
  for (const [outlet, word] of wanted) {
    const order = words[word];
    if (order && pdu.outlets.some(({ number }) => String(number) === outlet)) pdu.give(Number(outlet), order);
    else return inWords(400, 'Bad Request');
  }
  return inHtml(pageOf(pdu));
}

/** The lowest bit is outlet 1; as many hexadecimal digits as eight outlets take, or more. */
function bitmaskOf({ outlets }: HttpPdu): string {
  const bits = outlets.reduce((sum, { number, power }) => sum + (power === 'on' ? 2 ** (number - 1) : 0), 0);
  return bits.toString(16).padStart(2, '0');
}

function pageOf({ name, outlets }: HttpPdu): string {
  const rows = outlets.map(
    ({ number, name: label, power }) =>
      `<tr><td>${number}</td><td>${escaped(label)}</td><td>Outlet ${number} is <b>${power.toUpperCase()}</b></td></tr>`,
  );
  return `<html><body><h1>Controller: ${escaped(name)}</h1><table>\n${rows.join('\n')}\n</table></body></html>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function inHtml(body: string): HttpAnswer {
  return { status: 200, type: 'text/html', body };
}
