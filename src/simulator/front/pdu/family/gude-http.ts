import { type HttpAnswer, inJson, inWords } from '../http-message.ts';
import type { HttpPdu, HttpPduFamily } from '../pdu-family.ts';

/** Set in `components`: the outputs. */
const outputs = 1;

/** Somebody else's address, of the block that is kept for examples. */
const otherUser = '192.0.2.77';

/** Gude with «Basic Compatible» and no session login: everything is in the query. It listens to one user at a time. */
export const gudeHttp: HttpPduFamily = {
  speaks: 'http',
  asks: 'none',
  realm: 'Gude',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  hasOneUser: true,
  answer({ path, query, standing }, pdu) {
    if (path !== '/status.json' && path !== '/ov.html') return inWords(404, 'Not Found');
    if (pdu.inUse) return inWords(200, `Device is blocked by another user with IP ${otherUser}`);
    const [port, wish] = [Number(query.get('p')), query.get('s')];
    if (query.get('cmd') === '1') {
      if (standing !== 'writer') return inWords(403, 'Forbidden');
      if (!pdu.outlets.some(({ number }) => number === port) || (wish !== '0' && wish !== '1'))
        return inWords(400, 'Bad Request');
      pdu.give(port, wish === '1' ? 'on' : 'off');
    }
    return path === '/ov.html' ? inPage(pdu) : inJson(statusOf(pdu, Number(query.get('components'))));
  },
};

function statusOf(pdu: HttpPdu, components: number): object {
  if (components % 2 !== outputs) return {};
  return {
    outputs: pdu.outlets.map(({ name, power, moves }) => ({
      name,
      state: power === 'on' ? 1 : 0,
      sw_cnt: moves,
    })),
  };
}

function inPage({ outlets }: HttpPdu): HttpAnswer {
  const tags = outlets.map(
    ({ number, power }) =>
      `<meta http-equiv="powerstate" content="Power Port ${number},${power === 'on' ? 1 : 0}">`,
  );
  return { status: 200, type: 'text/html', body: `<html><head>\n${tags.join('\n')}\n</head></html>\n` };
}
