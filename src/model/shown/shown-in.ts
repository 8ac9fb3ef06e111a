import type { Requirement } from '../../pair/index.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { verification } from '../requirement/verification.ts';

/** Where and of what a pair `show failover` is asked, as far as its lines depend on it. */
export interface ShowSetup {
  readonly kind: 'active-standby' | 'active-active';
  /** The space that it is entered in; `context` is a context of a pair in multiple context mode. */
  readonly space: 'single' | 'system' | 'context';
  readonly platform: 'pix' | 'asa';
  readonly link: 'lan' | 'cable';
  readonly isOn: boolean;
  readonly hasStateLink: boolean;
  readonly replicatesHttp: boolean;
  readonly isTransparent: boolean;
  readonly inspectsGtp: boolean;
}

/** A line of `show failover`, and when it is there. */
export interface ShownLine {
  readonly what: string;
  readonly says: RegExp;
  readonly requirement: Requirement;
  /** `open` where the guides do not say, and live units differ by their release. */
  readonly isIn: (setup: ShowSetup) => boolean | 'open';
}

const inContext = ({ space }: ShowSetup): boolean => space === 'context';
const ofUnit = (setup: ShowSetup): boolean => !inContext(setup);
const ofRunning = (setup: ShowSetup): boolean => ofUnit(setup) && setup.isOn;
const isGrouped = ({ kind }: ShowSetup): boolean => kind === 'active-active';
const isStateful = (setup: ShowSetup): boolean => setup.isOn && setup.hasStateLink;

/** On a PIX always; the sample of chapter 13 has it for an ASA, which has no such cable, and live ones leave it out. */
function cableStatus(setup: ShowSetup): boolean | 'open' {
  if (inContext(setup)) return false;
  return setup.platform === 'pix' || 'open';
}

const line = (what: string, says: RegExp, requirement: Requirement, isIn: ShownLine['isIn']): ShownLine => ({
  what,
  says,
  requirement,
  isIn,
});

const { failoverOn, cable, lanInterface, timers, policy, http, lastFailover, states } = verification;
const { activeTime, slots, interfaceAddress, statistics, stateLink, counters } = verification;
const { conditionalRows, inContext: contextStates } = verification;

