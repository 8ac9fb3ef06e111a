import { parseTopology } from '../topology/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import { dataNames } from './journey.ts';
import type { JourneyPair } from './journey.ts';

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
      },
    },
    pdus: { pdu1: { model: 'apc-rpdu2', snmp: access, settle: '5s', poll: '100ms', dwell: '500ms' } },
    flows: pair.interfaces.length < 2 ? [] : [flow('inside', 'outside'), flow('outside', 'inside')],
  };
  return parseTopology(JSON.stringify(written), 'explored');
}

function pairOf(pair: JourneyPair, steadyMs: number): object {
  return {
    platform: 'asa',
    model: 'ASA5525',
    firmware: '9.2(4)',
    mode: 'active-standby',
    hostname: 'fw',
    steady: `${Math.round(steadyMs)}ms`,
    login: { username: 'lab', password: '${PASSWORD}', enable: '${ENABLE}' },
    failover: failoverOf(pair),
    interfaces: pair.interfaces.map(({ nameif, monitored, socket: own }, at) => ({
      interface: own ?? socket(at),
      nameif,
      'security-level': at === 0 ? 0 : 100 - at,
      active: `10.${at + 1}.0.1`,
      mask: '255.255.255.0',
      standby: `10.${at + 1}.0.2`,
      monitored,
    })),
    extra: ['access-list in extended permit udp any any', 'access-group in in interface outside'],
  };
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

function flow(from: string, to: string): object {
  const nowhere = { host: '127.0.0.1', port: 0 };
  return {
    name: `${from}-to-${to}`,
    from,
    to,
    every: '100ms',
    send: { to: nowhere },
    receive: { 'attach-to': nowhere },
  };
}
