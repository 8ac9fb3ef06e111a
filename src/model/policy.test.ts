import { expect } from 'chai';
import type { GroupView } from './pair-state.ts';
import { failedOn, hearEachOther, isNewlyDown, isOverPolicy, mayBeOverPolicy, wouldFail } from './policy.ts';

const view: GroupView = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  monitored: ['a', 'b', 'c'],
  down: { primary: [], secondary: [] },
};
const count = (least: number) => ({ interfacePolicy: { count: least } });
const percent = (least: number) => ({ interfacePolicy: { percent: least } });
const down = (...names: readonly string[]): GroupView => ({
  ...view,
  down: { primary: names, secondary: [] },
});

describe('the interface policy', () => {
  it('is reached by as many as it says, and by none never', () => {
    expect(isOverPolicy(down('a'), 'primary', count(2))).to.equal(false);
    expect(isOverPolicy(down('a', 'b'), 'primary', count(2))).to.equal(true);
    expect(isOverPolicy(view, 'primary', percent(1))).to.equal(false);
    expect(isOverPolicy(down('a', 'b'), 'secondary', count(1))).to.equal(false);
  });

  it('of percent is reached by that share of the monitored ones, to the percent', () => {
    // Two of three are 66.7 %.
    expect(isOverPolicy(down('a', 'b'), 'primary', percent(66))).to.equal(true);
    expect(isOverPolicy(down('a', 'b'), 'primary', percent(67))).to.equal(false);
    expect(isOverPolicy(down('a', 'b', 'c'), 'primary', percent(100))).to.equal(true);
    expect(isOverPolicy({ ...down('a'), monitored: ['a', 'b'] }, 'primary', percent(50))).to.equal(true);
  });

  it('counts an interface once, and none that neither unit hears anything on', () => {
    const both: GroupView = { ...down('a'), cutOff: { primary: ['a', 'b'], secondary: [] } };
    expect(failedOn(both, 'primary')).to.deep.equal(['a', 'b']);
    expect(failedOn({ ...both, silent: ['b'] }, 'primary')).to.deep.equal(['a']);
    expect(failedOn({ ...both, silent: ['a'] }, 'primary')).to.deep.equal(['a', 'b']);
    expect(isOverPolicy({ ...both, silent: ['b'] }, 'primary', count(2))).to.equal(false);
    expect(failedOn(both, 'secondary')).to.deep.equal([]);
  });

  it('is reached by one more that is monitored and has not failed yet', () => {
    expect(wouldFail(down('a'), 'primary', 'b', count(2))).to.equal(true);
    expect(wouldFail(down('a'), 'primary', 'b', count(3))).to.equal(false);
    expect(wouldFail(down('a'), 'primary', 'a', count(2))).to.equal(false);
    expect(wouldFail(down('a'), 'primary', 'x', count(2))).to.equal(false);
    expect(isNewlyDown(down('a'), 'primary', 'b')).to.equal(true);
    expect(isNewlyDown(down('a'), 'primary', 'a')).to.equal(false);
    expect(isNewlyDown(down('a'), 'primary', 'x')).to.equal(false);
  });

  it('may be reached by silent networks, each counted once, only without the failover link', () => {
    const silent: GroupView = { ...down('a'), silent: ['a', 'b'] };
    expect(mayBeOverPolicy(silent, 'primary', count(2))).to.equal(false);
    expect(mayBeOverPolicy({ ...silent, failoverLink: 'down' }, 'primary', count(2))).to.equal(true);
    expect(mayBeOverPolicy({ ...silent, failoverLink: 'down' }, 'primary', count(3))).to.equal(false);
    expect(mayBeOverPolicy({ ...silent, failoverLink: 'down' }, 'secondary', count(2))).to.equal(true);
  });
});

describe('units hear each other', () => {
  it('on one monitored interface at least, that neither lost and that is not silent', () => {
    expect(hearEachOther(view)).to.equal(true);
    expect(hearEachOther(down('a', 'b'))).to.equal(true);
    expect(hearEachOther(down('a', 'b', 'c'))).to.equal(false);
    expect(hearEachOther({ ...view, down: { primary: ['a'], secondary: ['b'] } })).to.equal(true);
    expect(hearEachOther({ ...view, down: { primary: ['a'], secondary: ['b'] }, silent: ['c'] })).to.equal(
      false,
    );
    expect(hearEachOther({ ...view, monitored: [] })).to.equal(false);
  });
});
