import { z } from 'zod';
import { readEndpoints } from '../../topology/index.ts';
import type { FuzzTarget } from '../target.ts';
import { only, textOf, utf8 } from '../target.ts';

const at = { host: '127.0.0.1', port: 2001 };
const management = { ...at, fingerprint: 'SHA256:abc' };
const address = { telnet: at, https: at, snmp: at };
const sample = {
  pid: 4711,
  endpoints: {
    consoles: { primary: at, secondary: at },
    management: { primary: management, secondary: management },
    addresses: { active: address, standby: address },
    switches: { sw1: at },
    pdus: { pdu1: at },
    flows: { through: { send: at, receive: at, tcp: at } },
    sources: { units: { primary: '127.0.0.2', secondary: '127.0.0.3' }, switches: {} },
  },
};

/** The note that a simulated bench leaves of where it listens. */
export const endpoints: FuzzTarget = {
  name: 'endpoints',
  samples: () => utf8(JSON.stringify(sample), JSON.stringify(sample, undefined, 2)),
  read: (input) => readEndpoints(textOf(input)),
  allows: only(z.ZodError, SyntaxError),
};
