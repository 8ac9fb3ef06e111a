import type { ConfigTree } from '../../config/config-tree.ts';

/** What a `timeout` command may set, with what it is if nobody does, in seconds. */
const unset = {
  conn: 3600,
  'half-closed': 600,
  udp: 120,
  sip: 1800,
  sip_media: 120,
  xlate: 10_800,
  'pat-xlate': 30,
  uauth: 300,
} as const;

/** A connection that is not open yet lasts no longer than this, and no command of this mode says otherwise. */
export const embryonicMs = 30_000;

/** How long what is unused lasts, in milliseconds. */
export type Timeouts = Readonly<Record<keyof typeof unset, number>>;

/** Reads the `timeout` commands: pairs of a name and `h:mm:ss`. `0:00:00` means that it never ends. */
export function timeouts(config: ConfigTree): Timeouts {
  const set = new Map<string, number>();
  for (const { text } of config.nodes()) {
    if (!text.startsWith('timeout ')) continue;
    for (const [, name = '', h, m, s] of text.matchAll(/ ([a-z_-]+) (\d+):(\d+):(\d+)/g)) {
      set.set(name, Number(h) * 3600 + Number(m) * 60 + Number(s));
    }
  }
  const ms = (name: keyof typeof unset): number => {
    const seconds = set.get(name) ?? unset[name];
    return seconds === 0 ? Number.POSITIVE_INFINITY : seconds * 1000;
  };
  return {
    conn: ms('conn'),
    'half-closed': ms('half-closed'),
    udp: ms('udp'),
    sip: ms('sip'),
    sip_media: ms('sip_media'),
    xlate: ms('xlate'),
    'pat-xlate': ms('pat-xlate'),
    uauth: ms('uauth'),
  };
}
