/** What both units of a made-up scenario answer when they are asked, and what they say unasked. */
import { mateOf } from '../pair/index.ts';
import type {
  FailoverSighting,
  FailoverState,
  GroupId,
  HostReport,
  LinkState,
  UnitName,
} from '../pair/index.ts';
import type { EntryToRecord } from '../timeline/entry.ts';
import { leadMs, settings } from './made-story.test-support.ts';
import type { LinkTurn, Noted, Story, Turn } from './made-story.test-support.ts';

const begin: readonly Turn[] = [
  { atMs: -Infinity, unit: 'primary', is: 'active' },
  { atMs: -Infinity, unit: 'secondary', is: 'standby-ready' },
  { atMs: -Infinity, unit: 'primary', group: 2, is: 'standby-ready' },
  { atMs: -Infinity, unit: 'secondary', group: 2, is: 'active' },
];

/** The last change of a unit, or of a group on it, until then. */
const turnAt = (story: Story, unit: UnitName, atMs: number, group: GroupId = 1): Turn | undefined =>
  [...begin.slice(0, story.groups ? 4 : 2), ...story.turns]
    .filter((turn) => turn.unit === unit && (turn.group ?? group) === group)
    .findLast((turn) => turn.atMs <= atMs && (turn.atMs > -Infinity || (turn.group ?? 1) === group));

/** What a unit answers, asked again and again. */
export function answers(story: Story, unit: UnitName, zeroMs: number): readonly Noted[] {
  const notes: Noted[] = [];
  const every = story.everyMs ?? 80;
  for (
    let askedMs = 110 - leadMs + (unit === 'primary' ? 0 : 37);
    askedMs + 20 < story.endMs;
    askedMs += every + 20
  ) {
    const isOff = turnAt(story, unit, askedMs + 10)?.is === 'off';
    const saw = isOff ? ({ sight: 'silent' } as const) : sighting(story, unit, askedMs + 10);
    const entry: EntryToRecord = {
      kind: 'observation',
      askedMs: zeroMs + askedMs,
      answeredMs: zeroMs + askedMs + 20,
      scenario: story.name,
      witness: `console ${unit}`,
      unit,
      saw,
    };
    notes.push({ atMs: askedMs + 20, entry });
  }
  return notes;
}

function sighting(story: Story, unit: UnitName, atMs: number): FailoverSighting {
  const mate = mateOf(unit);
  const on = story.on?.(atMs) ?? true;
  const links = linksAt(story, unit, atMs);
  return {
    sight: 'failover',
    on,
    ...(on ? { thisHost: hostBy(unit, unit, story, atMs), otherHost: hostBy(unit, mate, story, atMs) } : {}),
    failoverLink: links.failover ?? 'up',
    ...(links.state ? { stateLink: links.state } : {}),
    settings: story.settings ?? settings,
    monitoredInterfaces: story.claimed ?? (story.groups ? 4 : 2),
  };
}

/** What a unit says of a host: of itself what is so, of its mate what it believes. */
function hostBy(teller: UnitName, unit: UnitName, story: Story, atMs: number): HostReport {
  const stateOf = (group: GroupId): FailoverState => {
    const turn = turnAt(story, unit, atMs, group);
    const is = turn?.is === 'off' ? undefined : turn?.is;
    if (teller === unit) return is ?? 'not-detected';
    return turn?.mateSays ?? (turn?.is === 'off' ? 'active' : is) ?? 'not-detected';
  };
  const contexts = story.groups?.flatMap((group) => group.contexts) ?? [undefined];
  return {
    unit,
    state: stateOf(1),
    ...(story.groups && { groups: story.groups.map(({ group }) => ({ group, state: stateOf(group) })) }),
    interfaces: contexts.flatMap((context) =>
      ['inside', 'outside'].map((nameif) => ({
        ...(context === undefined ? {} : { context }),
        nameif,
        address: '192.0.2.1',
        health: 'normal' as const,
        monitoring: story.monitoring?.(unit, atMs) ?? 'monitored',
      })),
    ),
  };
}

/** What a unit says of the links by then. */
function linksAt(story: Story, unit: UnitName, atMs: number): Partial<Record<LinkTurn['link'], LinkState>> {
  const said = (link: LinkTurn['link']): LinkState | undefined =>
    story.links?.findLast(
      (turn) =>
        turn.link === link &&
        turn.atMs + (turn.since ? story.healMs : 0) <= atMs &&
        (turn.by ?? unit) === unit,
    )?.is;
  const [failover, state] = [said('failover'), said('state')];
  return { ...(failover && { failover }), ...(state && { state }) };
}

/** What the units say unasked when they change their role. */
export function messages(story: Story, zeroMs: number): readonly Noted[] {
  return story.turns.flatMap(({ atMs, unit, group, is }) => {
    const message =
      is === 'active' ? 'switching-to-active' : is === 'standby-ready' ? 'switching-to-standby' : undefined;
    if (!message) return [];
    const at = zeroMs + atMs + 5;
    const text = group === undefined ? message : `Group ${group} ${message}`;
    const saw = { sight: 'message', message, text } as const;
    const entry: EntryToRecord = {
      kind: 'observation',
      askedMs: at,
      answeredMs: at,
      scenario: story.name,
      witness: `console ${unit}`,
      unit,
      saw,
    };
    return [{ atMs: atMs + 5, entry }];
  });
}
