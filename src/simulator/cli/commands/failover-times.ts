import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';

/** The hold time must leave room for so many poll times («Configuring Unit Health Monitoring», «… Interface …»). */
const leastPolls = { unit: 3, interface: 5 } as const;
/** The shortest hold times, in milliseconds, where none is given. */
const leastHoldMs = { unit: 800, interface: 5000 } as const;

type Which = keyof typeof leastPolls;

/** `failover polltime`, with the ranges of the configuration guide. */
export function addPollTimes(set: CommandSet<ConfigContext>): void {
  const polls = { unit: ['<1-15>', 'msec <200-999>'], interface: ['<1-15>', 'msec <500-999>'] } as const;
  const holds = { unit: ['<1-45>', 'msec <800-999>'], interface: ['<5-75>'] } as const;
  for (const which of ['unit', 'interface'] as const) {
    for (const head of which === 'unit' ? ['unit ', ''] : ['interface ']) {
      for (const poll of polls[which]) {
        const grammar = `failover polltime ${head}${poll}`;
        set.add(grammar, ({ line }, context) => putTimes(which, line, context));
        for (const hold of holds[which]) {
          set.add(`${grammar} holdtime ${hold}`, ({ line }, context) => putTimes(which, line, context));
        }
      }
    }
  }
  set.add(
    ['no failover polltime', 'no failover polltime unit', 'no failover polltime unit <line>'],
    (_call, { system }) => system.config.remove('failover polltime unit'),
  );
  set.add(['no failover polltime interface', 'no failover polltime interface <line>'], (_call, { system }) =>
    system.config.remove('failover polltime interface'),
  );
}

function putTimes(which: Which, line: string, context: ConfigContext): void {
  const [pollText = '', holdText] = line
    .replace(/^failover polltime (unit |interface )?/, '')
    .split(' holdtime ');
  const pollMs = milliseconds(pollText);
  const holdMs = holdText === undefined ? defaultHoldMs(which, pollMs) : milliseconds(holdText);
  if (holdMs < leastPolls[which] * pollMs) {
    return refuse(
      context,
      `The ${which} holdtime must be at least ${leastPolls[which]} times the ${which} polltime`,
    );
  }
  const key = `failover polltime ${which}`;
  if (holdText === undefined) context.print(`INFO: Failover ${which} holdtime is set to ${inWords(holdMs)}`);
  context.system.config.put(key, `${key} ${pollText} holdtime ${timeText(holdMs)}`);
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
