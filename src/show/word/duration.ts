const msOfUnit: Readonly<Record<string, number>> = {
  millisecond: 1,
  milliseconds: 1,
  second: 1000,
  seconds: 1000,
};

/** Milliseconds of `15 seconds`, `1 second` or `300 milliseconds`. */
export function periodMs(count: string, unit: string): number | undefined {
  const ms = msOfUnit[unit.toLowerCase()];
  return ms === undefined || !/^\d+$/.test(count) ? undefined : Number(count) * ms;
}

const secondsOfUnit: Readonly<Record<string, number>> = {
  year: 365 * 86_400,
  week: 7 * 86_400,
  day: 86_400,
  hour: 3600,
  min: 60,
  minute: 60,
  sec: 1,
  second: 1,
};

/** Seconds of `41 days 19 hours`, `2 mins 3 secs` and the like; the appliance prints its two largest units. */
export function uptimeSeconds(text: string): number | undefined {
  const words = text.replaceAll(',', '').split(' ');
  if (words.length === 0 || words.length % 2 !== 0) return undefined;
  let seconds = 0;
  for (let at = 0; at < words.length; at += 2) {
    const count = words[at] ?? '';
    const unit = secondsOfUnit[(words[at + 1] ?? '').toLowerCase().replace(/s$/, '')];
    if (unit === undefined || !/^\d+$/.test(count)) return undefined;
    seconds += Number(count) * unit;
  }
  return seconds;
}
