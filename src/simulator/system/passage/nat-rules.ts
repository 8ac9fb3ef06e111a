import type { ConfigNode, ConfigTree } from '../../config/config-tree.ts';

/** A network or, with a mask of ones, an address. */
export interface Network {
  readonly address: string;
  readonly mask: string;
}

/**
 * One rule of address translation: what of an interface goes by which addresses beyond another one. `address` with
 * its own mask keeps the host part; a pool is handed out address by address; `pat` shares one address by ports.
 */
export interface NatRule {
  readonly kind: 'identity' | 'static' | 'pool' | 'pat';
  readonly realIf: string;
  readonly mappedIf: string;
  readonly real: Network;
  /** Decides on packets instead of `real`. */
  readonly accessList?: string | undefined;
  /** The address (the first one of a pool); `interface` is the address of the mapped interface. */
  readonly mapped: string;
  readonly last?: string | undefined;
  readonly port?: { readonly protocol: string; readonly real: number; readonly mapped: number } | undefined;
}

const anyNetwork: Network = { address: '0.0.0.0', mask: '0.0.0.0' };
const host = '255.255.255.255';

/** Ports that configurations call by name. */
const portNames: Readonly<Record<string, number>> = {
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  www: 80,
  http: 80,
  pop3: 110,
  https: 443,
  sip: 5060,
};

/** The number of a port given by number or by name; NaN if it is neither. */
export function portNumber(word: string | undefined): number {
  return portNames[word ?? ''] ?? Number(word);
}

/** All rules of a configuration in the order in which they are tried, in the grammar of before 8.3 and since. */
export function natRules(config: ConfigTree): readonly NatRule[] {
  const nodes = config.nodes();
  const objects = objectsOf(nodes);
  const twice = nodes.flatMap(({ text }) => twiceRule(text, objects));
  const older = nodes.flatMap(({ text }) => [...staticRule(text), ...dynamicRules(text, nodes)]);
  const auto = nodes.flatMap((node) => objectRule(node, objects));
  return [...twice, ...inOrder([...older, ...auto])];
}

/** Exemptions first, then what is static, with ports before all ports, then what is dynamic. */
function inOrder(rules: readonly NatRule[]): readonly NatRule[] {
  const rank = ({ kind, port }: NatRule): number =>
    kind === 'identity' ? 0 : kind === 'static' ? (port ? 1 : 2) : kind === 'pool' ? 3 : 4;
  return rules.toSorted((one, other) => rank(one) - rank(other));
}

/** `static (inside,outside) [tcp] 203.0.113.20 [80] 10.1.1.20 [8080] netmask 255.255.255.255` */
function staticRule(text: string): NatRule[] {
  const match = /^static \(([^,]+),([^)]+)\) (?:(tcp|udp) (\S+) (\S+) (\S+) (\S+)|(\S+) (\S+))/.exec(text);
  if (!match) return [];
  const [, realIf = '', mappedIf = '', protocol, portMapped, mappedPort, portReal, realPort] = match;
  const mapped = portMapped ?? match[8] ?? '';
  const mask = / netmask (\S+)/.exec(text)?.[1] ?? host;
  const real = { address: portReal ?? match[9] ?? '', mask };
  const port =
    protocol === undefined
      ? undefined
      : { protocol, real: portNumber(realPort), mapped: portNumber(mappedPort) };
  return [{ kind: 'static', realIf, mappedIf, real, mapped, port }];
}

/** `nat (inside) 1 10.1.1.0 255.255.255.0` with every `global` of its number; number 0 is not translated at all. */
function dynamicRules(text: string, nodes: readonly ConfigNode[]): NatRule[] {
  const match = /^nat \(([^,)]+)\) (\d+) (\S+)(?: (\S+))?/.exec(text);
  if (!match) return [];
  const [, realIf = '', number = '', first = '', second = ''] = match;
  const isList = first === 'access-list';
  const real = isList || first === '0' ? anyNetwork : { address: first, mask: second || host };
  const rule = { realIf, real, accessList: isList ? second : undefined };
  if (number === '0') return [{ kind: 'identity', ...rule, mappedIf: 'any', mapped: first }];
  return nodes.flatMap((node) => {
    const pool = new RegExp(`^global \\(([^)]+)\\) ${number} (\\S+)`).exec(node.text);
    if (!pool) return [];
    const [, mappedIf = '', addresses = ''] = pool;
    const [mapped = '', last] = addresses.split('-');
    return [
      { kind: last === undefined ? ('pat' as const) : ('pool' as const), ...rule, mappedIf, mapped, last },
    ];
  });
}

type Objects = ReadonlyMap<string, { readonly network: Network; readonly last?: string | undefined }>;

function objectsOf(nodes: readonly ConfigNode[]): Objects {
  const objects = new Map<string, { network: Network; last?: string | undefined }>();
  for (const { text, below } of nodes) {
    const name = /^object network (\S+)$/.exec(text)?.[1];
    if (name === undefined) continue;
    for (const line of below) {
      const [word, address = '', second] = line.text.split(' ');
      if (word === 'host') objects.set(name, { network: { address, mask: host } });
      if (word === 'subnet') objects.set(name, { network: { address, mask: second ?? host } });
      if (word === 'range') objects.set(name, { network: { address, mask: host }, last: second });
    }
  }
  return objects;
}

/** The `nat` line within a network object: `nat (inside,outside) static|dynamic …`. */
function objectRule({ text, below }: ConfigNode, objects: Objects): NatRule[] {
  const name = /^object network (\S+)$/.exec(text)?.[1];
  const real = objects.get(name ?? '')?.network;
  return below.flatMap((line) => {
    const match = /^nat \(([^,]+),([^)]+)\) (static|dynamic) (\S+)(?: service (\S+) (\S+) (\S+))?/.exec(
      line.text,
    );
    if (!match || !real) return [];
    const [, realIf = '', mappedIf = '', kind, to = '', protocol, realPort, mappedPort] = match;
    const port =
      protocol === undefined
        ? undefined
        : { protocol, real: portNumber(realPort), mapped: portNumber(mappedPort) };
    return [{ ...mappingTo(to, kind === 'static', objects), realIf, mappedIf, real, port }];
  });
}

/** `nat (inside,outside) source static|dynamic REAL MAPPED …`: the real object by its own name is exempt. */
function twiceRule(text: string, objects: Objects): NatRule[] {
  const match = /^nat \(([^,]+),([^)]+)\)(?: after-auto)? source (static|dynamic) (\S+) (\S+)/.exec(text);
  if (!match) return [];
  const [, realIf = '', mappedIf = '', kind, from = '', to = ''] = match;
  const real = from === 'any' ? anyNetwork : objects.get(from)?.network;
  if (!real) return [];
  if (kind === 'static' && from === to) return [{ kind: 'identity', realIf, mappedIf, real, mapped: to }];
  return [{ ...mappingTo(to, kind === 'static', objects), realIf, mappedIf, real }];
}

function mappingTo(
  word: string,
  isStatic: boolean,
  objects: Objects,
): Pick<NatRule, 'kind' | 'mapped' | 'last'> {
  const object = objects.get(word);
  const mapped = object?.network.address ?? word;
  if (isStatic) return { kind: 'static', mapped };
  return object?.last === undefined ? { kind: 'pat', mapped } : { kind: 'pool', mapped, last: object.last };
}
