import type { ConfigTree } from '../config/config-tree.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { UdpPacket } from '../fabric/frame.ts';
import { inSameSubnet, ipNumber } from '../fabric/address.ts';

/**
 * Whether a new connection may enter at one interface and leave at another. An access list on the entry decides
 * alone; without one, traffic may go from a higher security level to a lower one.
 */
export function mayConnect(
  config: ConfigTree,
  entry: InterfaceSettings,
  exit: InterfaceSettings,
  packet: UdpPacket,
): boolean {
  const group = config.text(`access-group in interface ${entry.nameif ?? ''}`)?.split(' ')[1];
  if (group === undefined) return entry.securityLevel > exit.securityLevel;
  const head = `access-list ${group} `;
  for (const { text } of config.nodes()) {
    if (!text.startsWith(head)) continue;
    const verdict = ruleOn(text.slice(head.length).split(' '), packet);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

/** `extended permit udp any host 192.0.2.9 eq 5000`; undefined if the rule is not about this packet. */
function ruleOn(words: readonly string[], packet: UdpPacket): boolean | undefined {
  const rest = words.filter((word) => word !== 'extended');
  const verdict = rest.shift();
  const protocol = rest.shift();
  if (verdict !== 'permit' && verdict !== 'deny') return undefined;
  if (protocol !== 'ip' && protocol !== 'udp' && protocol !== '17') return undefined;
  if (!takeAddress(rest, packet.from) || !takeAddress(rest, packet.to)) return undefined;
  const [relation, port] = rest;
  if (relation === 'eq' && Number(port) !== packet.toPort) return undefined;
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
