import { BenchError } from '../../errors.ts';
import { openPdu, pduModels } from '../../device/index.ts';
import type { HttpAnswer } from '../../transport/index.ts';
import { HttpClient } from '../../transport/index.ts';
import { withFarEnd, turn, turns } from '../far-end.ts';
import { hastyClock } from '../hasty-clock.ts';
import { hold } from '../hold.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, only, textOf, utf8 } from '../target.ts';

const ok = (body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2;x=y\r\n1}\r\n0\r\n\r\n';
const digest =
  'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm="x, y", qop="auth,auth-int", nonce="ab\\"c", algorithm=SHA-256, opaque=""\r\n' +
  'WWW-Authenticate: Basic realm=x, Digest realm="z", nonce=1\r\nContent-Length: 0\r\n\r\n';
const login = { username: 'lab', password: 'quiet' };

/** An answer of HTTP: its status, its headers, its body, whole or in chunks, and what it wants to be logged in by. */
export const http: FuzzTarget = {
  name: 'http',
  isCostly: true,
  samples: () => [
    turns(ok('{"ison":true}')),
    turns(chunked),
    turns(digest, ok('[1]')),
    turns('HTTP/1.0 404 Not Found\r\nSet-Cookie: a\r\n b: c\r\n\r\ngone', ''),
    turns('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 2\r\n\r\nok'),
  ],
  async read(input) {
    const answer = await withFarEnd(input, 'client', async (port): Promise<HttpAnswer> => {
      const client = new HttpClient({ host: '127.0.0.1', port, login }, ['digest', 'basic'], hastyClock);
      return client.ask({ method: 'GET', path: '/' });
    });
    return String(answer.status);
  },
  allows: only(BenchError),
};

const bodies = [
  '{"Outputs":[{"ID":1,"State":1,"Name":"fw-a","Load":3},{"ID":2,"State":0}]}',
  '{"ison":true}',
  '{"name":"fw-a","power":1.5}',
  '{"id":1,"result":{"output":true,"apower":4.5,"name":"x"}}',
  '{"error":{"code":401,"message":"no"}}',
  '{"POWER1":"ON","POWER":"OFF"}',
  '{"Status":{"FriendlyName":["a","b"]},"StatusSNS":{"ENERGY":{"Power":[1,2]}}}',
  '{"outputs":[{"name":"a","state":1},{"state":0}]}',
  '[true]',
  '["fw-a"]',
  'Device is blocked by another user <b>',
];
const models = pduModels.flatMap((model) => (model.reach === 'http' ? [model] : []));

/** What the families of PDUs that are asked over HTTP make of a body. */
export const httpBodies: FuzzTarget = {
  name: 'pdu over http, bodies',
  samples: () => utf8(...bodies),
  read(input) {
    const text = textOf(input);
    const json = jsonIn(text);
    const told = models.map(({ name, outletsIn, refusalIn, label, watts }) => {
      const outlets = outletsIn(json, 1);
      for (const { power } of outlets.values())
        hold(/^(?:on|off|unsettled)$/.test(power), `${name}: power ${power}`);
      const [given, drawn] = [label?.in(json, 1), watts?.in(json, 1)];
      hold(given === undefined || typeof given === 'string', `${name}: a label that is no text`);
      hold(drawn === undefined || Number.isFinite(drawn), `${name}: watts that are no number`);
      return outlets.size > 0 || refusalIn?.(text) === undefined;
    });
    return told.map(Number).join('');
  },
  allows: nothing,
  pieces: ['{"a":', '{"Outputs":[', '{"ID":1,"State":1},', 'Device is blocked by another user', '"POWER'],
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same by a connection, with more answers than one; which family it is, the first byte says. */
export const httpPdu: FuzzTarget = {
  name: 'pdu over http',
  isCostly: true,
  samples: () =>
    bodies.flatMap((body) =>
      models.map((_, at) =>
        Buffer.concat([Buffer.from([at]), turns(ok(body), ok(body), ok(body), ok('{}'))]),
      ),
    ),
  async read(input) {
    const [first = 0] = input;
    const model = models[first % models.length]?.name ?? 'netio-json';
    return withFarEnd(input.subarray(1), 'client', async (port) => {
      const access = { http: { host: '127.0.0.1', port, login } };
      const pdu = await openPdu({ name: 'pdu1', model, access, protected: [] }, hastyClock);
      const { power } = await pdu.read('1');
      await pdu.close();
      return power;
    });
  },
  allows: only(BenchError),
};

const listing = '307 fw-a\r\n307 fw-b\r\n103 Query complete\r\npowerman> ';

/** What powermand says. */
export const powerman: FuzzTarget = {
  name: 'powerman',
  isCostly: true,
  samples: () => [
    turns(
      '001 powerman 2.3.27\r\npowerman> ',
      '104 exprange on\r\npowerman> ',
      listing,
      listing,
      '303 fw-a: on\r\n103 Query complete\r\npowerman> ',
    ),
    turns(
      '001 powerman\r\npowerman> ',
      '101 ok\r\npowerman> ',
      listing,
      listing,
      '308 apc: timed out\r\n206 Query failed\r\npowerman> ',
      '',
    ),
  ],
  async read(input) {
    return withFarEnd(input, 'server', async (port) => {
      const access = { powerman: { host: '127.0.0.1', port, boundMs: 5000 } };
      const pdu = await openPdu({ name: 'pdu1', model: 'powerman', access, protected: [] }, hastyClock);
      try {
        return (await pdu.read('fw-a')).power;
      } finally {
        await pdu.close();
      }
    });
  },
  allows: only(BenchError),
  pieces: ['powerman> ', '303 fw-a: on\r\n', turn],
};
