import type { LearnedMac } from '../../device/index.ts';
import { physicalOf, placedInterfaces } from '../../topology/index.ts';
import { cabledPorts, settingsOf } from '../cabled-ports.ts';
import type { CabledPort } from '../cabled-ports.ts';
import type { Chart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { notConfigured, physicalUnit } from '../physical-unit.ts';
import { about, notAsked, sawOf } from '../row.ts';
import type { Look, Row, Telling } from '../row.ts';

/** Whether each cable leads where the topology says, by the port behind which its switch has heard the interface. */
export const cabling: Examination = {
  name: 'cabling',
  examine: (chart) => cabledPorts(chart).map((cabled) => heardThere(chart, cabled)),
};

function heardThere(chart: Chart, cabled: CabledPort): Row {
  const told = about(cabled.switch, `${cabled.port}: hears ${cabled.interface} of ${cabled.unit}`);
  const own = macsOf(chart, cabled);
  if ('blind' in own) return told.unknown(own);
  const table = chart.switches.get(cabled.switch)?.macs ?? notAsked;
  if ('blind' in table) return told.unknown(table);
  const heard = table.saw.learned.filter(({ mac }) => own.saw.includes(mac));
  const direct = inItsNetwork(chart, cabled, heard);
  const astray = direct.find(({ port }) => !port.includes(cabled.port));
  if (astray) return elsewhere(chart, cabled, told, astray);
  if (direct[0]) return told.ok(direct[0].mac);
  const bare = notConfigured(physicalUnit(chart, cabled.unit));
  if (bare) return told.unknown(bare);
  const blind = `it has not heard ${own.saw.join(', ')} of late`;
  return told.unknown({ blind, because: 'unread' }, 'send something from there (ping), and look again');
}

function elsewhere(chart: Chart, cabled: CabledPort, told: Telling, { mac, port }: LearnedMac): Row {
  const at = port[0] ?? 'another port';
  const there = cabledPorts(chart).find(
    (other) => other.switch === cabled.switch && port.includes(other.port),
  );
  const todo = `plug the cable into ${cabled.port}, or write ${at} into the topology`;
  if (!there) return told.wrong(`${mac} is behind ${at}`, cabled.port, todo);
  const theirs = sawOf(macsOf(chart, there)) ?? [];
  const learned = sawOf(chart.switches.get(cabled.switch)?.macs ?? notAsked)?.learned ?? [];
  const isSwapped = learned.some((one) => theirs.includes(one.mac) && one.port.includes(cabled.port));
  const both = `${cabled.interface} of ${cabled.unit} and ${there.interface} of ${there.unit}`;
  return told.wrong(
    `${mac} is behind ${at}, the port of ${there.interface} of ${there.unit}`,
    cabled.port,
    isSwapped ? `the cables of ${both} are swapped: swap them or the topology` : todo,
  );
}

/**
 * Where one was heard in the network of the port, what was heard in others does not count: a group in Active/Active may
 * have one address at several sockets, and a transparent active unit carries those of its mate over to its other side,
 * so that there nothing else counts at all.
 */
function inItsNetwork(
  { topology }: Chart,
  cabled: CabledPort,
  heard: readonly LearnedMac[],
): readonly LearnedMac[] {
  const own = settingsOf(cabled)?.vlan;
  const here = heard.filter(({ vlan }) => vlan === undefined || own === undefined || vlan === own);
  return here.length > 0 || topology.pair.firewall === 'transparent' ? here : heard;
}

/**
 * The addresses that are in use at a socket now. Those of data go with the roles, so only the unit tells them, each
 * context for itself; that of the failover link and of the state link never changes (ASA 5580 guide, 13-4), so it is the
 * one that was burned in.
 */
function macsOf(chart: Chart, { unit, interface: socket }: CabledPort): Look<readonly string[]> {
  const { version, interfaces, contextMacs } = physicalUnit(chart, unit);
  if (isLink(chart, socket)) {
    if ('blind' in version) return version;
    return some(version.saw.ports.flatMap(({ name, mac }) => (name === socket && mac ? [mac] : [])));
  }
  const look = interfaces.get(socket) ?? ('blind' in version ? version : notAsked);
  if ('blind' in look) return look;
  return some([...(look.saw.mac ? [look.saw.mac] : []), ...(contextMacs.get(socket) ?? [])]);
}

function some(macs: readonly string[]): Look<readonly string[]> {
  return macs.length === 0 ? { blind: 'the unit shows no address of it', because: 'unread' } : { saw: macs };
}

/** Whether a socket carries nothing but the failover link or the state link. */
function isLink({ topology }: Chart, socket: string): boolean {
  const { link, 'state-link': state } = topology.pair.failover;
  const isData = placedInterfaces(topology).some(({ data }) => physicalOf(data.interface) === socket);
  return !isData && [link?.interface, state?.interface].some((each) => each && physicalOf(each) === socket);
}
