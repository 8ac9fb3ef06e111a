import { expect } from 'chai';
import { coursesIn } from './courses-in.ts';
import { run } from './made.test-support.ts';
import { activeLoss, failoverLinkDown, forced } from './stories.test-support.ts';

describe('what the scenarios of a run did to the pair', () => {
  it('is told with the state that it began in, strike by strike', () => {
    const courses = coursesIn(run(forced, activeLoss, failoverLinkDown));
    expect(courses.map(({ course }) => course.map(({ stimulus }) => stimulus.stimulus))).to.deep.equal([
      ['told-standby'],
      ['unit-silent', 'unit-booting'],
      ['failover-link-down', 'failover-link-up'],
    ]);
    for (const { pair, course } of courses) {
      expect(Object.values(pair.units)).to.include.members(['active', 'standby-ready']);
      expect(course[0]?.isSettled).to.equal(true);
    }
  });

  it('is not told of one whose evidence is not whole', () => {
    const [first, ...rest] = run(forced).filter(({ kind }) => kind !== 'scenario-ended');
    expect(coursesIn(first ? [first, ...rest] : [])).to.deep.equal([]);
  });
});
