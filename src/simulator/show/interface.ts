import { linkWords } from '../config/config-print.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Space } from '../system/space.ts';

/** `show interface`: of all, or of one by its physical name or its `nameif`. */
export function showInterface(space: Space, only?: string): string[] {
  return space
    .interfaces()
    .filter(({ name, nameif }) => only === undefined || only === name || only === nameif)
    .flatMap((one) => details(space, one));
}

/** `show interface ip brief`. */
export function showInterfaceBrief(space: Space): string[] {
  const head = 'Interface                  IP-Address      OK? Method Status                Protocol';
  const rows = space.interfaces().map((one) => {
    const address = one.nameif === undefined ? '0.0.0.0' : space.addressOf(one);
    const has = address !== '0.0.0.0';
    const status = one.shutdown ? 'administratively down' : up(space, one);
    const name = one.name.padEnd(26);
    const method = has ? 'CONFIG' : 'unset ';
    return `${name} ${(has ? address : 'unassigned').padEnd(15)} YES ${method} ${status.padEnd(21)} ${up(space, one).padEnd(4)}`;
  });
  return [head, ...rows];
}

function up(space: Space, one: InterfaceSettings): 'up' | 'down' {
  return !one.shutdown && space.unit.cards.linkUp(one.hardware) ? 'up' : 'down';
}

function details(space: Space, one: InterfaceSettings): string[] {
  const status = one.shutdown ? 'administratively down' : up(space, one);
  const linked = up(space, one) === 'up';
  return [
    `Interface ${one.name} "${one.nameif ?? ''}", is ${status}, line protocol is ${up(space, one)}`,
    ...(one.vlan === undefined
      ? card(linked)
      : [`  Hardware is i82574L rev00, BW 1000 Mbps, DLY 10 usec`, `\tVLAN identifier ${one.vlan}`]),
    ...(one.description === undefined ? [] : [`\tDescription: ${one.description}`]),
    ...linkDescription(space, one),
    ...addresses(space, one),
    ...counts(space, one),
    ...traffic(space, one),
  ];
}

function card(linked: boolean): string[] {
  return [
    '  Hardware is i82574L rev00, BW 1000 Mbps, DLY 10 usec',
    linked ? '\tAuto-Duplex(Full-duplex), Auto-Speed(1000 Mbps)' : '\tAuto-Duplex, Auto-Speed',
    '\tInput flow control is unsupported, output flow control is off',
  ];
}

function linkDescription(space: Space, { purpose, nameif }: InterfaceSettings): string[] {
  if (purpose === 'failover' || purpose === 'state')
    return [`\tDescription: ${linkWords(space.config, purpose)} Failover Interface`];
  return nameif === undefined ? ['\tAvailable but not configured via nameif'] : [];
}

function addresses(space: Space, one: InterfaceSettings): string[] {
  const address = one.nameif === undefined ? '0.0.0.0' : space.addressOf(one);
  const mtu = one.nameif === undefined ? 'MTU not set' : 'MTU 1500';
  return [
    `\tMAC address ${space.macOf(one)}, ${mtu}`,
    address === '0.0.0.0'
      ? '\tIP address unassigned'
      : `\tIP address ${address}, subnet mask ${one.mask ?? '255.255.255.255'}`,
  ];
}

function counts(space: Space, one: InterfaceSettings): string[] {
  const counters = one.vlan === undefined ? space.unit.cards.counters(one.hardware) : undefined;
  if (!counters) return [];
  return [
    `\t${counters.packetsIn} packets input, ${counters.bytesIn} bytes, 0 no buffer`,
    `\tReceived ${counters.broadcastsIn} broadcasts, 0 runts, 0 giants`,
    '\t0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored, 0 abort',
    '\t0 pause input, 0 resume input',
    '\t0 L2 decode drops',
    `\t${counters.packetsOut} packets output, ${counters.bytesOut} bytes, 0 underruns`,
    '\t0 pause output, 0 resume output',
    '\t0 output errors, 0 collisions, 0 interface resets',
    '\t0 late collisions, 0 deferred',
    '\t0 input reset drops, 0 output reset drops',
    '\tinput queue (blocks free curr/low): hardware (511/511)',
    '\toutput queue (blocks free curr/low): hardware (511/511)',
  ];
}

function traffic(space: Space, one: InterfaceSettings): string[] {
  const counters = space.unit.cards.counters(one.hardware);
  if (!counters || one.nameif === undefined) return [];
  const seconds = Math.max(1, (space.clock.nowMs() - space.unit.startedMs) / 1000);
  const rate = (packets: number, bytes: number): string =>
    `${Math.round(packets / seconds)} pkts/sec,  ${Math.round(bytes / seconds)} bytes/sec`;
  const into = rate(counters.packetsIn, counters.bytesIn);
  const out = rate(counters.packetsOut, counters.bytesOut);
  return [
    `  Traffic Statistics for "${one.nameif}":`,
    `\t${counters.packetsIn} packets input, ${counters.bytesIn} bytes`,
    `\t${counters.packetsOut} packets output, ${counters.bytesOut} bytes`,
    '\t0 packets dropped',
    ...['1', '5'].flatMap((minutes) => [
      `      ${minutes} minute input rate ${into}`,
      `      ${minutes} minute output rate ${out}`,
      `      ${minutes} minute drop rate, 0 pkts/sec`,
    ]),
  ];
}
