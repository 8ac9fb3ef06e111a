import { physicalOf, placedInterfaces } from '../../topology/index.ts';
import { cabledPorts, settingsOf } from '../cabled-ports.ts';
import type { CabledPort } from '../cabled-ports.ts';
import type { Chart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';
import type { Row } from '../row.ts';

/** Who is in a network with whom: both cables of an interface are, and the failover link with nobody. */
export const vlans: Examination = {
  name: 'VLANs',
  examine: (chart) => {
    const access = cabledPorts(chart).filter((cabled) => settingsOf(cabled)?.trunk !== 'on');
    return [...together(access), ...apart(chart, access)];
  },
};

const vlanOf = (cabled: CabledPort): number | undefined => settingsOf(cabled)?.vlan;

/** Two ports of one switch tell by their VLANs; those of two switches may number as they like. */
function together(access: readonly CabledPort[]): readonly Row[] {
  return access.flatMap((cabled) => {
    if (cabled.unit !== 'primary') return [];
    const mate = access.find((other) => other.unit === 'secondary' && other.interface === cabled.interface);
    if (!mate || mate.switch !== cabled.switch) return [];
    const told = about(cabled.switch, `${cabled.interface} of both units in one VLAN`);
    const [ours, theirs] = [vlanOf(cabled), vlanOf(mate)];
    if ('blind' in cabled.look) return [told.unknown(cabled.look)];
    if ('blind' in mate.look) return [told.unknown(mate.look)];
    if (ours === undefined || theirs === undefined)
      return [told.unknown({ blind: 'the switch does not say', because: 'unread' })];
    if (ours === theirs) return [told.ok(`VLAN ${ours}`)];
    const said = `${cabled.port} in VLAN ${ours}, ${mate.port} in VLAN ${theirs}`;
    return [
      told.wrong(said, 'one VLAN', `put both ports into one VLAN, or look whether these are their ports`),
    ];
  });
}

/** The links share their VLANs with no data (ASA 5580 guide, 13-3), but for a state link that is a data interface. */
function apart({ topology }: Chart, access: readonly CabledPort[]): readonly Row[] {
  const { link, 'state-link': state } = topology.pair.failover;
  const data = new Set(
    placedInterfaces(topology).map(({ data: { interface: socket } }) => physicalOf(socket)),
  );
  const own = [link?.interface, state?.interface].flatMap((each) => (each ? [physicalOf(each)] : []));
  return [...new Set(own)]
    .filter((socket) => !data.has(socket))
    .flatMap((socket) => access.filter((cabled) => cabled.interface === socket))
    .map((cabled) => companyOf(cabled, access));
}

function companyOf(cabled: CabledPort, access: readonly CabledPort[]): Row {
  const { interface: socket, look } = cabled;
  const told = about(cabled.switch, `${cabled.port} (${cabled.unit} ${socket}): a VLAN without data`);
  const vlan = vlanOf(cabled);
  if ('blind' in look) return told.unknown(look);
  if (vlan === undefined) return told.unknown({ blind: 'the switch does not say', because: 'unread' });
  const company = access.filter(
    (other) => other.switch === cabled.switch && vlanOf(other) === vlan && other.interface !== socket,
  );
  if (company.length === 0) return told.ok(`VLAN ${vlan}`);
  const others = company.map(({ unit, interface: other }) => `${other} of ${unit}`).join(', ');
  const todo = 'give the failover link and the state link VLANs of their own';
  return told.wrong(`VLAN ${vlan}, with ${others}`, 'a VLAN of its own', todo);
}
