import { expect } from 'chai';
import { type FailoverState, failoverStates, isActive, isStandby, type UnitName } from '../../pair/index.ts';
import { decideOnHello, type Side } from './decide.ts';

const side = (unit: UnitName, state: FailoverState, term = 1): Side => ({ unit, serial: unit, state, term });

/** What the primary unit in a state does on the hello of a secondary in another; everything not listed is nothing. */
const moves: readonly (readonly [
  me: FailoverState,
  mate: FailoverState,
  primary: string,
  secondary: string,
])[] = [
  ['negotiation', 'active', 'join', 'join'],
  ['negotiation', 'just-active', 'join', 'join'],
  ['negotiation', 'active-drain', 'join', 'join'],
  ['negotiation', 'active-applying-config', 'join', 'join'],
  ['negotiation', 'active-config-applied', 'join', 'join'],
  ['negotiation', 'negotiation', 'become-active', 'stay'],
  ['standby-ready', 'negotiation', 'become-active', 'become-active'],
  ['standby-ready', 'failed', 'become-active', 'become-active'],
  ['standby-ready', 'cold-standby', 'become-active', 'become-active'],
  ['standby-ready', 'sync-config', 'become-active', 'become-active'],
  ['standby-ready', 'sync-file-system', 'become-active', 'become-active'],
  ['standby-ready', 'bulk-sync', 'become-active', 'become-active'],
  ['failed', 'failed', 'become-active', 'stay'],
];

const reachable = failoverStates.filter((state) => !['init', 'invalid', 'not-detected'].includes(state));

describe('what a hello moves a unit to do', () => {
  for (const unit of ['primary', 'secondary'] as const) {
    const mate = unit === 'primary' ? 'secondary' : 'primary';

    it(`is, for the ${unit} unit, what the table says, and nothing elsewhere`, () => {
      for (const mine of reachable.filter((state) => !isActive(state) && !joining(state))) {
        for (const theirs of reachable) {
          const row = moves.find(([me, other]) => me === mine && other === theirs);
          const wanted = row?.[unit === 'primary' ? 2 : 3] ?? 'stay';
          expect(decideOnHello(side(unit, mine), side(mate, theirs)).move, `${mine}, ${theirs}`).to.equal(
            wanted,
          );
        }
      }
    });

    it(`makes the ${unit} unit start over if the active unit that it joins is none any more`, () => {
      for (const theirs of reachable.filter((state) => state !== 'disabled')) {
        const wanted = isActive(theirs) ? 'stay' : 'renegotiate';
        expect(decideOnHello(side(unit, 'sync-config'), side(mate, theirs)).move, theirs).to.equal(wanted);
      }
    });
  }

  it('leaves one active unit of two: the later takeover, and of equal ones the primary', () => {
    const both = (primaryTerm: number, secondaryTerm: number): string[] => {
      const [primary, secondary] = [
        side('primary', 'active', primaryTerm),
        side('secondary', 'active', secondaryTerm),
      ];
      return [decideOnHello(primary, secondary).move, decideOnHello(secondary, primary).move];
    };
    expect(both(1, 1)).to.deep.equal(['stay', 'yield']);
    expect(both(2, 1)).to.deep.equal(['stay', 'yield']);
    expect(both(1, 2)).to.deep.equal(['yield', 'stay']);
  });

  it('leaves an active unit active, whatever else its mate is', () => {
    for (const theirs of reachable.filter((state) => !isActive(state))) {
      expect(decideOnHello(side('secondary', 'active'), side('primary', theirs)).move, theirs).to.equal(
        'stay',
      );
    }
  });
});

function joining(state: FailoverState): boolean {
  return isStandby(state) && state !== 'standby-ready';
}
