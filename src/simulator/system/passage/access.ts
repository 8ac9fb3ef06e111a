import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { inSameSubnet, ipNumber } from '../../ground/address.ts';
import type { FlowPacket } from '../state/connections.ts';
import { portNumber } from './nat-rules.ts';

/** The numbers that stand for the protocols in access lists. */
const protocolNumbers: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp' };

/**
 * Whether a new connection may enter at one interface and leave at another. An access list on the entry decides
 * alone; without one, traffic may go from a higher security level to a lower one.
 */
export function mayConnect(
  config: ConfigTree,
  entry: InterfaceSettings,
  exit: InterfaceSettings,
  packet: FlowPacket,
): boolean {
  const group = config.text(`access-group in interface ${entry.nameif ?? ''}`)?.split(' ')[1];
  if (group === undefined) return entry.securityLevel > exit.securityLevel;
  return listVerdict(config, group, packet) ?? false;
}

/** What an access list says of a packet; undefined if none of its lines is about it. */
export function listVerdict(config: ConfigTree, list: string, packet: FlowPacket): boolean | undefined {
  const head = `access-list ${list} `;
  for (const { text } of config.nodes()) {
    if (!text.startsWith(head)) continue;
    const verdict = ruleOn(text.slice(head.length).split(' '), packet);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** `extended permit udp any host 192.0.2.9 eq 5000`; undefined if the rule is not about this packet. */
function ruleOn(words: readonly string[], packet: FlowPacket): boolean | undefined {
  const rest = words.filter((word) => word !== 'extended');
  const verdict = rest.shift();
  const protocol = rest.shift() ?? '';
  if (verdict !== 'permit' && verdict !== 'deny') return undefined;
  if (protocol !== 'ip' && (protocolNumbers[protocol] ?? protocol) !== packet.carries) return undefined;
  if (!takeAddress(rest, packet.from) || !takePort(rest, packet.fromPort)) return undefined;
  if (!takeAddress(rest, packet.to) || !takePort(rest, packet.toPort)) return undefined;
  return verdict === 'permit';
}

/** Takes the words of one address off the front; true if it covers the given one. */
function takeAddress(words: string[], address: string): boolean {
  const first = words.shift();
  if (first === 'any' || first === 'any4') return true;
  const second = words.shift();
  if (first === 'host') return second === address;
  if (first === undefined || second === undefined || ipNumber(first) === undefined) return false;
  return inSameSubnet(first, address, second);
}

/** Takes what a rule says of a port off the front; true if it covers the given one. */
function takePort(words: string[], port: number): boolean {
  const [relation] = words;
  if (relation === 'eq') return portNumber(words.splice(0, 2)[1]) === port;
  if (relation !== 'range') return true;
  const [, low, high] = words.splice(0, 3);
  return port >= portNumber(low) && port <= portNumber(high);
}
