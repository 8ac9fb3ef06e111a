import { blank, entry, map, value } from '../node/draft-node.ts';
import type { DraftNode } from '../node/draft-node.ts';
import type { CableEnd } from './cable-row.ts';

/** A way to a console that ends at a line of a console server, or at a serial device of a machine. */
export function consoleBehind({ device, port }: CableEnd, from: string): DraftNode {
  if (/^\/dev\/[\w./:-]+$/.test(port.text))
    return map([entry('serial', map([entry('device', value(port.text, `${from}, at ${device.text}`))]))]);
  const host = /^[\w.:-]+$/.test(device.text)
    ? value(device.text, from)
    : blank(`its name or address; ${from} has ${JSON.stringify(device.text)}`);
  const [, digits] = /^(?:tcp|port|telnet)?[ :-]?(\d{4,5})$/i.exec(port.text) ?? [];
  const known = digits !== undefined && Number(digits) >= 1024 && Number(digits) <= 65_535;
  const portNode = known
    ? value(Number(digits))
    : blank(`the TCP port of ${JSON.stringify(port.text)}, such as 2000 and its number`);
  return map([entry('telnet', map([entry('host', host), entry('port', portNode)]))]);
}
