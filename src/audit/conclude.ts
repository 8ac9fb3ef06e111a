/** What all findings together come to: cables that changed places, and a device that counts otherwise. */
import type { Topology } from '../topology/index.ts';
import { declared, isSame, pulsed } from './step.ts';
import type { Finding, Noticed, Pulse } from './step.ts';
import { whoText } from './tell-finding.ts';

/** A port or an outlet, and the one that noticed it instead of the one that is declared. */
interface Elsewhere {
  readonly step: Pulse;
  readonly device: string;
  /** As its device calls it. */
  readonly name: string;
  readonly wanted: Noticed;
  readonly got: Noticed | undefined;
}

/** Sentences about what is wrong in more than one place, for the same reason. */
export function conclude(topology: Topology, findings: readonly Finding[]): readonly string[] {
  const elsewhere = findings.filter(({ outcome }) => outcome === 'otherwise').flatMap(elsewhereIn);
  return [...swapped(topology, elsewhere), ...shifted(elsewhere)];
}

function elsewhereIn({ step, noticed }: Finding): readonly Elsewhere[] {
  const [wanted] = declared(step);
  const [got] = noticed;
  const [feed] = step.kind === 'outlet' ? step.feeds : [];
  if (!wanted || noticed.length > 1 || (step.kind === 'outlet' && step.feeds.length > 1)) return [];
  const at = step.kind === 'port' ? { device: step.switch, name: step.port } : feed;
  if (!at) return [];
  const device = 'pdu' in at ? at.pdu : at.device;
  const name = 'pdu' in at ? at.outlet : at.name;
  return [{ step, device, name, wanted, got }];
}

/** Two that each noticed what is declared for the other. */
function swapped(topology: Topology, all: readonly Elsewhere[]): readonly string[] {
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => {
      if (!one.got || !other.got) return [];
      if (!isSame(one.got, other.wanted) || !isSame(other.got, one.wanted)) return [];
      const [these, those] = [one, other].map(({ wanted }) => whoText(topology, wanted));
      const what = one.step.kind === 'port' ? 'cables' : 'power cords';
      const places = `${pulsed(one.step)} and ${pulsed(other.step)}`;
      return [`the ${what} of ${these} and ${those} are swapped at ${places}, or the topology is`];
    }),
  );
}

/** All of a device that were found elsewhere were found as many places further on. */
function shifted(all: readonly Elsewhere[]): readonly string[] {
  const devices = [...new Set(all.map(({ device }) => device))];
  return devices.flatMap((device) => {
    const mine = all.filter((one) => one.device === device);
    const places = mine.flatMap((one) => {
      const found = mine.find(({ got }) => got !== undefined && isSame(got, one.wanted));
      return found ? [placesBetween(one.name, found.name)] : [];
    });
    const [first] = places;
    if (first === undefined || Math.abs(first) !== 1 || places.some((each) => each !== first)) return [];
    const sort = mine[0]?.step.kind === 'port' ? 'port' : 'outlet';
    const direction = first > 0 ? 'one further on than' : 'one before what';
    return [
      `on ${device} the topology is off by one: what it says of ${anOf(sort)} was found at the ${sort} ${direction} it says`,
    ];
  });
}

const anOf = (sort: string): string => (sort === 'port' ? 'a port' : 'an outlet');

/** How many places the second is after the first, by the numbers that they end with; none where the rest differs. */
function placesBetween(first: string, second: string): number {
  const [, one = '', from] = /^(.*?)(\d+)$/.exec(first) ?? [];
  const [, other = '', to] = /^(.*?)(\d+)$/.exec(second) ?? [];
  return from === undefined || to === undefined || one !== other ? 0 : Number(to) - Number(from);
}
