import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** One link between the units: the failover link, or the state link. */
export interface FailoverInterfaceFacts {
  readonly nameif: string;
  readonly port: string;
  /** The address that is configured for the primary unit. */
  readonly systemAddress: string;
  /** As printed: `255.0.0.0` for IPv4, a prefix length for IPv6. */
  readonly mask?: string;
  readonly myAddress: string;
  readonly otherAddress: string;
}

/** `show failover interface` (document 77809, «Use of the show failover Command»; with IPv6 since 8.2). */
export const showFailoverInterface: ShowParser<readonly FailoverInterfaceFacts[]> = showParser(
  'show failover interface',
  readInterfaces,
);

const heading = shaped(/^interface (\S+) (\S+)$/i, (nameif = '', port = '') => ({ nameif, port }));
const systemLine = shaped(
  /^System IP Address ?: ?([^\s/]+)(?:[ /](\S+))?$/i,
  (systemAddress = '', mask = '') => (mask === '' ? { systemAddress } : { systemAddress, mask }),
);
const myLine = shaped(/^My IP Address ?: ?(\S+)$/i, (address = '') => address);
const otherLine = shaped(/^Other IP Address ?: ?(\S+)$/i, (address = '') => address);

function readInterfaces(cursor: Cursor): readonly FailoverInterfaceFacts[] {
  const interfaces: FailoverInterfaceFacts[] = [];
  for (let named = cursor.read(heading); named !== undefined; named = cursor.read(heading)) {
    const system = cursor.need(systemLine, '`System IP Address: …`');
    const myAddress = cursor.need(myLine, '`My IP Address: …`');
    const otherAddress = cursor.need(otherLine, '`Other IP Address: …`');
    interfaces.push({ ...named, ...system, myAddress, otherAddress });
  }
  if (interfaces.length === 0) cursor.refuse('`interface <name> <port>`');
  return interfaces;
}
