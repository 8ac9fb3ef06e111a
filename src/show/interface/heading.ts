import { shaped } from '../line/fields.ts';
import type { InterfaceFacts } from './facts.ts';

type Heading = Pick<InterfaceFacts, 'port' | 'nameif' | 'status' | 'protocol'>;

const statusOfWord: Readonly<Record<string, InterfaceFacts['status']>> = {
  up: 'up',
  down: 'down',
  'administratively down': 'administratively-down',
  'admin down': 'administratively-down',
};

/**
 * `Interface GigabitEthernet0/0 "outside", is up, line protocol is up`, and without the comma and with a small
 * letter on PIX 6: `interface ethernet0 "outside" is up, line protocol is up`.
 */
export const interfaceHeading = shaped(
  /^Interface (\S+) "([^"]*)",? is ([a-z ]+), line protocol is (up|down)(?: \([a-z ]+\))?$/i,
  (port = '', nameif = '', printed = '', protocol = ''): Heading | undefined => {
    const status = statusOfWord[printed.toLowerCase()];
    if (status === undefined) return undefined;
    return {
      port,
      ...(nameif !== '' && { nameif }),
      status,
      protocol: protocol.toLowerCase() === 'up' ? 'up' : 'down',
    };
  },
);
