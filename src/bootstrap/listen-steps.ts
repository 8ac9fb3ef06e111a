import { usualPorts } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';

type Listen = NonNullable<Topology['listen']>;
type Syslog = NonNullable<Listen['syslog']>;
type Traps = NonNullable<Listen['traps']>;

/**
 * Tells the units where this machine listens. With contexts it is the admin context that is told: what the system
 * execution space logs, and failover with it, leaves by its interfaces. Of a port that is still 0 nothing is said:
 * nobody listens there yet.
 */
export function listenSteps({ listen, pair }: Topology): readonly BootstrapStep[] {
  const syslog = listen?.syslog && sentTo(listen.syslog) > 0 ? listen.syslog : undefined;
  const traps = listen?.traps && listen.traps.port > 0 ? listen.traps : undefined;
  if (!syslog && !traps) return [];
  const admin = pair.contexts.find((context) => context.admin);
  const within = (lines: readonly BootstrapLine[]): readonly BootstrapLine[] =>
    admin ? [line`changeto context ${admin.name}`, ...lines, line`changeto system`] : lines;
  const why = [...(syslog ? ['system messages'] : []), ...(traps ? ['SNMP notifications'] : [])].join(
    ' and ',
  );
  return [
    {
      why: `send ${why} to this machine, the standby unit as well`,
      source: 'ASA 5580 guide, chapter 13, «Failover System Messages» and «SNMP», 13-46',
      lines: within([
        line`logging enable`,
        line`logging standby`,
        ...(syslog ? syslogLines(syslog) : []),
        ...(traps ? trapLines(traps) : []),
      ]),
    },
  ];
}

/** With both ports, the units send datagrams: those stop nothing when nobody listens. */
function sentTo({ udp, tcp = 0 }: Syslog): number {
  return udp ?? tcp;
}

function syslogLines(syslog: Syslog): readonly BootstrapLine[] {
  const { level, interface: nameif, address, udp } = syslog;
  const sends = line`logging trap ${level}`;
  if (udp === usualPorts.syslogUdp) return [sends, line`logging host ${nameif} ${address}`];
  if (udp !== undefined) return [sends, line`logging host ${nameif} ${address} udp/${udp}`];
  // Without the last line the pair would let no new connection pass while nobody listens.
  return [
    sends,
    line`logging host ${nameif} ${address} tcp/${sentTo(syslog)}`,
    line`logging permit-hostdown`,
  ];
}

function trapLines(traps: Traps): readonly BootstrapLine[] {
  const { level, interface: nameif, address, port } = traps;
  const who =
    traps.version === '3'
      ? line`version 3 ${traps.user}`
      : line`community ${traps.community} version ${traps.version}`;
  return [
    line`logging history ${level}`,
    ...(traps.version === '3' ? userLines(traps) : []),
    [...line`snmp-server host ${nameif} ${address} `, ...who, ...line` udp-port ${port}`],
    line`snmp-server enable traps syslog`,
  ];
}

/** As the appliance calls them. */
const privacies = { des: 'des', aes: 'aes 128', aes256r: 'aes 256' } as const;

const groupName = 'fover';

function userLines({ user, auth, priv }: Extract<Traps, { version: '3' }>): readonly BootstrapLine[] {
  const identified = line`snmp-server user ${user} ${groupName} v3 auth ${auth.protocol} ${auth.password}`;
  return [
    line`snmp-server group ${groupName} v3 priv`,
    [...identified, ...line` priv ${privacies[priv.protocol]} ${priv.password}`],
  ];
}
