import type { InterfacePolicy } from '../../pair/index.ts';
import type { LinkAddress, PollTime, VirtualMac } from './facts.ts';

const timeShape = /^(msec )?(\d+)(?: holdtime (msec )?(\d+))?$/i;

/** `[msec] time [holdtime [msec] time]`: seconds unless `msec` says otherwise. */
export function pollTime(words: string): PollTime | undefined {
  const match = timeShape.exec(words);
  if (match === null) return undefined;
  const [, pollMsec, poll = '', holdMsec, hold] = match;
  const pollMs = Number(poll) * (pollMsec === undefined ? 1000 : 1);
  return hold === undefined
    ? { pollMs }
    : { pollMs, holdMs: Number(hold) * (holdMsec === undefined ? 1000 : 1) };
}

/** `2` or `50%`. */
export function policyWord(word: string): InterfacePolicy | undefined {
  const match = /^(\d+)(%?)$/.exec(word);
  if (match === null) return undefined;
  return match[2] === '' ? { count: Number(match[1]) } : { percent: Number(match[1]) };
}

/** `GigabitEthernet0/2 000c.f142.4cde 000c.f142.4cdf`. */
export function macWords(words: string): VirtualMac | undefined {
  const match = /^(\S+) ([0-9a-f]{4}(?:\.[0-9a-f]{4}){2}) ([0-9a-f]{4}(?:\.[0-9a-f]{4}){2})$/i.exec(words);
  if (match === null) return undefined;
  const [, port = '', active = '', standby = ''] = match;
  return { port, active: active.toLowerCase(), standby: standby.toLowerCase() };
}

/** `name address mask standby address`, or with a prefix length and no mask. */
export function addressWords(words: string): LinkAddress | undefined {
  const match = /^(\S+) ([0-9a-f.:/]+)(?: ([0-9.]+))? standby ([0-9a-f.:]+)$/i.exec(words);
  if (match === null) return undefined;
  const [, nameif = '', address = '', mask, standby = ''] = match;
  return { nameif, address, ...(mask !== undefined && { mask }), standby };
}
