import { type HttpAnswer, inJson, inWords } from '../http-message.ts';
import type { OutletOrder } from '../outlet-orders.ts';
import type { HttpPdu, HttpPduFamily } from '../pdu-family.ts';

const wishes: Readonly<Record<string, OutletOrder>> = {
  '0': 'off',
  off: 'off',
  '1': 'on',
  on: 'on',
  '2': 'toggle',
  toggle: 'toggle',
};

/** Tasmota: commands as words in the query, and the password beside them. Who is refused is not told so by the status. */
export const tasmota: HttpPduFamily = {
  speaks: 'http',
  asks: 'itself',
  realm: 'Tasmota',
  delays: { powerOn: 5, powerOff: 5, reboot: 5 },
  answer({ path, query, standingOf }, pdu) {
    if (path !== '/cm') return inWords(404, 'Not Found');
    const standing = standingOf(query.get('user') ?? 'admin', query.get('password') ?? '');
    // The command comes back unheeded: a reader must look for the key that it asked for.
    if (standing === 'stranger') return inJson({ Command: 'Error' });
    return obey(query.get('cmnd') ?? '', standing === 'writer', pdu);
  },
};

function obey(command: string, mayWrite: boolean, pdu: HttpPdu): HttpAnswer {
  const [, at, wish = ''] = /^power(\d*)(?: (\w+))?$/i.exec(command.trim()) ?? [];
  const outlet = pdu.outlets.find(({ number }) => number === Number(at === '' ? 1 : at));
  const order = wishes[wish.toLowerCase()];
  if (!outlet || (wish !== '' && !order) || (order && !mayWrite)) return inJson({ Command: 'Unknown' });
  if (order) pdu.give(outlet.number, order);
  const next = order === 'toggle' ? (outlet.power === 'on' ? 'off' : 'on') : order;
  return inJson({ [`POWER${outlet.number}`]: (next ?? outlet.power).toUpperCase() });
}
