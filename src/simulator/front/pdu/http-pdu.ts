import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../../../clock.ts';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { SimulatedPdu } from '../../face/index.ts';
import type { Front } from '../door/front.ts';
import { openTcpFront, wantedEndpoint } from '../door/listening.ts';
import { HttpLogin } from './http-login.ts';
import { type HttpAnswer, type HttpQuestion, inWords, type Standing } from './http-message.ts';
import { OutletOrders } from './outlet-orders.ts';
import { viewOutlet } from './outlet-view.ts';
import type { HttpPdu, HttpPduFamily } from './pdu-family.ts';

/** Nobody has more to say to a PDU than so many characters. */
const longestBody = 65_536;

/**
 * The web server of a simulated PDU, where its topology wants its agent, for those whom the agent would let in.
 * Throws `BenchError` if it cannot listen.
 */
export async function serveHttpPdu(
  device: SimulatedPdu,
  family: HttpPduFamily,
  access: SnmpAccess,
  secrets: Secrets,
  clock: Clock,
): Promise<Front> {
  const login = new HttpLogin(access, secrets, family.realm);
  const orders = new OutletOrders(device, clock, family.delays);
  const server = createServer((request, response) => {
    void readBody(request).then((body) =>
      device.agent.hear(() => reply(device, family, login, orders, { request, response, body })),
    );
  });
  try {
    const front = await openTcpFront(`PDU ${device.name}`, wantedEndpoint(access), (socket) =>
      server.emit('connection', socket),
    );
    const close = async (): Promise<void> => {
      orders.close();
      await front.close();
    };
    return { endpoint: front.endpoint, close };
  } catch (error) {
    orders.close();
    throw error;
  }
}

/** One request and the way back; a body that is too long is undefined. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string | undefined;
}

function reply(
  device: SimulatedPdu,
  family: HttpPduFamily,
  login: HttpLogin,
  orders: OutletOrders,
  { request, response, body }: Exchange,
): void {
  const send = ({ status, type = 'text/plain', body: text }: HttpAnswer, more: object = {}): void => {
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text), ...more });
    response.end(text);
  };
  if (body === undefined) return send(inWords(413, 'Request Entity Too Large'));
  const { method = 'GET', url = '/' } = request;
  const known = standingOf(family, login, request.headers.authorization, method, url);
  if (known === 'stranger' && family.asks !== 'itself') {
    const challenge = family.asks === 'none' ? {} : { 'www-authenticate': login.challenge(family.asks) };
    return send(inWords(401, 'Unauthorized'), challenge);
  }
  const demoted = (standing: Standing): Standing =>
    standing === 'writer' && device.agent.readOnly ? 'reader' : standing;
  const { path, query } = targetOf(url);
  const question: HttpQuestion = {
    method,
    path,
    query,
    body,
    header: (name) => request.headers[name]?.toString(),
    standing: demoted(known),
    standingOf: (user, password) => demoted(login.standingOf(user, password)),
  };
  let isObeyed = false;
  const answer = family.answer(
    question,
    handsOn(device, family, orders, () => (isObeyed = true)),
  );
  if (isObeyed && !device.agent.answersCommands) request.socket.destroy();
  else send(answer);
}

function standingOf(
  { asks }: HttpPduFamily,
  login: HttpLogin,
  authorization: string | undefined,
  method: string,
  target: string,
): Standing {
  if (asks === 'none') return 'writer';
  return asks === 'itself' ? 'stranger' : login.standing(authorization, method, target, asks);
}

function handsOn(
  device: SimulatedPdu,
  family: HttpPduFamily,
  orders: OutletOrders,
  onObeyed: () => void,
): HttpPdu {
  return {
    name: device.name,
    outlets: device.outlets.map(({ number }) => viewOutlet(device, orders, number)),
    inUse: device.agent.inUse,
    delays: family.delays,
    give: (outlet, order, afterS) => {
      onObeyed();
      orders.give(outlet, order, afterS);
    },
  };
}

function targetOf(url: string): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '/', query = ''] = url.split(/\?(.*)/s);
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query) };
  } catch {
    // A percent sign that begins nothing: no family has such a path, so it is not found.
    return { path, query: new URLSearchParams(query) };
  }
}

/** The whole body; undefined if it is longer than anybody's. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  let body = '';
  request.setEncoding('utf8');
  try {
    for await (const part of request) {
      body += String(part);
      if (body.length > longestBody) return undefined;
    }
  } catch {
    // The client left in the middle; there is nobody to answer, and what came is no order.
    return undefined;
  }
  return body;
}
