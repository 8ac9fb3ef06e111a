import type { AddressFacts } from '../facts.ts';
import type { ConfigBlock } from './config-blocks.ts';

/** An interface of a running configuration. */
export interface ConfigInterface {
  readonly interface: string;
  readonly nameif?: string;
  readonly securityLevel?: number;
  readonly vlan?: number;
  readonly addresses?: AddressFacts;
  readonly macs?: { readonly active: string; readonly standby: string };
  readonly shutdown: boolean;
}

type Mutable = { -readonly [Key in keyof ConfigInterface]: ConfigInterface[Key] };

const readers: readonly (readonly [RegExp, (into: Mutable, words: readonly string[]) => void])[] = [
  [/^nameif (\S+)$/, (into, [nameif = '']) => (into.nameif = nameif)],
  [/^security-level (\d{1,3})$/, (into, [level]) => (into.securityLevel = Number(level))],
  [/^vlan (\d{1,4})$/, (into, [vlan]) => (into.vlan = Number(vlan))],
  [/^ip address (\S+) (\S+)(?: standby (\S+))?$/, (into, words) => (into.addresses = addressesOf(words))],
  [
    /^mac-address (\S+) standby (\S+)$/,
    (into, [active = '', standby = '']) => (into.macs = { active, standby }),
  ],
  [/^shutdown$/, (into) => (into.shutdown = true)],
];

/** Reads `interface …` with its lines; what a topology does not say about interfaces is passed over. */
export function configInterface({ line, below }: ConfigBlock): ConfigInterface | undefined {
  const [, name] = /^interface (\S+)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const read: Mutable = { interface: capitalized(name), shutdown: false };
  for (const text of below)
    for (const [shape, take] of readers) {
      const match = shape.exec(text);
      if (match) take(read, match.slice(1));
    }
  return read;
}

/** `active mask [standby]`. */
export function addressesOf([active = '', mask, standby]: readonly (string | undefined)[]): AddressFacts {
  return {
    active,
    ...(mask === undefined ? {} : { mask }),
    ...(standby === undefined ? {} : { standby }),
  };
}

/** PIX 6 writes its sockets small: `ethernet0`. */
export function capitalized(socket: string): string {
  return socket.charAt(0).toUpperCase() + socket.slice(1);
}
