import { expect } from 'chai';
import { SendSchedule } from './send-schedule.ts';

describe('the schedule of a sender', () => {
  it('is absolute: a late probe delays none that follow', () => {
    const schedule = new SendSchedule(1000, 10);
    expect(schedule.due(999)).to.deep.equal([]);
    expect(schedule.due(1004)).to.deep.equal([1000]);
    expect(schedule.due(1004)).to.deep.equal([]);
    expect(schedule.nextMs).to.equal(1010);
    expect(schedule.due(1010)).to.deep.equal([1010]);
  });

  it('catches up after a short stall', () => {
    const schedule = new SendSchedule(0, 10);
    expect(schedule.due(50)).to.deep.equal([0, 10, 20, 30, 40, 50]);
  });

  it('sends one probe after a long stall, late as it is, and resumes on the schedule', () => {
    const schedule = new SendSchedule(0, 10);
    expect(schedule.due(0)).to.deep.equal([0]);
    expect(schedule.due(5003)).to.deep.equal([10]);
    expect(schedule.nextMs).to.equal(5010);
    expect(schedule.due(5003)).to.deep.equal([]);
  });
});
