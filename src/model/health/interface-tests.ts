import type { Requirement } from '../../pair/index.ts';
import { interfaceTests as said } from '../requirement/interface-test.ts';

/** One of the tests that an interface is put to when no hello was heard on it for half of its hold time. */
export interface InterfaceTest {
  readonly name: 'link' | 'network activity' | 'ARP' | 'broadcast ping';
  /** How often the unit asks and counts what it receives after it. */
  readonly asks: number;
  /** The longest that it counts after each, in milliseconds. */
  readonly longestMs: number;
  readonly requirement: Requirement;
}

const countMs = 5000;

/** The tests in their order. */
export const interfaceTests: readonly InterfaceTest[] = [
  { name: 'link', asks: 1, longestMs: 0, requirement: said.linkFirst },
  { name: 'network activity', asks: 1, longestMs: countMs, requirement: said.activity },
  { name: 'ARP', asks: 2, longestMs: countMs, requirement: said.arp },
  { name: 'broadcast ping', asks: 1, longestMs: countMs, requirement: said.ping },
];

/** The longest that all of them take, in milliseconds. */
export const longestTestsMs: number = interfaceTests.reduce(
  (sum, { asks, longestMs }) => sum + asks * longestMs,
  0,
);

/** What an interface and its counterpart receive during the network tests, in their order; `true` for any traffic. */
export interface Heard {
  readonly hasLink: boolean;
  readonly own: readonly boolean[];
  readonly mate: readonly boolean[];
}

/** What becomes of an interface by its tests. */
export interface Tested {
  /** The tests that were run, in their order. */
  readonly ran: readonly InterfaceTest['name'][];
  readonly becomes: 'operational' | 'failed' | 'unknown';
  readonly requirements: readonly Requirement[];
}

/**
 * The tests that are run and their verdict: the next test follows only if neither unit received traffic; a unit that
 * received none while its mate did has failed; if all are over and neither received any, both are Unknown.
 */
export function testedInterface({ hasLink, own, mate }: Heard): Tested {
  if (!hasLink) return { ran: ['link'], becomes: 'failed', requirements: [said.order, said.linkFirst] };
  const [, ...network] = interfaceTests;
  const decisive = network.findIndex((_, at) => own[at] === true || mate[at] === true);
  const run = decisive === -1 ? network : network.slice(0, decisive + 1);
  const ran = ['link' as const, ...run.map(({ name }) => name)];
  if (decisive === -1)
    return { ran, becomes: 'unknown', requirements: [said.order, said.allFail, said.bothUnknown] };
  return own[decisive] === true
    ? { ran, becomes: 'operational', requirements: [said.order, said.trafficSuffices] }
    : { ran, becomes: 'failed', requirements: [said.order, said.oneSided] };
}

/** What the verdict says. */
export const testsSay: readonly Requirement[] = [
  said.order,
  said.linkFirst,
  said.trafficSuffices,
  said.oneSided,
  said.allFail,
  said.bothUnknown,
];
