import { suggestion } from '../../nearest.ts';
import { objectTo } from '../objection.ts';
import type { Objection } from '../objection.ts';
import { placedInterfaces } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';
import { repeated } from './repeated.ts';

/** Flows go from one known interface to another, at a pace that can be sent and measured. */
export function checkFlows(topology: Topology): readonly Objection[] {
  const known = new Set(placedInterfaces(topology).map(({ data }) => data.nameif));
  const flows = [...topology.flows.entries()];
  return [
    ...repeated(
      flows,
      ([, { name }]) => name,
      ([index, { name }]) => objectTo(['flows', index, 'name'], `the flow ${name} is described twice`),
    ),
    ...flows.flatMap(([index, flow]) => [
      ...(['from', 'to'] as const)
        .filter((end) => !known.has(flow[end]))
        .map((end) =>
          objectTo(
            ['flows', index, end],
            `no interface of the pair is named ${flow[end]}${suggestion(flow[end], known)}`,
          ),
        ),
      ...(flow.from === flow.to
        ? [
            objectTo(
              ['flows', index, 'to'],
              `the flow leads back to ${flow.to}; nothing would pass through the pair`,
            ),
          ]
        : []),
      ...(flow.every < 1 || flow.every > 10_000
        ? [objectTo(['flows', index, 'every'], 'expected a time from 1ms to 10s between probes')]
        : []),
      ...(flow.receive.bind || flow.receive['attach-to']
        ? []
        : [
            objectTo(
              ['flows', index, 'receive'],
              'probes arrive nowhere; add bind, the address where fover receives them',
            ),
          ]),
    ]),
  ];
}