/** Every line of Tables 13-8 and 13-9, with those of a context. */
export const shownLines: readonly ShownLine[] = [
  line('failover is on', /^[ \t]*Failover On\b/m, failoverOn, ({ isOn }) => isOn),
  line('failover is off', /^[ \t]*Failover Off\b/m, failoverOn, ({ isOn }) => !isOn),
  line('cable status', /^[ \t]*Cable status:/m, cable, cableStatus),
  line(
    'cable status of LAN-based failover',
    /^[ \t]*Cable status: N\/A - LAN-based failover enabled/m,
    cable,
    (setup) => setup.link === 'lan' && cableStatus(setup),
  ),
  line('role of this unit', /^[ \t]*Failover unit (Primary|Secondary)\b/m, states, ofUnit),
  line('failover link', /^[ \t]*Failover LAN Interface: \S+ \S+ \(/m, lanInterface, (setup) =>
    setup.link === 'lan' ? ofRunning(setup) || (ofUnit(setup) && 'open') : false,
  ),
  line(
    'failover link of a serial cable',
    /^[ \t]*Failover LAN Interface: N\/A - Serial-based failover enabled/m,
    lanInterface,
    (setup) => setup.link === 'cable' && ofUnit(setup),
  ),
  line('unit timers', /^[ \t]*Unit Poll frequency \d+ \S+, holdtime \d+ \S+/m, timers, ofUnit),
  line('interface timers', /^[ \t]*Interface Poll frequency \d+ /m, timers, ofUnit),
  line('interface policy', /^[ \t]*Interface Policy \d+%?/m, policy, ofUnit),
  line('monitored interfaces', /^[ \t]*Monitored Interfaces \d+ of \d+ maximum/m, policy, ofUnit),
  line(
    'HTTP replication',
    /^[ \t]*failover replication http/m,
    http,
    (setup) => ofUnit(setup) && setup.replicatesHttp && (isGrouped(setup) ? 'open' : true),
  ),
  line(
    'last failover',
    /^[ \t]*Last Failover at: /m,
    lastFailover,
    (setup) => setup.isOn && (inContext(setup) || !isGrouped(setup)),
  ),
  ...[1, 2].map((group) =>
    line(
      `last failover of group ${group}`,
      new RegExp(`^[ \\t]*Group ${group} last failover at: `, 'im'),
      lastFailover,
      (setup) => ofRunning(setup) && isGrouped(setup),
    ),
  ),
  line(
    'state of this host',
    /^[ \t]*This host:\s+(Primary|Secondary) - \S/m,
    states,
    (setup) => ofRunning(setup) && !isGrouped(setup),
  ),
  line(
    'state of the other host',
    /^[ \t]*Other host:\s+(Primary|Secondary) - \S/m,
    states,
    (setup) => ofRunning(setup) && !isGrouped(setup),
  ),
  ...[1, 2].map((group) =>
    line(
      `state of group ${group} on a host`,
      new RegExp(`^[ \\t]*Group ${group}\\s+State:\\s+\\S`, 'm'),
      states,
      (setup) => ofRunning(setup) && isGrouped(setup),
    ),
  ),
  line(
    'state of this context',
    /^[ \t]*This context: \S/m,
    contextStates,
    (setup) => inContext(setup) && setup.isOn,
  ),
  line(
    'state of the context on the mate',
    /^[ \t]*Peer context: \S/m,
    contextStates,
    (setup) => inContext(setup) && setup.isOn,
  ),
  line('active time', /^[ \t]*Active time:\s+\d+ \(sec\)/m, activeTime, ({ isOn }) => isOn),
  line('module in a slot', /^[ \t]*slot \d+: \S/m, slots, (setup) => (ofRunning(setup) ? 'open' : false)),
  line(
    'interface with its address and condition',
    /\bInterface \S+ \(\S+\): (Normal|Failed|No Link|Link Down|Unknown|Waiting|Testing)/im,
    interfaceAddress,
    ({ isOn }) => isOn,
  ),
  line(
    'statistics of Stateful Failover',
    /^[ \t]*Stateful Obj\s+xmit\s+xerr\s+rcv\s+rerr/m,
    statistics,
    isStateful,
  ),
  line(
    'state link',
    /^[ \t]*Link\s*: \S+ \S+ \((up|down|failed)\)/im,
    stateLink,
    (setup) => ofUnit(setup) && isStateful(setup),
  ),
  line(
    'state link that is not configured',
    /^[ \t]*Link\s*: Unconfigured/im,
    stateLink,
    (setup) => ofRunning(setup) && !setup.hasStateLink,
  ),
  line(
    'state link of the unit, in a context',
    /^[ \t]*Status: Configured/m,
    stateLink,
    (setup) => inContext(setup) && isStateful(setup),
  ),
  line('counters of TCP connections', /^[ \t]*TCP conn(\s+\d+){4}/m, counters, isStateful),
  line(
    'queues',
    /^[ \t]*Cur\s+Max\s+Total/m,
    counters,
    (setup) => isStateful(setup) && (ofUnit(setup) || 'open'),
  ),
  line(
    'counters of the layer 2 bridge table',
    /^[ \t]*L2BRIDGE tbl(\s+\d+){4}/im,
    conditionalRows,
    (setup) => isStateful(setup) && setup.isTransparent,
  ),
  line(
    'counters of GTP',
    /^[ \t]*GTP PDP(\s+\d+){4}/m,
    conditionalRows,
    (setup) => isStateful(setup) && setup.inspectsGtp,
  ),
];

/** The lines that must be there, and those that must not be. */
export interface Shown {
  readonly present: readonly ShownLine[];
  readonly absent: readonly ShownLine[];
}

/** What `show failover` must display of this pair, and what it must not. */
export const shownIn = (setup: ShowSetup): Shown => ({
  present: shownLines.filter((each) => each.isIn(setup) === true),
  absent: shownLines.filter((each) => each.isIn(setup) === false),
});

/** The word for each condition of an interface (Tables 13-8 and 13-9). */
export const shownConditions: readonly { readonly word: string; readonly requirement: Requirement }[] = [
  { word: 'Normal', requirement: interfaceHealth.showsNormal },
  { word: 'No Link', requirement: interfaceHealth.showsNoLink },
  { word: 'Link Down', requirement: interfaceHealth.showsLinkDown },
  { word: 'Failed', requirement: interfaceHealth.showsFailed },
  { word: 'Unknown', requirement: interfaceHealth.showsUnknown },
  { word: 'Waiting', requirement: interfaceHealth.showsWaiting },
];
