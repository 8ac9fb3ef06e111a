import type { System } from '../system/system.ts';
import { linkStatus } from './failover-link.ts';
import { atLeast } from './firmware.ts';

/** The rows by version: which objects a firmware counts, after those that all count. */
const always = ['sys cmd', 'up time', 'RPC services', 'TCP conn', 'UDP conn', 'ARP tbl', 'Xlate_Timeout'];
const before84 = ['VPN IKE upd', 'VPN IPSEC upd', 'VPN CTCP upd', 'VPN SDI upd', 'VPN DHCP upd'];
const from84 = [
  'IPv6 ND tbl',
  'VPN IKEv1 SA',
  'VPN IKEv1 P2',
  'VPN IKEv2 SA',
  'VPN IKEv2 P2',
  'VPN CTCP upd',
  'VPN SDI upd',
  'VPN DHCP upd',
  'SIP Session',
];
const from95 = ['SIP Tx', 'SIP Pinhole'];
const from84Last = ['Route Session'];
const from92 = [
  'Router ID',
  'User-Identity',
  'CTS SGTNAME',
  'CTS PAC',
  'TrustSec-SXP',
  'IPv6 Route',
  'STS Table',
];
const from912 = ['Umbrella Device-ID'];

/** The part of `show failover` on the state link; its updates are counted as system commands. */
export function statefulStatistics(system: System): string[] {
  const { stateLink } = system.failover();
  const title = 'Stateful Failover Logical Update Statistics';
  if (!stateLink) return [title, '\tLink : Unconfigured.'];
  const hardware =
    stateLink.hardware ?? system.interfaces().find(({ nameif }) => nameif === stateLink.nameif)?.name ?? '';
  const { sent, received } = system.process.voice.updates;
  return [
    title,
    `\tLink : ${stateLink.nameif} ${hardware} (${linkStatus(system, hardware)})`,
    '\tStateful Obj \txmit       xerr       rcv        rerr      ',
    `\tGeneral\t\t${numbers(sent, received)}`,
    ...objects(system.box.firmware).map((name) =>
      name === 'sys cmd' ? row(name, sent, received) : row(name, 0, 0),
    ),
    '',
    '\tLogical Update Queue Information',
    '\t \t \tCur \tMax \tTotal',
    `\tRecv Q: \t0 \t1 \t${received}`,
    `\tXmit Q: \t0 \t1 \t${sent}`,
  ];
}

function objects(firmware: string): readonly string[] {
  // The guides' output of 7.2 has no row for SIP; those before and after it do.
  const isOf72 = atLeast(firmware, 7, 2) && !atLeast(firmware, 8, 0);
  if (!atLeast(firmware, 8, 4)) return [...always, ...before84, ...(isOf72 ? [] : ['SIP Session'])];
  return [
    ...always,
    ...from84,
    ...(atLeast(firmware, 9, 5) ? from95 : []),
    ...from84Last,
    ...(atLeast(firmware, 9, 2) ? from92 : ['User-Identity']),
    ...(atLeast(firmware, 9, 12) ? from912 : []),
  ];
}

function row(name: string, sent: number, received: number): string {
  return `\t${name} \t${numbers(sent, received)}`;
}

/** xmit, xerr, rcv, rerr, each in its column of eleven. */
function numbers(sent: number, received: number): string {
  return `${[sent, 0, received].map((count) => String(count).padEnd(11)).join('')}0         `;
}
