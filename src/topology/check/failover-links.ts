import { suggestion } from '../../nearest.ts';
import { guide } from '../guide.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import { placedInterfaces } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';

const linkPath = ['pair', 'failover', 'link'];
const statePath = ['pair', 'failover', 'state-link'];

/** The failover link (or the cable of a PIX) and the state link in one of its three forms. */
export function checkFailoverLinks(topology: Topology): readonly Objection[] {
  return [
    ...checkCable(topology),
    ...checkLink(topology),
    ...checkStateLink(topology),
    ...checkReplication(topology),
  ];
}

function checkCable({ pair }: Topology): Objection[] {
  const { cable, link } = pair.failover;
  if (cable && pair.platform !== 'pix')
    return [
      objectTo(
        ['pair', 'failover', 'cable'],
        `only a PIX has a failover cable; describe the failover link of this ${pair.platform.toUpperCase()} instead (${guide.cable})`,
      ),
    ];
  if (cable && link)
    return [
      objectTo(
        linkPath,
        `the failover cable is the failover link; remove either cable: true or link (${guide.cable})`,
      ),
    ];
  if (!cable && !link) {
    const orCable = pair.platform === 'pix' ? ', or cable: true for the failover cable of a PIX' : '';
    return [objectTo(['pair', 'failover'], `there is no failover link; add link${orCable} (${guide.links})`)];
  }
  return [];
}

function checkLink(topology: Topology): Objection[] {
  const { link } = topology.pair.failover;
  if (!link) return [];
  const objections: Objection[] = [];
  for (const { data } of placedInterfaces(topology)) {
    if (data.interface === link.interface)
      objections.push(
        objectTo(
          [...linkPath, 'interface'],
          `${link.interface} is the data interface ${data.nameif}; the failover link needs an interface of its own (${guide.links})`,
        ),
      );
    if (data.nameif === link.nameif)
      objections.push(
        objectTo(
          [...linkPath, 'nameif'],
          `the name ${link.nameif} is that of a data interface; every interface needs its own`,
        ),
      );
  }
  return objections;
}

function checkStateLink(topology: Topology): readonly Objection[] {
  const state = topology.pair.failover['state-link'];
  if (!state) return [];
  return state.interface === undefined
    ? checkShared(topology, state)
    : checkDedicated(topology, state, state.interface);
}

type StateLink = NonNullable<Topology['pair']['failover']['state-link']>;

/** A state link on the failover link or on a data interface: only the name of what it shares. */
function checkShared(topology: Topology, state: StateLink): Objection[] {
  const { failover, contexts, interfaces, firewall } = topology.pair;
  const objections = (['vlan', 'active', 'mask', 'standby'] as const)
    .filter((key) => state[key] !== undefined)
    .map((key) => ({
      path: [...statePath, key],
      on: 'key' as const,
      message: `a state link without an interface of its own shares another's, with its addresses; remove ${key}, or add interface (${guide.primaryUnit}, step 4)`,
    }));
  if (state.nameif === failover.link?.nameif) return objections;
  const onData = interfaces.some(({ nameif }) => nameif === state.nameif);
  if (onData && firewall === 'routed') return objections;
  const shareable = [
    ...(failover.link ? [failover.link.nameif] : []),
    ...interfaces.map(({ nameif }) => nameif),
  ];
  const inContext = contexts.some((context) =>
    context.interfaces.some(({ nameif }) => nameif === state.nameif),
  );
  const why =
    inContext || onData
      ? `the state link can share a data interface in single context, routed mode only (${guide.stateLink})`
      : `the state link has no interface, and ${state.nameif} is no interface that it could share${suggestion(state.nameif, shareable)}`;
  return [...objections, objectTo([...statePath, 'nameif'], why)];
}

/** A dedicated state link: an interface and addresses of its own, and a name of its own. */
function checkDedicated(topology: Topology, state: StateLink, socket: string): Objection[] {
  const { link } = topology.pair.failover;
  if (link && (socket === link.interface || state.nameif === link.nameif)) {
    const message = `to share the failover link, the state link gives its name only: { nameif: ${link.nameif} }; else it needs an interface and a name of its own (${guide.primaryUnit}, step 4)`;
    return [objectTo([...statePath, socket === link.interface ? 'interface' : 'nameif'], message)];
  }
  const objections = (['active', 'mask', 'standby'] as const)
    .filter((key) => state[key] === undefined)
    .map((key) =>
      objectTo(
        statePath,
        `a state link with an interface of its own needs ${key} (${guide.primaryUnit}, step 4)`,
      ),
    );
  for (const { data } of placedInterfaces(topology))
    if (data.interface === socket || data.nameif === state.nameif)
      objections.push(
        objectTo(
          [...statePath, data.interface === socket ? 'interface' : 'nameif'],
          `${data.nameif} on ${data.interface} is a data interface; to share it, give the state link its name only: { nameif: ${data.nameif} } (${guide.primaryUnit}, step 4)`,
        ),
      );
  return objections;
}

function checkReplication({ pair }: Topology): Objection[] {
  if (pair.failover['state-link']) return [];
  const paths = [
    ...(pair.failover['replicate-http'] ? [['pair', 'failover']] : []),
    ...(['1', '2'] as const)
      .filter((id) => pair.groups?.[id]?.['replicate-http'])
      .map((id) => ['pair', 'groups', id]),
  ];
  return paths.map((path) =>
    objectTo(
      [...path, 'replicate-http'],
      `HTTP connections are replicated over the state link, and there is none; add state-link (${guide.http})`,
    ),
  );
}
