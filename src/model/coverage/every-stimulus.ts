import type { GroupId, Stimulus, UnitName } from '../../pair/index.ts';

const units: readonly UnitName[] = ['primary', 'secondary'];

/** Upon what a pair is struck, where it is struck by everything there is. */
export interface Struck {
  /** The interfaces that lose their link. */
  readonly nameifs: readonly string[];
  /** The groups that are commanded one by one; the unit as a whole is in any case. */
  readonly groups: readonly GroupId[];
  /** The networks that fall silent for both units. */
  readonly silent: readonly string[];
}

/**
 * Every stimulus there is, on both units. Traffic is lost on one interface only, the one called `a`: what follows is
 * the same for each.
 */
export function everyStimulus({ nameifs, groups, silent }: Struck): readonly Stimulus[] {
  const commanded = [{}, ...groups.map((group) => ({ group }))];
  const ofUnits = units.flatMap((unit): readonly Stimulus[] => [
    { stimulus: 'unit-silent', unit },
    { stimulus: 'unit-booting', unit },
    { stimulus: 'told-write-standby', unit },
    { stimulus: 'told-off', unit },
    { stimulus: 'told-on', unit },
    ...nameifs.flatMap((nameif): readonly Stimulus[] => [
      { stimulus: 'interface-down', unit, nameif },
      { stimulus: 'interface-up', unit, nameif },
    ]),
    { stimulus: 'interface-cut-off', unit, nameif: 'a' },
    { stimulus: 'interface-reconnected', unit, nameif: 'a' },
    ...commanded.flatMap((group): readonly Stimulus[] => [
      { stimulus: 'told-standby', unit, ...group },
      { stimulus: 'told-active', unit, ...group },
      { stimulus: 'told-reset', unit, ...group },
    ]),
  ]);
  return [
    ...ofUnits,
    { stimulus: 'both-units-booting' },
    ...silent.map((nameif): Stimulus => ({ stimulus: 'segment-silent', nameif })),
    { stimulus: 'segment-heard', nameif: 'a' },
    { stimulus: 'failover-link-down' },
    { stimulus: 'failover-link-up' },
    { stimulus: 'state-link-down' },
    { stimulus: 'state-link-up' },
  ];
}
