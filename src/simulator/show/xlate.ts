import { duration } from '../syslog/connection-messages.ts';
import type { Space } from '../system/space.ts';
import type { Translation } from '../message/state-entry.ts';

const legend = [
  'Flags: D - DNS, e - extended, I - identity, i - dynamic, r - portmap,',
  '       s - static, T - twice, N - net-to-net',
];

/** `show xlate`: the addresses that are translated now, in the words of before 8.3 and since. */
export function showXlate(space: Space): string[] {
  const { translations } = space.forwarding.tables;
  const nowMs = space.clock.nowMs();
  const all = translations.all();
  if (!space.unit.box.dialect.state.realAddresses) return [...showXlateCount(space), ...all.map(older)];
  return [...showXlateCount(space), ...legend, ...all.map((one) => newer(one, nowMs))];
}

/** `show xlate count`. */
export function showXlateCount(space: Space): string[] {
  const { translations } = space.forwarding.tables;
  return [`${translations.count} in use, ${translations.most} most used`];
}

function older({ from, to }: Translation): string {
  if (to.port === undefined) return `Global ${to.address} Local ${from.address}`;
  return `PAT Global ${to.address}(${to.port}) Local ${from.address}(${from.port ?? 0})`;
}

function newer({ protocol, from, to, seenMs, lastsMs }: Translation, nowMs: number): string {
  const timeout = Number.isFinite(lastsMs) ? duration(lastsMs) : '0:00:00';
  const times = `idle ${duration(nowMs - seenMs)} timeout ${timeout}`;
  if (protocol === undefined)
    return `NAT from ${from.nameif}:${from.address} to ${to.nameif}:${to.address} flags i ${times}`;
  return `${protocol.toUpperCase()} PAT from ${from.nameif}:${from.address}/${from.port ?? 0} to ${to.nameif}:${to.address}/${to.port ?? 0} flags ri ${times}`;
}
