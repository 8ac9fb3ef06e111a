import { UnreadLineError } from '../../errors.ts';
import type { FailoverSettings, FailoverSighting, HostReport, LinkState } from '../../pair/index.ts';
import type { FailoverFacts } from './facts.ts';
import type { HostFacts } from './host.ts';

/**
 * `show failover` of a whole unit in Active/Standby, in the words of failover. Throws `UnreadLineError` for other
 * forms (a context, Active/Active) and where the firmware does not print the timers (PIX 6): a sighting without
 * them would have to invent them.
 */
export function toFailoverSighting(facts: FailoverFacts): FailoverSighting {
  const { on, thisHost, otherHost, stateful, monitoredClaimed, lastFailoverAt } = facts;
  if (monitoredClaimed === undefined) return refuse('the line `Monitored Interfaces n of m maximum`', facts);
  return {
    sight: 'failover',
    on,
    ...(thisHost && { thisHost: reportOf(thisHost, facts) }),
    ...(otherHost && { otherHost: reportOf(otherHost, facts) }),
    failoverLink: failoverLinkOf(facts),
    ...(facts.failoverLink === 'cable' && { overCable: true }),
    ...(stateful?.link && { stateLink: stateful.link.state }),
    settings: settingsOf(facts),
    monitoredInterfaces: monitoredClaimed,
    ...(lastFailoverAt !== undefined && { lastFailoverAt }),
  };
}

function reportOf(host: HostFacts, facts: FailoverFacts): HostReport {
  const { unit, state, activeSeconds, interfaces } = host;
  if (unit === undefined || state === undefined)
    return refuse('a unit with one state (Active/Standby)', facts);
  return { unit, state, ...(activeSeconds !== undefined && { activeSeconds }), interfaces };
}

/** The serial cable is the failover link of a PIX; it carries hellos only when both ends are in and powered. */
function failoverLinkOf(facts: FailoverFacts): LinkState {
  const { failoverLink, cable } = facts;
  if (failoverLink === undefined) return refuse('the line `Failover LAN Interface: …`', facts);
  if (failoverLink !== 'cable') return failoverLink.state;
  if (cable === undefined || cable === 'unknown') return 'unknown';
  return cable === 'normal' ? 'up' : 'down';
}

function settingsOf(facts: FailoverFacts): FailoverSettings {
  const { unitPollMs, unitHoldMs, interfacePollMs, interfaceHoldMs, interfacePolicy } = facts;
  if (unitPollMs === undefined || unitHoldMs === undefined || interfacePollMs === undefined) {
    return refuse('poll and hold times', facts);
  }
  if (interfacePolicy === undefined) return refuse('the line `Interface Policy …`', facts);
  const hold = interfaceHoldMs !== undefined && { interfaceHoldMs };
  return { unitPollMs, unitHoldMs, interfacePollMs, ...hold, interfacePolicy };
}

function refuse(expected: string, facts: FailoverFacts): never {
  const form = facts.thisHost === undefined ? 'an output without hosts' : formOf(facts.thisHost);
  throw new UnreadLineError(
    'show failover',
    1,
    form,
    `expected ${expected} of a whole unit in Active/Standby`,
  );
}

function formOf({ unit, groups }: HostFacts): string {
  if (groups.length > 0) return 'the Active/Active form';
  return unit === undefined ? 'the form of a context' : 'the form of a unit without it';
}
