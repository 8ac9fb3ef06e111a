import { parseTopology } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { flowsOf } from './flows-of.ts';
import { contextOf, dataNames } from './journey.ts';
import type { JourneyPair, PairGroup } from './journey.ts';

export const failoverLinkName = 'fover';
const units = ['primary', 'secondary'] as const;

/** The secrets of pairs that never were. */
const values: Readonly<Record<string, string>> = {
  PASSWORD: 'a-way-in-1',
  ENABLE: 'a-way-up-2',
  KEY: 'a-key-of-two-3',
  COMMUNITY: 'a-word-to-write-4',
};

export const exploreSecrets: Secrets = {
  reveal: ({ secret }) => values[secret] ?? '',
  values: () => Object.values(values),
};

/** The pair of a journey in the topology language, checked like any other. `steadyMs` is how long it may take to settle. */
export function topologyOf(pair: JourneyPair, steadyMs: number): Topology {
  const sockets = [...pair.interfaces.map((one, at) => one.socket ?? socket(at)), socket(6), socket(7)];
  const access = { host: '127.0.0.1', port: 0, version: '2c', community: '${COMMUNITY}' };
  const unitOf = (which: number): object => ({
    serial: `FCH1931J0${which}A`,
    console: [{ telnet: { host: '127.0.0.1', port: 0 } }],
    power: [{ pdu: 'pdu1', outlet: which + 1 }],
    cables: Object.fromEntries(
      sockets.map((one, at) => [one, { switch: 'sw1', port: `GigabitEthernet1/0/${2 * at + which + 1}` }]),
    ),
  });
  const written = {
    name: 'explored',
    simulated: { boot: `${pair.bootMs}ms`, sync: `${pair.syncMs}ms`, 'outlet-delay': '200ms' },
    pair: pairOf(pair, steadyMs),
    units: Object.fromEntries(units.map((unit, which) => [unit, unitOf(which)])),
    switches: {
      sw1: {
        snmp: access,
        settle: '5s',
        poll: '200ms',
        protected: ['GigabitEthernet1/0/23', 'GigabitEthernet1/0/24'],
        // Three strikes take up to six ports.
        'isolation-vlans': [999, 998, 997, 996, 995, 994],
      },
    },
    pdus: { pdu1: { model: 'apc-rpdu2', snmp: access, settle: '5s', poll: '100ms', dwell: '500ms' } },
    flows: flowsOf(pair),
  };
  return parseTopology(JSON.stringify(written), 'explored');
}

function pairOf(pair: JourneyPair, steadyMs: number): object {
  return {
    platform: 'asa',
    model: 'ASA5525',
    firmware: '9.2(4)',
    mode: pair.groups ? 'active-active' : 'active-standby',
    hostname: 'fw',
    steady: `${Math.round(steadyMs)}ms`,
    login: { username: 'lab', password: '${PASSWORD}', enable: '${ENABLE}' },
    failover: failoverOf(pair),
    ...(pair.groups
      ? inContexts(pair, pair.groups)
      : {
          interfaces: interfacesOf(pair),
          extra: openedIn(pair),
        }),
  };
}

/** Without these the probes from a lower security level to a higher one would be dropped. */
const openedIn = (pair: JourneyPair): readonly string[] => [
  ...pair.interfaces.flatMap(({ nameif }, at) => [
    ...(pair.groups ? [`changeto context ${contextOf(pair, at)?.name ?? ''}`] : []),
    `access-list in-${nameif} extended permit udp any any`,
    `access-group in-${nameif} in interface ${nameif}`,
  ]),
  ...(pair.groups ? ['changeto system'] : []),
];

const groupOf = ({ prefers, preemptSeconds }: PairGroup): object => ({
  prefer: prefers,
  ...(preemptSeconds === undefined ? {} : { preempt: preemptSeconds === 0 ? true : `${preemptSeconds}s` }),
});

function inContexts(pair: JourneyPair, groups: NonNullable<JourneyPair['groups']>): object {
  const all = interfacesOf(pair);
  const contexts = (['admin', 'two'] as const).map((name, at) => ({
    name,
    admin: name === 'admin',
    group: at + 1,
    interfaces: all.filter((_, nth) => contextOf(pair, nth)?.name === name),
  }));
  return {
    groups: { '1': groupOf(groups[1]), '2': groupOf(groups[2]) },
    contexts,
    extra: openedIn(pair),
  };
}

function interfacesOf({ interfaces }: JourneyPair): readonly object[] {
  return interfaces.map(({ nameif, monitored, socket: own }, at) => ({
    interface: own ?? socket(at),
    nameif,
    'security-level': at === 0 ? 0 : 100 - at,
    active: `10.${at + 1}.0.1`,
    mask: '255.255.255.0',
    standby: `10.${at + 1}.0.2`,
    monitored,
  }));
}

function failoverOf(pair: JourneyPair): object {
  const stateLink = {
    dedicated: { 'state-link': link('state', 7, 1) },
    shared: { 'state-link': { nameif: failoverLinkName } },
    'on-data': { 'state-link': { nameif: dataNames[0] } },
    none: {},
  }[pair.stateLink];
  return {
    link: link(failoverLinkName, 6, 0),
    ...stateLink,
    ...(pair.keyed ? { key: '${KEY}' } : {}),
    'unit-poll': `${pair.unitPollMs}ms`,
    'unit-hold': `${pair.unitHoldMs}ms`,
    'interface-poll': `${pair.interfacePollMs}ms`,
    'interface-hold': `${pair.interfaceHoldMs}ms`,
    'interface-policy': 'count' in pair.policy ? pair.policy.count : `${pair.policy.percent}%`,
  };
}

function link(nameif: string, at: number, net: number): object {
  const [active, standby] = [`10.99.${net}.1`, `10.99.${net}.2`];
  return { nameif, interface: socket(at), active, mask: '255.255.255.252', standby };
}

function socket(at: number): string {
  return `GigabitEthernet0/${at}`;
}
