import { isForManagement } from '../../topology/index.ts';
import type { AddressFacts, InterfaceFound, LinkFound } from '../facts.ts';
import { blank, entry, map, value } from '../node/draft-node.ts';
import type { DraftEntry, DraftNode } from '../node/draft-node.ts';
import { told } from '../told.ts';
import { wordNode } from './word-node.ts';

/** A data interface of the pair, or of a context. On a bridge it has no addresses. */
export function interfaceNode(found: InterfaceFound, bridged: boolean): DraftNode {
  const { from, interface: socket, vlan, nameif, securityLevel, addresses, monitored, macs } = found;
  const isBridged = bridged && !isForManagement({ interface: socket });
  return map([
    entry('interface', wordNode('interface', told(socket, from), 'the socket, such as GigabitEthernet0/0')),
    entry('vlan', vlanNode(socket, vlan)),
    entry('nameif', bare(nameOf(nameif, from))),
    entry(
      'security-level',
      securityLevel === undefined ? blank('0 for outside to 100 for inside') : value(securityLevel),
    ),
    ...(isBridged ? [] : addressEntries(addresses, monitored !== false)),
    entry('monitored', monitored === false ? value(false) : undefined),
    entry('active-mac', macs && bare(wordNode('mac', told(macs.active, from), 'the virtual MAC address'))),
    entry('standby-mac', macs && bare(wordNode('mac', told(macs.standby, from), 'the virtual MAC address'))),
  ]);
}

/** The failover link or the state link; one that shares what another has is a name and nothing else. */
export function linkNode({ from, nameif, interface: socket, vlan, addresses }: LinkFound): DraftNode {
  const named = entry('nameif', bare(nameOf(nameif, from)));
  if (socket === undefined) return map([named]);
  return map([
    named,
    entry('interface', bare(wordNode('interface', told(socket, from), 'its socket'))),
    entry('vlan', vlanNode(socket, vlan)),
    ...addressEntries(addresses, true),
  ]);
}

/** A failover link of which nothing is known. */
export function blankLink(): DraftNode {
  return map([
    entry('nameif', blank('the name of the failover link, such as fover')),
    entry('interface', blank('its socket, such as GigabitEthernet0/2')),
    ...addressEntries(undefined, true),
  ]);
}

/** An address of both units, in a topology's own keys; without `standbyNeeded` one that is not there may be missing. */
export function addressEntries(
  addresses: AddressFacts | undefined,
  standbyNeeded: boolean,
): readonly (readonly DraftEntry[])[] {
  const of = (key: keyof AddressFacts, missing: string): DraftNode => {
    const text = addresses?.[key];
    return wordNode('address', text === undefined ? undefined : told(text, 'found'), missing);
  };
  const hasStandby = standbyNeeded || addresses?.standby !== undefined;
  return [
    entry('active', bare(of('active', 'the address that goes with the active unit'))),
    entry('mask', bare(of('mask', 'its mask'))),
    entry(
      'standby',
      hasStandby ? bare(of('standby', 'the address that goes with the standby unit')) : undefined,
    ),
  ];
}

function nameOf(nameif: string | undefined, from: string): DraftNode {
  return wordNode(
    'nameif',
    nameif === undefined ? undefined : told(nameif, from),
    'its name, such as inside',
  );
}

/** Where the origin of all is told already, it is not told again. */
function bare(node: DraftNode): DraftNode {
  return node.kind === 'value' ? value(node.value) : node;
}

function vlanNode(socket: string, vlan: number | undefined): DraftNode | undefined {
  if (vlan !== undefined) return value(vlan);
  return socket.includes('.') ? blank('the VLAN of the subinterface') : undefined;
}
