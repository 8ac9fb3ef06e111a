import type { Stimulus, UnitName } from '../pair/index.ts';
import { lossOf, returnOf } from './concern.ts';
import type { GroupState, GroupView } from './pair-state.ts';

type PerUnit = Readonly<Record<UnitName, readonly string[]>>;

/**
 * The group as the stimulus itself leaves it, before anybody has acted on it: links, power,
 * interfaces, failover on or off. Who holds which role is as it was, except that a unit that fell silent is off.
 */
export function factsAfter(group: GroupView, stimulus: Stimulus): GroupView {
  const { disabled, ...rest } = group;
  const { stimulus: name } = stimulus;
  const isDisabled = name === 'told-off' || (disabled && name !== 'told-on');
  return {
    ...rest,
    ...(isDisabled ? { disabled: true } : {}),
    ...linksAfter(group, stimulus),
    ...interfacesAfter(group, stimulus),
    ...unitsAfter(group, stimulus),
  };
}

function unitsAfter({ units }: GroupState, stimulus: Stimulus): Pick<GroupState, 'units'> {
  if (stimulus.stimulus !== 'unit-silent') return { units };
  return { units: { ...units, [stimulus.unit]: 'off' } };
}

function linksAfter(group: GroupView, { stimulus }: Stimulus): Partial<GroupView> {
  const shared = group.stateSharesLink && group.stateLink;
  if (stimulus === 'failover-link-down')
    return { failoverLink: 'down', ...(shared && { stateLink: 'down' as const }) };
  if (stimulus === 'failover-link-up')
    return { failoverLink: 'up', ...(shared && { stateLink: 'up' as const }) };
  if (group.stateLink === undefined || shared) return {};
  if (stimulus === 'state-link-down') return { stateLink: 'down' };
  return stimulus === 'state-link-up' ? { stateLink: 'up' } : {};
}

function interfacesAfter(group: GroupState, stimulus: Stimulus): Partial<GroupState> {
  const { monitored, down, cutOff = { primary: [], secondary: [] }, silent = [] } = group;
  const loss = lossOf(stimulus);
  const back = returnOf(stimulus);
  const moved = loss ?? back;
  if (moved) {
    const change = (of: PerUnit): PerUnit => ({
      ...of,
      [moved.unit]: changed(
        of[moved.unit],
        moved.nameif,
        loss !== undefined && monitored.includes(moved.nameif),
      ),
    });
    return moved.of === 'link' ? { down: change(down) } : { cutOff: change(cutOff) };
  }
  if (stimulus.stimulus !== 'segment-silent' && stimulus.stimulus !== 'segment-heard') return {};
  const isLost = stimulus.stimulus === 'segment-silent' && monitored.includes(stimulus.nameif);
  return { silent: changed(silent, stimulus.nameif, isLost) };
}

/** The names with this one, or without it. */
function changed(names: readonly string[], nameif: string, isIn: boolean): readonly string[] {
  const others = names.filter((name) => name !== nameif);
  return isIn ? [...others, nameif] : others;
}
