import type { UnitName } from '../pair/index.ts';
import { guide, physicalOf } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { enableLines } from './interface-lines.ts';
import type { Socket } from './interface-lines.ts';

/**
 * The failover link of one unit, the same on both but for the unit's name. With the failover cable there is
 * nothing to say: its ends make one unit primary and the other secondary (document 77809).
 */
export function lanSteps({ pair }: Topology, unit: UnitName): readonly BootstrapStep[] {
  const { link } = pair.failover;
  if (!link) return [];
  const source = unit === 'primary' ? guide.primaryUnit : guide.secondaryUnit;
  const designate: BootstrapStep = {
    why: `designate this unit as the ${unit} unit`,
    source: `${source}, step 2`,
    lines: [line`failover lan unit ${unit}`],
  };
  const define: BootstrapStep = {
    why: `define the failover link ${link.nameif} on ${link.interface}`,
    source: `${source}, step ${unit === 'primary' ? 3 : 1}`,
    lines: enabled(link, [
      line`failover lan interface ${link.nameif} ${link.interface}`,
      line`failover interface ip ${link.nameif} ${link.active} ${link.mask} standby ${link.standby}`,
    ]),
  };
  const enable = pair.platform === 'pix' ? [enableLan] : [];
  return unit === 'primary' ? [...enable, designate, define] : [...enable, define, designate];
}

/** Only a PIX has a cable to choose the LAN over. */
const enableLan: BootstrapStep = {
  why: 'use the LAN instead of the failover cable',
  source: `${guide.lanPrimary}, step 2`,
  lines: [line`failover lan enable`],
};

/** The state link; shared with the failover link or a data interface, its name is all there is to say. */
export function stateLinkSteps({ pair }: Topology): readonly BootstrapStep[] {
  const state = pair.failover['state-link'];
  if (!state) return [];
  const source = `${guide.primaryUnit}, step 4`;
  const { nameif, interface: socket, vlan, active, mask, standby } = state;
  if (socket === undefined || active === undefined || mask === undefined || standby === undefined)
    return [{ why: `share ${nameif} as the state link`, source, lines: [line`failover link ${nameif}`] }];
  return [
    {
      why: `define the state link ${nameif} on ${socket}`,
      source,
      lines: enabled({ interface: socket, vlan }, [
        line`failover link ${nameif} ${socket}`,
        line`failover interface ip ${nameif} ${active} ${mask} standby ${standby}`,
      ]),
    },
  ];
}

/** In the guides' order; a subinterface must exist before it is made a link, so it comes first. */
function enabled(socket: Socket, lines: readonly BootstrapLine[]): readonly BootstrapLine[] {
  const isSubinterface = physicalOf(socket.interface) !== socket.interface;
  return isSubinterface ? [...enableLines(socket), ...lines] : [...lines, ...enableLines(socket)];
}

/** Part of the bootstrap of both units: sent later, it would reach the mate in clear text. */
export function keySteps({ pair }: Topology): readonly BootstrapStep[] {
  const { key } = pair.failover;
  if (!key) return [];
  return [
    { why: 'encrypt what the units tell each other', source: guide.key, lines: [line`failover key ${key}`] },
  ];
}
