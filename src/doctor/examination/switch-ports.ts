import type { PortSettings } from '../../device/index.ts';
import { cabledPorts } from '../cabled-ports.ts';
import type { CabledPort } from '../cabled-ports.ts';
import type { Chart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { notConfigured, physicalUnit } from '../physical-unit.ts';
import { about, notAsked, sawOf } from '../row.ts';
import type { Row } from '../row.ts';

/** The switch ports that units are cabled to: there, up, and set as both guides recommend. */
export const switchPorts: Examination = {
  name: 'switch ports',
  examine: (chart) =>
    cabledPorts(chart).flatMap((cabled) => {
      const { look } = cabled;
      const told = about(cabled.switch, named(cabled));
      if ('blind' in look) return [told.unknown(look)];
      if ('missing' in look.saw)
        return [told.wrong(look.saw.missing, `port ${cabled.port}`, 'write the name that the switch prints')];
      return examined(chart, cabled, look.saw);
    }),
};

const named = ({ port, unit, interface: socket }: CabledPort): string => `${port} (${unit} ${socket})`;

function examined(chart: Chart, cabled: CabledPort, settings: PortSettings): readonly Row[] {
  return [
    link(chart, cabled, settings),
    portfast(chart, cabled, settings),
    negotiation(chart, cabled, settings),
  ];
}

function link(
  chart: Chart,
  cabled: CabledPort,
  { admin, oper, errDisabled, vlanExists, spanningTree }: PortSettings,
): Row {
  const told = about(cabled.switch, `${named(cabled)}: link`);
  if (errDisabled !== undefined)
    return told.wrong(
      `the switch has shut it: ${errDisabled}`,
      'up',
      'find out why, then shutdown and no shutdown there',
    );
  if (vlanExists === false)
    return told.wrong('its VLAN does not exist', 'a VLAN that exists', 'create the VLAN there');
  if (admin !== 'up') return told.wrong(`told to be ${admin}`, 'up', `no shutdown on ${cabled.port}`);
  if (spanningTree === 'blocking' || spanningTree === 'broken')
    return told.wrong(
      `up, and spanning tree has it ${spanningTree}`,
      'forwarding',
      'find the loop, or the wrong cable',
    );
  if (oper === 'up') return told.ok('up');
  const unit = physicalUnit(chart, cabled.unit);
  const far = sawOf(unit.interfaces.get(cabled.interface) ?? notAsked);
  const bare = notConfigured(unit);
  if (far?.status === 'administratively-down' && bare) return told.unknown(bare);
  if (far?.status === 'administratively-down')
    return told.wrong(
      `${oper}: the interface is shut on ${cabled.unit}`,
      'up',
      `no shutdown on ${cabled.interface} of ${cabled.unit}`,
    );
  return told.wrong(oper, 'up', 'look at the cable, at the power of the unit, and whether this is its port');
}

/** «Enable the PortFast option on Cisco switch ports that connect directly» (ASA 5580 guide, 13-4; document 77809). */
function portfast({ topology }: Chart, cabled: CabledPort, { portfast: works }: PortSettings): Row {
  const told = about(cabled.switch, `${named(cabled)}: PortFast`);
  if (works === undefined) return told.unknown({ blind: 'the switch does not say', because: 'unread' });
  if (works) return told.ok('on');
  const todo = `spanning-tree portfast on ${cabled.port}: without it a port that comes up passes nothing for 30 seconds`;
  const isMeant = topology.simulated?.['spanning-tree'].portfast === false;
  if (isMeant) return told.warning('off, as this simulated bench is written', 'on', todo);
  return told.wrong('off', 'on', todo);
}

/** «Channeling and trunking must be disabled on these ports» (document 77809); subinterfaces need their trunk. */
function negotiation({ topology }: Chart, cabled: CabledPort, { trunk, channel }: PortSettings): Row {
  const told = about(cabled.switch, `${named(cabled)}: trunking and channelling`);
  if (trunk === undefined && channel === undefined)
    return told.unknown({ blind: 'the switch does not say', because: 'unread' });
  const needsTrunk = carriesVlans(topology, cabled.interface);
  const said = `trunk ${trunk ?? 'not told'}, channel ${channel ?? 'not told'}`;
  if (channel !== undefined && channel !== 'off')
    return told.wrong(said, 'no channel', `no channel-group on ${cabled.port}`);
  if (needsTrunk && trunk !== undefined && trunk !== 'on')
    return told.wrong(said, 'trunk on, for the subinterfaces', `switchport mode trunk on ${cabled.port}`);
  if (!needsTrunk && trunk !== undefined && trunk !== 'off')
    return told.wrong(said, 'no trunk', `switchport mode access on ${cabled.port}`);
  return told.ok(said);
}

function carriesVlans({ pair }: Chart['topology'], socket: string): boolean {
  const { link: failoverLink, 'state-link': stateLink } = pair.failover;
  const all = [
    ...pair.interfaces.map((each) => each.interface),
    ...pair.contexts.flatMap(({ interfaces }) => interfaces.map((each) => each.interface)),
    ...[failoverLink?.interface, stateLink?.interface].flatMap((each) => each ?? []),
  ];
  return all.some((each) => each.startsWith(`${socket}.`));
}
