import { guide, physicalOf } from '../topology/index.ts';
import type { Topology, TopologyContext } from '../topology/index.ts';
import { line } from './bootstrap-line.ts';
import type { BootstrapLine } from './bootstrap-line.ts';
import type { BootstrapStep } from './bootstrap-step.ts';
import { loginLines, nameLines, promptLines } from './identity-step.ts';
import { addressLines, enableLines, monitorLine } from './interface-lines.ts';

/**
 * Step 1 of the primary unit in multiple context mode: interfaces are turned on in the system execution space,
 * allocated to contexts, and given their addresses from within each context.
 */
export function contextSteps(topology: Topology): readonly BootstrapStep[] {
  const { contexts } = topology.pair;
  const admin = contexts.find((context) => context.admin);
  return [
    {
      why: 'name the pair',
      source: 'not part of the guides: what fover needs to work with the pair',
      lines: [...nameLines(topology), ...promptLines(topology)],
    },
    {
      why: 'turn the interfaces on that the contexts use',
      source: `${guide.activeActive}, step 1`,
      lines: socketsOf(contexts).flatMap(enableLines),
    },
    ...(admin
      ? [
          {
            why: 'say which context is the admin context',
            source: example,
            lines: [line`admin-context ${admin.name}`],
          },
        ]
      : []),
    // The admin context is made first: no other can be made before it.
    ...contexts.toSorted((a, b) => Number(b.admin) - Number(a.admin)).map(createStep),
    ...contexts.map((context) => addressStep(topology, context)),
  ];
}

const example = 'ASA 5580 guide, chapter 13, example 13-1 «Primary Unit System Configuration»';

function createStep({ name, interfaces }: TopologyContext): BootstrapStep {
  return {
    why: `make the context ${name}`,
    source: example,
    lines: [
      line`context ${name}`,
      ...interfaces.map((data) => line`allocate-interface ${data.interface}`),
      line`config-url flash:/${name}.cfg`,
      line`exit`,
    ],
  };
}

function addressStep(topology: Topology, { name, admin, interfaces }: TopologyContext): BootstrapStep {
  return {
    why: `give the interfaces of ${name} their active and standby addresses`,
    source: `${guide.primaryUnit}, step 1; ${guide.activeActive}, step 1`,
    lines: [
      line`changeto context ${name}`,
      ...interfaces.flatMap((data): BootstrapLine[] => [
        line`interface ${data.interface}`,
        ...addressLines(data),
        line`no shutdown`,
        line`exit`,
      ]),
      ...interfaces.map(monitorLine),
      // The admin context answers for the appliance: users live there, not in the system execution space.
      ...(admin ? [line`enable password ${topology.pair.login.enable}`, ...loginLines(topology)] : []),
      line`changeto system`,
    ],
  };
}

/** Every interface that a context uses, once; contexts may share one. */
function socketsOf(contexts: readonly TopologyContext[]) {
  const sockets = contexts.flatMap(({ interfaces }) => interfaces);
  const bySocket = new Map(
    sockets.map((data) => [data.interface, { interface: data.interface, vlan: data.vlan }]),
  );
  return [...bySocket.values()].toSorted((a, b) => Number(isSub(a.interface)) - Number(isSub(b.interface)));
}

function isSub(name: string): boolean {
  return physicalOf(name) !== name;
}
