import { placedInterfaces } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { spareAddress } from './spare-address.ts';

/** What is asked for by name of an interface or a link, as a topology writes it. */
const fields = ['interface', 'nameif', 'active', 'standby', 'mask'] as const;

/** The failover key is a secret: it has a word, which is filled in when it is typed, and never before. */
export const keyWord = 'failover-key';

/**
 * What a topology says under a name such as `inside.active`, `data.1.nameif`, `failover-link.interface`, `context.2`,
 * `management-address.active`, `context.2.data.1.active`, `firmware` or `flow.1`, and under `update-server` where it is called; under `data.1.spare-1` an address of that network that it says nothing of.
 */
export function wordOf(topology: Topology, name: string): string | undefined {
  const { pair } = topology;
  if (name === 'hostname') return pair.hostname;
  if (name === 'firmware') return pair.firmware;
  if (name === 'update-server') return updateServerOf(topology);
  if (name === keyWord) return pair.failover.key ? `{${keyWord}}` : undefined;
  const parts = name.split('.');
  const [first = '', second = ''] = parts;
  if (first === 'context' && parts.length === 2) return pair.contexts[Number(second) - 1]?.name;
  if (first === 'flow' && parts.length === 2) return topology.flows[Number(second) - 1]?.name;
  const field = fields.find((each) => each === parts.at(-1));
  const one = thingOf(topology, parts.slice(0, -1).join('.'));
  const [, nth] = /^spare-(\d)$/.exec(parts.at(-1) ?? '') ?? [];
  if (nth !== undefined && one?.active !== undefined && one.mask !== undefined)
    return spareAddress(topology, one.active, one.mask, Number(nth));
  return field === undefined ? undefined : one?.[field];
}

/** Why a name stands for nothing on this bench, or nothing. */
export function missingWord(topology: Topology, name: string): string | undefined {
  return wordOf(topology, name) === undefined ? `the topology says nothing under ${name}` : undefined;
}

function updateServerOf({ listen }: Topology): string | undefined {
  const server = listen?.['update-server'];
  return server && `${server.address}:${server.port}`;
}

type Thing = Readonly<Partial<Record<(typeof fields)[number], string | undefined>>>;

function thingOf(topology: Topology, name: string): Thing | undefined {
  const { failover, contexts } = topology.pair;
  if (name === 'failover-link') return failover.link;
  if (name === 'state-link') return failover['state-link'];
  if (name === 'management-address') return topology.pair['management-address'];
  const [, context, own] = /^context\.(\d+)\.data\.(\d+)$/.exec(name) ?? [];
  if (context !== undefined) return contexts[Number(context) - 1]?.interfaces[Number(own) - 1];
  const placed = placedInterfaces(topology).map(({ data }) => data);
  const [, number] = /^data\.(\d+)$/.exec(name) ?? [];
  return number === undefined ? placed.find(({ nameif }) => nameif === name) : placed[Number(number) - 1];
}
