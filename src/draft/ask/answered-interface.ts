import { UsageError } from '../../errors.ts';
import { wordFits } from '../../topology/index.ts';
import type { InterfaceFound, LinkFound } from '../facts.ts';

const from = 'as answered';

/** The form of an answer about a data interface. */
export const interfaceForm = 'socket name level active mask standby';
/** The form of an answer about a link. */
export const linkForm = 'socket name active mask standby';

/** Reads `GigabitEthernet0/0 outside 0 192.0.2.1 255.255.255.0 192.0.2.2`. Throws `UsageError`. */
export function interfaceAnswer(text: string): InterfaceFound {
  const [socket = '', nameif = '', level = '', active, mask, standby] = words(text, [3, 6], interfaceForm);
  named(socket, nameif);
  if (!/^(?:\d{1,2}|100)$/.test(level))
    throw new UsageError(`${JSON.stringify(level)} is no security level from 0 to 100`);
  return {
    from,
    interface: socket,
    nameif,
    securityLevel: Number(level),
    ...addresses(active, mask, standby),
    monitored: true,
  };
}

/** Reads `GigabitEthernet0/2 fover 10.99.0.1 255.255.255.252 10.99.0.2`, or a name alone. Throws `UsageError`. */
export function linkAnswer(text: string): LinkFound {
  if (wordFits('nameif', text.trim())) return { from, nameif: text.trim() };
  const [socket = '', nameif = '', active, mask, standby] = words(text, [5], linkForm);
  named(socket, nameif);
  return { from, nameif, interface: socket, ...addresses(active, mask, standby) };
}

function words(text: string, counts: readonly number[], form: string): readonly string[] {
  const found = text.trim().split(/\s+/);
  if (counts.includes(found.length)) return found;
  throw new UsageError(`expected ${form}, in this order with blanks between them`);
}

function named(socket: string, nameif: string): void {
  if (!wordFits('interface', socket))
    throw new UsageError(`${JSON.stringify(socket)} is no socket such as GigabitEthernet0/0`);
  if (!wordFits('nameif', nameif))
    throw new UsageError(`${JSON.stringify(nameif)} is no name of an interface such as inside`);
}

function addresses(active?: string, mask?: string, standby?: string): Pick<InterfaceFound, 'addresses'> {
  if (active === undefined) return {};
  for (const text of [active, mask, standby])
    if (text === undefined || !wordFits('address', text))
      throw new UsageError(`${JSON.stringify(text ?? '')} is no IPv4 address or mask`);
  return {
    addresses: {
      active,
      ...(mask === undefined ? {} : { mask }),
      ...(standby === undefined ? {} : { standby }),
    },
  };
}
