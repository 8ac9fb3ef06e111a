import { parseTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { unitNames } from '../../pair/index.ts';
import type { OrdealPair } from './ordeal.ts';
import { cardName, cardsOf, linkCard, placesOf } from './places.ts';
import type { Place } from './places.ts';

const nowhere = { host: '127.0.0.1', port: 0 };

/** What is cabled for an ordeal: one switch, one PDU, a host at every network. What is configured lies in the flashes. */
export function ordealTopology(pair: OrdealPair): Topology {
  const places = placesOf(pair);
  const hasContexts = places.some(({ context }) => context !== undefined);
  const access = { ...nowhere, version: '2c', community: '${COMMUNITY}' };
  const written = {
    name: 'ordeal',
    simulated: { boot: `${pair.bootMs}ms`, sync: `${pair.syncMs}ms` },
    pair: {
      ...(pair.make === 'asa'
        ? { platform: 'asa', model: 'ASA5525', firmware: '9.2(4)' }
        : { platform: 'pix', model: 'PIX-515E', firmware: '7.2(4)' }),
      mode: hasContexts ? 'active-active' : 'active-standby',
      login: { username: 'lab', password: '${PASSWORD}', enable: '${ENABLE}' },
      failover: pair.make === 'pix-cable' ? { cable: true } : { link: linkOf(pair) },
      ...(hasContexts
        ? inContexts(pair, places)
        : { interfaces: places.flatMap((one) => interfacesOf(pair, one)) }),
    },
    units: Object.fromEntries(unitNames.map((unit, which) => [unit, unitOf(pair, which)])),
    switches: {
      sw: { snmp: access, protected: [21, 22, 23, 24].map((port) => `GigabitEthernet1/0/${port}`) },
    },
    pdus: { pdu: { model: 'apc-rpdu2', snmp: access } },
    flows: places.map(({ names: [outside, inside] }) => ({
      name: inside,
      from: inside,
      to: outside,
      send: { to: nowhere },
      receive: { 'attach-to': nowhere },
    })),
  };
  return parseTopology(JSON.stringify(written), 'ordeal');
}

function linkOf(pair: OrdealPair): object {
  return {
    nameif: 'fover',
    interface: cardName(pair, linkCard),
    active: '10.99.0.1',
    mask: '255.255.255.252',
    standby: '10.99.0.2',
  };
}

function inContexts(pair: OrdealPair, places: readonly Place[]): object {
  return {
    groups: { '1': { prefer: 'primary' }, '2': { prefer: 'secondary' } },
    contexts: places.map((place) => ({
      name: place.context,
      admin: place.context === 'admin',
      group: place.group,
      interfaces: interfacesOf(pair, place),
    })),
  };
}

/** The hosts of a bridge are neighbours, so that the addresses beside its interfaces are of one network. */
function interfacesOf(pair: OrdealPair, { cards, names }: Place): readonly object[] {
  return cards.map((card, at) => {
    const isSecond = pair.kind === 'transparent' && at === 1;
    const [active, standby] = isSecond
      ? ['10.1.1.1', '10.1.1.2']
      : pair.kind === 'transparent'
        ? ['10.1.1.3', '10.1.1.254']
        : [`10.1.${card}.1`, `10.1.${card}.2`];
    return {
      interface: cardName(pair, card),
      nameif: names[at],
      'security-level': 100 * at,
      active,
      mask: '255.255.255.0',
      standby,
    };
  });
}

function unitOf(pair: OrdealPair, which: number): object {
  const ports = cardsOf(pair).map((card) => [
    cardName(pair, card),
    { switch: 'sw', port: `GigabitEthernet1/0/${2 * card + which + 1}` },
  ]);
  return {
    serial: `FCH1931J0${which}B`,
    console: [{ telnet: nowhere }],
    power: [{ pdu: 'pdu', outlet: which + 1 }],
    cables: Object.fromEntries(ports),
  };
}
