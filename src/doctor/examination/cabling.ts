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
  const unit = physicalUnit(chart, cabled.unit);
  const own = macOf(chart, cabled);
  if ('blind' in own) return told.unknown(own);
  const macs = chart.switches.get(cabled.switch)?.macs ?? notAsked;
  if ('blind' in macs) return told.unknown(macs);
  const heard = macs.saw.learned.filter((one) => one.mac === own.saw && !isBridged(chart, cabled, one));
  if (heard.length > 0) return compared(chart, cabled, told, own.saw, heard);
  const bare = notConfigured(unit);
  if (bare) return told.unknown(bare);
  const blind = `it has not heard ${own.saw} of late`;
  return told.unknown({ blind, because: 'unread' }, 'send something from there (ping), and look again');
}

function compared(
  chart: Chart,
  cabled: CabledPort,
  told: Telling,
  mac: string,
  heard: readonly LearnedMac[],
): Row {
  if (heard.every(({ port }) => port.includes(cabled.port))) return told.ok(mac);
  const at = heard.find(({ port }) => !port.includes(cabled.port))?.port[0] ?? 'elsewhere';
  const there = cabledPorts(chart).find(
    (other) => other.switch === cabled.switch && heard.some(({ port }) => port.includes(other.port)),
  );
  const said = there
    ? `${mac} is behind ${at}, the port of ${there.interface} of ${there.unit}`
    : `${mac} is behind ${at}`;
  const back = there && sawOf(macOf(chart, there));
  const learned = sawOf(chart.switches.get(cabled.switch)?.macs ?? notAsked)?.learned ?? [];
  const isSwapped =
    back !== undefined && learned.some(({ mac: one, port }) => one === back && port.includes(cabled.port));
  const todo =
    there && isSwapped
      ? `the cables of ${cabled.interface} of ${cabled.unit} and ${there.interface} of ${there.unit} are swapped: swap them or the topology`
      : `plug the cable into ${cabled.port}, or write ${at} into the topology`;
  return told.wrong(said, cabled.port, todo);
}

/** A transparent active unit carries the addresses of its mate over, into the network on its other side. */
function isBridged({ topology }: Chart, cabled: CabledPort, { vlan }: LearnedMac): boolean {
  const own = settingsOf(cabled)?.vlan;
  const isElsewhere = vlan !== undefined && own !== undefined && vlan !== own;
  return topology.pair.firewall === 'transparent' && isElsewhere;
}

/**
 * The address that the interface uses now. That of data goes with the role, so only the interface tells it; that of the
 * failover link and of the state link never changes (ASA 5580 guide, 13-4), so it is the one that was burned in.
 */
function macOf(chart: Chart, { unit, interface: socket }: CabledPort): Look<string> {
  const { version, interfaces } = physicalUnit(chart, unit);
  if (isLink(chart, socket)) {
    if ('blind' in version) return version;
    return addressIn(version.saw.ports.find(({ name }) => name === socket)?.mac);
  }
  const look = interfaces.get(socket) ?? ('blind' in version ? version : notAsked);
  return 'blind' in look ? look : addressIn(look.saw.mac);
}

function addressIn(mac: string | undefined): Look<string> {
  return mac === undefined ? { blind: 'the unit shows no address of it', because: 'unread' } : { saw: mac };
}

/** Whether a socket carries nothing but the failover link or the state link. */
function isLink({ topology }: Chart, socket: string): boolean {
  const { link, 'state-link': state } = topology.pair.failover;
  const isData = placedInterfaces(topology).some(({ data }) => physicalOf(data.interface) === socket);
  return !isData && [link?.interface, state?.interface].some((each) => each && physicalOf(each) === socket);
}
