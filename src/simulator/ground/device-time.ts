const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function timeOf(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

function dayOf(date: Date): string {
  return `${months[date.getUTCMonth()] ?? ''} ${date.getUTCDate()} ${date.getUTCFullYear()}`;
}

/** `14:31:30 UTC Nov 22 2026`, as `show failover` prints it. */
export function eventTime(date: Date): string {
  return `${timeOf(date)} UTC ${dayOf(date)}`;
}

/** `Nov 22 2026 14:31:30`, as system messages carry it. */
export function dayAndTime(date: Date): string {
  const month = months[date.getUTCMonth()] ?? '';
  return `${month} ${two(date.getUTCDate())} ${date.getUTCFullYear()} ${timeOf(date)}`;
}

/** `Nov 22 2026 14:31:30`, as files in flash carry it: one digit for a day below ten, after a blank. */
export function flashTime(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2);
  return `${months[date.getUTCMonth()] ?? ''} ${day} ${date.getUTCFullYear()} ${timeOf(date)}`;
}

/** `14:31:30.123 UTC Sun Nov 22 2026`, as `show clock` prints it. */
export function clockTime(date: Date): string {
  const milliseconds = String(date.getUTCMilliseconds()).padStart(3, '0');
  return `${timeOf(date)}.${milliseconds} UTC ${days[date.getUTCDay()] ?? ''} ${dayOf(date)}`;
}

/** `2 hours 5 mins`, as `show version` prints how long a unit is up. */
export function upTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [day, hour, minute] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (day > 0) return `${counted(day, 'day')} ${counted(hour, 'hour')}`;
  if (hour > 0) return `${counted(hour, 'hour')} ${counted(minute, 'min')}`;
  return minute > 0 ? `${counted(minute, 'min')} ${counted(seconds % 60, 'sec')}` : counted(seconds, 'sec');
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
