/** What a firewall can be asked, as sightings: the session's words through the parsers of `show`. */
import { UnreadLineError } from '../errors.ts';
import type {
  FailoverSighting,
  GroupId,
  GroupsSighting,
  IdentitySighting,
  SilenceSighting,
  UnreadableSighting,
} from '../pair/index.ts';
import {
  identityOf,
  showFailover,
  showFailoverGroup,
  showInterface,
  showRunningConfigFailover,
  showVersion,
  toFailoverSighting,
  toGroupsSighting,
} from '../show/index.ts';
import { NoAnswer } from './firewall/index.ts';
import type { AskOptions, FirewallSession } from './firewall/index.ts';

/** A question with its answer: the truth lies between the two instants of the clock. `raw` are the words as they came. */
export interface Asked<Sighting> {
  readonly saw: Sighting;
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly raw: string;
}

/**
 * Asks `show failover`. Silence within `boundMs` and words that no parser knows are sightings too, not errors.
 * Throws `BenchError` when the line itself is gone.
 */
export async function askFailover(
  session: FirewallSession,
  boundMs: number,
): Promise<Asked<FailoverSighting | SilenceSighting | UnreadableSighting>> {
  const command = 'show failover';
  try {
    const { output: raw, askedMs, answeredMs } = await session.run(command, { boundMs });
    try {
      return { saw: toFailoverSighting(showFailover.parse(raw)), askedMs, answeredMs, raw };
    } catch (error) {
      if (!(error instanceof UnreadLineError)) throw error;
      return {
        saw: { sight: 'unread', command, line: error.line, why: error.message },
        askedMs,
        answeredMs,
        raw,
      };
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const { askedMs, gaveUpMs, lastLines, silent, message } = error;
    const saw = silent
      ? ({ sight: 'silent' } as const)
      : ({ sight: 'unread', command, line: 0, why: message } as const);
    return { saw, askedMs, answeredMs: gaveUpMs, raw: lastLines.join('\n') };
  }
}

/** Asks `show version`: who is this? Throws `NoAnswer`, `UnreadLineError` or `BenchError`. */
export async function askIdentity(
  session: FirewallSession,
  options: AskOptions,
): Promise<Asked<IdentitySighting>> {
  const { output: raw, askedMs, answeredMs } = await session.run('show version', options);
  return { saw: identityOf(showVersion.parse(raw)), askedMs, answeredMs, raw };
}

/**
 * Asks how the failover groups are set, and which contexts are in them. Throws `NoAnswer`, `UnreadLineError` (also
 * where there are none) or `BenchError`.
 */
export async function askGroups(
  session: FirewallSession,
  options: AskOptions,
): Promise<Asked<GroupsSighting>> {
  const configuration = await session.run('show running-config failover', options);
  const settings = showRunningConfigFailover.parse(configuration.output);
  const shown = new Map<GroupId, ReturnType<typeof showFailoverGroup.parse>>();
  const raw = [configuration.output];
  let { answeredMs } = configuration;
  for (const { group } of settings.groups) {
    const answer = await session.run(`show failover group ${group}`, options);
    shown.set(group, showFailoverGroup.parse(answer.output));
    raw.push(answer.output);
    answeredMs = answer.answeredMs;
  }
  return {
    saw: toGroupsSighting(settings, shown),
    askedMs: configuration.askedMs,
    answeredMs,
    raw: raw.join('\n'),
  };
}

/**
 * Asks how many packets came in at an interface since the unit counts them; nothing where it prints no such number.
 * Throws `NoAnswer`, `UnreadLineError` or `BenchError`.
 */
export async function askPacketsReceived(
  session: FirewallSession,
  nameif: string,
  options: AskOptions,
): Promise<number | undefined> {
  const { output } = await session.run(`show interface ${nameif}`, options);
  const [shown] = showInterface.parse(output);
  return [...(shown?.counters ?? []), ...(shown?.traffic ?? [])].find(({ name }) => name === 'packets input')
    ?.value;
}

/** The link of one socket, as the unit itself sees it. */
export interface SocketLink {
  /** As the unit names it: `GigabitEthernet0/1`. */
  readonly socket: string;
  readonly link: 'up' | 'down';
}

/** The first lines alone: all of it takes a console at 9600 baud ten seconds. */
const linksCommand = 'show interface | include line protocol is';
const socketName = /^(?:[a-z]*ethernet|management)[\d/]+$/i;

/**
 * Asks which sockets have a link, in multiple context mode in the system execution space. What is made of sockets has
 * no link of its own. Throws `NoAnswer`, `UnreadLineError` or `BenchError`.
 */
export async function askLinks(
  session: FirewallSession,
  options: AskOptions,
): Promise<readonly SocketLink[]> {
  const { output } = await session.run(linksCommand, options);
  return showInterface
    .parse(output)
    .filter(({ port }) => socketName.test(port))
    .map(({ port, status, protocol }) => ({
      socket: port,
      link: status === 'up' && protocol === 'up' ? 'up' : 'down',
    }));
}
