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
    ...(space.name === undefined ? making(space, one, linked) : []),
    ...description(space, one),
    ...addresses(space, one),
    ...counts(space, one),
    ...traffic(space, one),
  ];
}

/** How an interface is made: the system knows that, a context knows it by name and address only. */
function making(space: Space, one: InterfaceSettings, linked: boolean): string[] {
  return one.vlan === undefined ? card(space, one, linked) : subinterface(space, one, one.vlan);
}

function card(space: Space, one: InterfaceSettings, linked: boolean): string[] {
  const { flowControl } = space.unit.box.dialect.interfaces;
  const speed = `${bandwidth(one)} Mbps`;
  return [
    hardware(space, one),
    linked ? `\tAuto-Duplex(Full-duplex), Auto-Speed(${speed})` : '\tAuto-Duplex, Auto-Speed',
    ...(flowControl ? ['\tInput flow control is unsupported, output flow control is off'] : []),
  ];
}

function subinterface(space: Space, one: InterfaceSettings, vlan: number): string[] {
  return [hardware(space, one), `\tVLAN identifier ${vlan}`];
}

function hardware({ unit: { box } }: Space, one: InterfaceSettings): string {
  return `  Hardware is ${box.make.networkCard}, BW ${bandwidth(one)} Mbps${box.dialect.interfaces.delay}`;
}

/** What a card is called says how fast it is. */
function bandwidth({ hardware: name }: InterfaceSettings): number {
  return name.startsWith('Ethernet') ? 100 : name.startsWith('TenGigabit') ? 10_000 : 1000;
}

/** A link is described by what it is, whatever its section says: what is replicated brings that description along. */
function description(space: Space, { purpose, nameif, description: own }: InterfaceSettings): string[] {
  if (purpose === 'failover' || purpose === 'state')
    return [`\tDescription: ${linkWords(space.config, purpose)} Failover Interface`];
  return [
    ...(own === undefined ? [] : [`\tDescription: ${own}`]),
    ...(nameif === undefined ? ['\tAvailable but not configured via nameif'] : []),
  ];
}

function addresses(space: Space, one: InterfaceSettings): string[] {
  const address = one.nameif === undefined ? '0.0.0.0' : space.addressOf(one);
  const mtu = one.nameif === undefined ? 'MTU not set' : `MTU ${mtuOf(space, one.nameif)}`;
  return [
    `\tMAC address ${space.macOf(one)}, ${mtu}`,
    address === '0.0.0.0'
      ? '\tIP address unassigned'
      : `\tIP address ${address}, subnet mask ${one.mask ?? '255.255.255.255'}`,
  ];
}

function mtuOf({ config }: Space, nameif: string): string {
  return config.text(`mtu ${nameif}`)?.split(' ')[2] ?? '1500';
}

function counts(space: Space, one: InterfaceSettings): string[] {
  const isCard = one.vlan === undefined && space.name === undefined;
  const counters = isCard ? space.unit.cards.counters(one.hardware) : undefined;
  if (!counters) return [];
  const text = space.unit.box.dialect.interfaces;
  const [counted, now] = text.queue;
  return [
    `\t${counters.packetsIn} packets input, ${counters.bytesIn} bytes, 0 no buffer`,
    `\tReceived ${counters.broadcastsIn} broadcasts, 0 runts, 0 giants`,
    '\t0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored, 0 abort',
    ...text.input.map(indented),
    `\t${counters.packetsOut} packets output, ${counters.bytesOut} bytes, 0 underruns`,
    ...text.output.map(indented),
    `\tinput queue (${counted}): ${now}`,
    `\toutput queue (${counted}): ${now}`,
  ];
}

function indented(line: string): string {
  return `\t${line}`;
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
    ...(space.unit.box.dialect.interfaces.rates ? ['1', '5'] : []).flatMap((minutes) => [
      `      ${minutes} minute input rate ${into}`,
      `      ${minutes} minute output rate ${out}`,
      `      ${minutes} minute drop rate, 0 pkts/sec`,
    ]),
  ];
}
