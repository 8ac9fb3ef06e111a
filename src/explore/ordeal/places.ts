import type { GroupId } from '../../pair/index.ts';
import type { OrdealPair } from './ordeal.ts';

/** Two networks with the pair between them. */
export interface Place {
  /** The context that they belong to; none in single mode. */
  readonly context?: string;
  readonly group: GroupId;
  /** Numbers of the cards: outside, and inside. */
  readonly cards: readonly [number, number];
  readonly names: readonly [string, string];
}

/** The cards of the data interfaces, and with them of all networks that hosts are in. */
export const dataCards = [0, 1, 4, 5] as const;

/** The card of the failover link, and the one of a state link of its own. */
export const linkCard = 2;
export const stateCard = 3;

const single: Place = { group: 1, cards: [0, 1], names: ['outside', 'inside'] };
const admin: Place = { context: 'admin', group: 1, cards: [0, 1], names: ['out-admin', 'in-admin'] };
const branch: Place = { context: 'branch', group: 1, cards: [4, 5], names: ['out-branch', 'in-branch'] };

/** Where a pair stands between networks. */
export function placesOf({ kind }: OrdealPair): readonly Place[] {
  if (kind === 'active-active') return [admin, { ...branch, group: 2 }];
  return kind === 'contexts' ? [admin, branch] : [single];
}

/** Every card that has a cable. */
export function cardsOf(pair: OrdealPair): readonly number[] {
  const link = pair.make === 'pix-cable' ? [] : [linkCard];
  const state = pair.stateLink === 'dedicated' ? [stateCard] : [];
  return [...placesOf(pair).flatMap(({ cards }) => [...cards]), ...link, ...state];
}

/** The cards of the monitored interfaces of a failover group. */
export function monitoredCards(pair: OrdealPair, group: GroupId): readonly number[] {
  return placesOf(pair)
    .filter((place) => place.group === group)
    .flatMap(({ cards }) => cards.filter((card) => !pair.unmonitored.includes(card)));
}

/** As the appliance names it. */
export function cardName({ make }: OrdealPair, card: number): string {
  return make === 'asa' ? `GigabitEthernet0/${card}` : `Ethernet${card}`;
}

/** The address of an interface: of the unit that is active there, or of the other. */
export function addressOf(pair: OrdealPair, card: number, role: 'active' | 'standby'): string {
  // A bridge has one address for all its interfaces, which are in one network.
  if (pair.kind === 'transparent') return role === 'active' ? '10.1.1.1' : '10.1.1.2';
  return `10.1.${card}.${role === 'active' ? 1 : 2}`;
}
