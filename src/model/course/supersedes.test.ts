import { expect } from 'chai';
import type { Stimulus } from '../../pair/index.ts';
import { supersedes } from './supersedes.ts';

/** `interface-up primary inside`, `told-active primary group 2` and the like. */
function parse(words: string): Stimulus {
  const [stimulus, ...rest] = words.split(' ');
  const at = rest.indexOf('group');
  const group = at === -1 ? {} : { group: Number(rest[at + 1]) };
  const [first, second] = at === -1 ? rest : rest.slice(0, at);
  const isUnit = first === 'primary' || first === 'secondary';
  const nameif = isUnit ? second : first;
  return { stimulus, ...(isUnit && { unit: first }), ...(nameif && { nameif }), ...group } as Stimulus;
}

describe('a later stimulus', () => {
  /** The later one, and the earlier one that it undoes. */
  const undone: readonly (readonly [string, string])[] = [
    ['unit-booting primary', 'unit-silent primary'],
    ['unit-silent primary', 'unit-booting primary'],
    ['both-units-booting', 'unit-silent primary'],
    ['unit-silent secondary', 'both-units-booting'],
    ['interface-up primary inside', 'interface-down primary inside'],
    ['interface-reconnected primary inside', 'interface-cut-off primary inside'],
    ['segment-heard inside', 'segment-silent inside'],
    ['failover-link-up', 'failover-link-down'],
    ['state-link-down', 'state-link-up'],
    ['told-on primary', 'told-off primary'],
    ['told-active primary', 'told-standby primary'],
    ['told-active primary group 2', 'told-standby primary group 2'],
    ['told-active primary', 'told-standby primary group 2'],
    ['told-active primary group 1', 'told-standby primary'],
    ['told-active secondary', 'told-active primary'],
    ['told-standby secondary group 1', 'told-standby primary group 1'],
    ['told-standby secondary', 'told-standby primary group 1'],
    ['told-standby secondary', 'told-active primary'],
  ];
  for (const [later, earlier] of undone)
    it(`undoes: ${later} after ${earlier}`, () => {
      expect(supersedes(parse(later), parse(earlier))).to.equal(true);
    });

  const kept: readonly (readonly [string, string])[] = [
    ['unit-booting secondary', 'unit-silent primary'],
    ['unit-silent secondary', 'unit-silent primary'],
    ['unit-silent primary', 'unit-silent primary'],
    ['interface-up secondary inside', 'interface-down primary inside'],
    ['interface-up primary outside', 'interface-down primary inside'],
    ['interface-down primary outside', 'interface-down primary inside'],
    ['interface-reconnected primary inside', 'interface-down primary inside'],
    ['segment-heard outside', 'segment-silent inside'],
    ['segment-heard inside', 'interface-cut-off primary inside'],
    ['state-link-up', 'failover-link-down'],
    ['failover-link-down', 'failover-link-down'],
    ['told-off secondary', 'told-off primary'],
    ['told-reset secondary', 'told-reset primary'],
    ['told-write-standby secondary', 'told-write-standby primary'],
    ['told-active primary', 'told-active primary'],
    ['told-active primary group 1', 'told-standby primary group 2'],
    ['told-standby secondary group 1', 'told-standby primary group 2'],
    ['told-active primary', 'unit-silent primary'],
    ['unit-silent primary', 'told-active primary'],
    ['told-active secondary', 'told-reset primary'],
  ];
  for (const [later, earlier] of kept)
    it(`does not undo: ${later} after ${earlier}`, () => {
      expect(supersedes(parse(later), parse(earlier))).to.equal(false);
    });
});
