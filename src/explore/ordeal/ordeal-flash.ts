import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { SimulatedBenchOptions } from '../../simulator/index.ts';
import { groupsOf } from './ordeal.ts';
import type { OrdealGroup, OrdealPair } from './ordeal.ts';
import { addressOf, cardName, cardsOf, linkCard, placesOf, stateCard } from './places.ts';
import type { Place } from './places.ts';

/** What lies in the flashes of a configured pair. */
export function ordealFlash(pair: OrdealPair): NonNullable<SimulatedBenchOptions['flash']> {
  const places = placesOf(pair);
  const files = Object.fromEntries(
    places.flatMap((place) =>
      place.context === undefined ? [] : [[`disk0:/${place.context}.cfg`, trafficLines(pair, place)]],
    ),
  );
  const flashOf = (unit: UnitName) => ({
    startup: [
      ...(pair.kind === 'transparent' ? ['firewall transparent'] : []),
      'hostname fw',
      ...cardsOf(pair).flatMap((card) => [`interface ${cardName(pair, card)}`, ' no shutdown']),
      ...places.flatMap((place) => (place.context === undefined ? trafficLines(pair, place) : [])),
      // The ends of the cable say which unit is which.
      ...(pair.make === 'pix-cable' ? [] : [`failover lan unit ${unit}`]),
      ...linkLines(pair),
      ...timerLines(pair),
      ...(pair.kind === 'active-active' ? groupsOf(pair).flatMap((id) => groupLines(pair, id)) : []),
      ...contextLines(pair),
      'failover',
    ],
    files,
  });
  const [primary, secondary] = unitNames.map(flashOf);
  if (!primary || !secondary) throw new Error('a pair has two units');
  return { primary, secondary };
}

function trafficLines(pair: OrdealPair, { cards, names }: Place): readonly string[] {
  // Before 8.4 a transparent firewall has one bridge, and one address for all of it.
  const bridge = pair.make === 'asa' ? [' bridge-group 1'] : [];
  const address = (card: number): string =>
    ` ip address ${addressOf(pair, card, 'active')} 255.255.255.0 standby ${addressOf(pair, card, 'standby')}`;
  const isBridge = pair.kind === 'transparent';
  return [
    ...cards.flatMap((card, at) => [
      `interface ${cardName(pair, card)}`,
      ` nameif ${names[at] ?? ''}`,
      ` security-level ${100 * at}`,
      ...(isBridge ? bridge : [address(card)]),
      ' no shutdown',
    ]),
    ...(isBridge ? (pair.make === 'asa' ? ['interface BVI1', address(0)] : [address(0).trim()]) : []),
    ...cards.flatMap((card, at) =>
      pair.unmonitored.includes(card) ? [`no monitor-interface ${names[at] ?? ''}`] : [],
    ),
  ];
}

function linkLines(pair: OrdealPair): readonly string[] {
  const stateLines = {
    none: [],
    shared: [`failover link fover ${cardName(pair, linkCard)}`],
    dedicated: [
      `failover link state ${cardName(pair, stateCard)}`,
      'failover interface ip state 10.99.1.1 255.255.255.252 standby 10.99.1.2',
    ],
  }[pair.stateLink];
  if (pair.make === 'pix-cable') return stateLines;
  return [
    ...(pair.make === 'pix' ? ['failover lan enable'] : []),
    `failover lan interface fover ${cardName(pair, linkCard)}`,
    'failover interface ip fover 10.99.0.1 255.255.255.252 standby 10.99.0.2',
    ...stateLines,
  ];
}

function timerLines(pair: OrdealPair): readonly string[] {
  const { unitPollMs, unitHoldMs, interfacePollMs, interfaceHoldMs, kind, replicateHttp } = pair;
  return [
    `failover polltime unit ${timer(unitPollMs)} holdtime ${timer(unitHoldMs)}`,
    `failover polltime interface ${timer(interfacePollMs)} holdtime ${interfaceHoldMs / 1000}`,
    ...(replicateHttp && kind !== 'active-active' ? ['failover replication http'] : []),
    ...(kind === 'active-active' ? [] : [`failover interface-policy ${policyText(pair.groups[1])}`]),
  ];
}

function timer(ms: number): string {
  return ms < 1000 ? `msec ${ms}` : String(ms / 1000);
}

function policyText({ policy }: OrdealGroup): string {
  return 'count' in policy ? String(policy.count) : `${policy.percent}%`;
}

function groupLines(pair: OrdealPair, id: 1 | 2): readonly string[] {
  const { groups, replicateHttp } = pair;
  const { prefers, preemptSeconds } = groups[id];
  return [
    `failover group ${id}`,
    ` ${prefers}`,
    ...(preemptSeconds === undefined
      ? []
      : [preemptSeconds === 0 ? ' preempt' : ` preempt ${preemptSeconds}`]),
    ...(replicateHttp ? [' replication http'] : []),
    ` interface-policy ${policyText(groups[id])}`,
  ];
}

function contextLines(pair: OrdealPair): readonly string[] {
  const places = placesOf(pair).filter(({ context }) => context !== undefined);
  if (places.length === 0) return [];
  return [
    'admin-context admin',
    ...places.flatMap(({ context = '', cards, group }) => [
      `context ${context}`,
      ...cards.map((card) => ` allocate-interface ${cardName(pair, card)}`),
      ` config-url disk0:/${context}.cfg`,
      ...(pair.kind === 'active-active' ? [` join-failover-group ${group}`] : []),
    ]),
  ];
}
