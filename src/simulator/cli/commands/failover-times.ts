import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';

/** The hold time must leave room for so many poll times («Configuring Unit Health Monitoring», «… Interface …»). */
const leastPolls = { unit: 3, interface: 5 } as const;
/** The shortest hold times, in milliseconds, where none is given. */
const leastHoldMs = { unit: 800, interface: 5000 } as const;

type Which = keyof typeof leastPolls;

const polls = { unit: ['<1-15>', 'msec <200-999>'], interface: ['<1-15>', 'msec <500-999>'] } as const;
const holds = { unit: ['<1-45>', 'msec <800-999>'], interface: ['<5-75>'] } as const;

/** `failover polltime`, with the ranges of the configuration guide. */
export function addPollTimes(set: CommandSet<ConfigContext>): void {
  for (const head of ['failover polltime unit ', 'failover polltime ']) addTimes(set, 'unit', head);
  addTimes(set, 'interface', 'failover polltime interface ');
  set.add(
    ['no failover polltime', 'no failover polltime unit', 'no failover polltime unit <line>'],
    (_call, { system }) => system.config.remove('failover polltime unit'),
  );
  set.add(['no failover polltime interface', 'no failover polltime interface <line>'], (_call, { system }) =>
    system.config.remove('failover polltime interface'),
  );
}

/** `polltime interface` of a failover group: the same ranges and the same refusals. */
export function addInterfaceTimes(set: CommandSet<ConfigContext>): void {
  addTimes(set, 'interface', 'polltime interface ');
  set.add(['no polltime interface', 'no polltime interface <line>'], (_call, { system, section }) =>
    system.config.remove('polltime interface', section),
  );
}

function addTimes(set: CommandSet<ConfigContext>, which: Which, head: string): void {
  for (const poll of polls[which]) {
    set.add(`${head}${poll}`, ({ line }, context) => putTimes(which, line, context));
    for (const hold of holds[which]) {
      set.add(`${head}${poll} holdtime ${hold}`, ({ line }, context) => putTimes(which, line, context));
    }
  }
}

function putTimes(which: Which, line: string, context: ConfigContext): void {
  const [head = ''] = /^(failover )?polltime (unit |interface )?/.exec(line) ?? [];
  const [pollText = '', holdText] = line.slice(head.length).split(' holdtime ');
  const pollMs = milliseconds(pollText);
  const holdMs = holdText === undefined ? defaultHoldMs(which, pollMs) : milliseconds(holdText);
  if (holdMs < leastPolls[which] * pollMs) {
    return refuse(
      context,
      `The ${which} holdtime must be at least ${leastPolls[which]} times the ${which} polltime`,
    );
  }
  const key = `${head.startsWith('failover') ? 'failover ' : ''}polltime ${which}`;
  if (holdText === undefined) context.print(`INFO: Failover ${which} holdtime is set to ${inWords(holdMs)}`);
  const { section } = context;
  context.system.config.put(key, `${key} ${pollText} holdtime ${timeText(holdMs)}`, { section });
}

function defaultHoldMs(which: Which, pollMs: number): number {
  const holdMs = Math.max(leastHoldMs[which], leastPolls[which] * pollMs);
  return holdMs < 1000 ? holdMs : Math.ceil(holdMs / 1000) * 1000;
}

function milliseconds(text: string): number {
  return text.startsWith('msec ') ? Number(text.slice('msec '.length)) : Number(text) * 1000;
}

function timeText(ms: number): string {
  return ms < 1000 ? `msec ${ms}` : String(ms / 1000);
}

function inWords(ms: number): string {
  return ms < 1000 ? `${ms} milliseconds` : `${ms / 1000} seconds`;
}
