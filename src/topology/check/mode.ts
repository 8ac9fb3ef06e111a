import { guide } from '../guide.ts';
import { objectTo } from '../objection.ts';
import type { Objection, Path } from '../objection.ts';
import { placedInterfaces } from '../placed-interface.ts';
import type { Topology } from '../schema.ts';
import { repeated } from './repeated.ts';

/** Active/Standby has interfaces or contexts with interfaces; Active/Active has contexts in groups. */
export function checkMode(topology: Topology): readonly Objection[] {
  const { mode } = topology.pair;
  return [
    ...(mode === 'active-active' ? checkActiveActive(topology) : checkActiveStandby(topology)),
    ...checkPolicies(topology),
  ];
}

function checkActiveStandby({ pair }: Topology): Objection[] {
  return [
    ...(pair.groups ? [activeActiveOnly(['pair', 'groups'], 'groups belong')] : []),
    ...[...pair.contexts.entries()]
      .filter(([, { group }]) => group !== 1)
      .map(([index]) => activeActiveOnly(at(index, 'group'), 'failover groups belong')),
    ...(pair.contexts.length > 0 ? [...checkUncontained(pair), ...checkContexts(pair)] : []),
    ...(pair.interfaces.length === 0 && pair.contexts.length === 0
      ? [objectTo(['pair'], 'the pair has no interfaces; add the data interfaces that it protects')]
      : []),
  ];
}

function activeActiveOnly(path: Path, what: string): Objection {
  const message = `${what} to mode: active-active, and this pair is active-standby (${guide.activeActive})`;
  return { path, on: 'key', message };
}

/** In multiple context mode no interface is outside of the contexts. */
function checkUncontained({ interfaces }: Topology['pair']): Objection[] {
  if (interfaces.length === 0) return [];
  const message = `with contexts the interfaces are configured in their contexts; move them there (${guide.activeActive})`;
  return [{ path: ['pair', 'interfaces'], on: 'key', message }];
}

function checkActiveActive({ pair }: Topology): Objection[] {
  const objections: Objection[] = [];
  if (pair.contexts.length === 0)
    objections.push(
      objectTo(
        ['pair'],
        `an Active/Active pair needs contexts; add contexts with their groups and interfaces (${guide.activeActive})`,
      ),
    );
  if (!pair.groups)
    objections.push(
      objectTo(
        ['pair'],
        `an Active/Active pair needs groups: '1', and '2' as well if a context joins it (${guide.activeActive})`,
      ),
    );
  return [...objections, ...checkUncontained(pair), ...checkContexts(pair), ...checkPreemption(pair)];
}

function checkContexts({ contexts, groups }: Topology['pair']): Objection[] {
  const objections = [
    ...repeated(
      [...contexts.entries()],
      ([, { name }]) => name.toLowerCase(),
      ([index, { name }]) => objectTo(at(index, 'name'), `the context ${name} is described twice`),
    ),
  ];
  const admins = [...contexts.entries()].filter(([, { admin }]) => admin);
  if (contexts.length > 0 && admins.length === 0)
    objections.push(
      objectTo(['pair', 'contexts'], 'no context is the admin context; mark one with admin: true'),
    );
  for (const [index] of admins.slice(1))
    objections.push(
      objectTo(
        at(index, 'admin'),
        `there is one admin context, and ${admins[0]?.[1].name ?? ''} is it already`,
      ),
    );
  for (const [index, { admin, group }] of contexts.entries()) {
    if (groups && admin && group !== 1)
      objections.push(
        objectTo(
          at(index, 'group'),
          `the admin context is always a member of failover group 1 (${guide.activeActive}, step 5)`,
        ),
      );
    if (groups && group === 2 && !groups['2'])
      objections.push(objectTo(at(index, 'group'), "failover group 2 is not described; add '2' to groups"));
  }
  return objections;
}

function at(index: number, ...rest: string[]): Path {
  return ['pair', 'contexts', index, ...rest];
}

/** Firmware takes a delay of whole seconds; 1200 is the most that Cisco's own manager offers. */
function checkPreemption({ groups }: Topology['pair']): Objection[] {
  return (['1', '2'] as const).flatMap((id) => {
    const preempt = groups?.[id]?.preempt;
    if (typeof preempt !== 'number' || (preempt % 1000 === 0 && preempt >= 1000 && preempt <= 1_200_000))
      return [];
    return [
      objectTo(
        ['pair', 'groups', id, 'preempt'],
        `expected a delay of whole seconds from 1s to 1200s (${guide.preemption})`,
      ),
    ];
  });
}

type Policy = Topology['pair']['failover']['interface-policy'];

/** A policy that asks for more failed interfaces than are monitored can never be met. */
function checkPolicies(topology: Topology): readonly Objection[] {
  const { failover, groups } = topology.pair;
  const placed = placedInterfaces(topology).filter(({ data }) => data.monitored);
  return [
    ...checkPolicy(['pair', 'failover'], failover['interface-policy'], placed.length),
    ...(['1', '2'] as const).flatMap((id) => {
      const monitored = placed.filter(({ group }) => String(group) === id).length;
      return checkPolicy(['pair', 'groups', id], groups?.[id]?.['interface-policy'], monitored);
    }),
  ];
}

function checkPolicy(path: Path, policy: Policy | undefined, monitored: number): readonly Objection[] {
  if (!policy || !('count' in policy) || policy.count <= Math.max(1, monitored)) return [];
  const message = `${policy.count} interfaces must fail, but only ${monitored} are monitored; such a pair never fails over for its interfaces (${guide.criteria})`;
  return [objectTo([...path, 'interface-policy'], message)];
}
