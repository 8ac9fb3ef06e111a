/** What the unit knows of hosts beside their connections: who logged in, what was lent, what is tunnelled. */
import { duration } from '../syslog/connection-messages.ts';
import type { Space } from '../system/space.ts';

/** `show uauth`. */
export function showUauth(space: Space): string[] {
  const { users } = space.forwarding.tables;
  return [
    '                        Current    Most Seen',
    `Authenticated Users       ${String(users.count).padEnd(11)}${users.most}`,
    'Authen In Progress        0          1',
    ...users
      .all()
      .flatMap(({ user, address, lastsMs }) => [
        `user '${user}' at ${address}, authenticated`,
        `   absolute   timeout: ${Number.isFinite(lastsMs) ? duration(lastsMs) : '0:00:00'}`,
        '   inactivity timeout: 0:00:00',
      ]),
  ];
}

/** `show dhcpd binding`. */
export function showDhcpBinding(space: Space): string[] {
  const nowMs = space.clock.nowMs();
  return [
    'IP address       Client Identifier        Lease expiration        Type',
    '',
    ...space.forwarding.tables.leases.all().map(({ address, mac, seenMs, lastsMs }) => {
      const digits = `01${mac.replaceAll('.', '')}`;
      const client = (digits.match(/.{1,4}/g) ?? []).join('.');
      const left = Math.ceil((seenMs + lastsMs - nowMs) / 1000);
      return `${address.padEnd(17)}${client.padEnd(25)}${`${left} seconds`.padEnd(19)} Automatic`;
    }),
  ];
}

/** `show crypto isakmp sa`. */
export function showIsakmp(space: Space): string[] {
  const active = space.forwarding.tables.associations.all().filter(({ kind }) => kind === 'ike');
  if (active.length === 0) return ['', 'There are no isakmp sas'];
  return [
    '',
    `   Active SA: ${active.length}`,
    '    Rekey SA: 0 (A tunnel will report 1 Active and 1 Rekey SA during rekey)',
    `Total IKE SA: ${active.length}`,
    '',
    ...active.flatMap(({ peer }, at) => [
      `${at + 1}   IKE Peer: ${peer}`,
      '    Type    : L2L             Role    : responder ',
      '    Rekey   : no              State   : MM_ACTIVE ',
    ]),
  ];
}

/** `show sip`: the calls whose signalling passes. */
export function showSip(space: Space): string[] {
  const nowMs = space.clock.nowMs();
  const calls = space.forwarding.tables.calls.all();
  return [
    `Total: ${calls.length}`,
    ...calls.flatMap(({ key, caller, callee, seenMs }) => [
      `call-id ${key}`,
      `    state ${callee ? 'Active' : 'Call init'}, ${caller.nameif}:${caller.address} idle ${duration(nowMs - seenMs)}`,
    ]),
  ];
}

/**
 * `show service-policy inspect gtp pdp-context`: the tunnels of mobile subscribers. Their addresses and access points
 * are in parts of the messages that the unit does not read: none are shown.
 */
export function showPdpContexts(space: Space): string[] {
  const nowMs = space.clock.nowMs();
  const { tunnels } = space.forwarding.tables;
  return [
    `${tunnels.count} in use, ${tunnels.most} most used, timeout 0:30:00`,
    '',
    'Version TID              MS Addr         SGSN Addr       Idle     APN',
    ...tunnels
      .all()
      .map(({ tunnel, sgsn, seenMs }) =>
        ['v1     ', tunnel.padEnd(16), '0.0.0.0'.padEnd(15), sgsn.padEnd(15), duration(nowMs - seenMs)].join(
          ' ',
        ),
      ),
  ];
}
