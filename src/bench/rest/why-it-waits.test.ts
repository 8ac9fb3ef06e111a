import { expect } from 'chai';
import { whyItWaits } from './why-it-waits.ts';
import type { FramesAtEnd, WaitedSpan } from './why-it-waits.ts';

const end: FramesAtEnd = { waits: true, received: 60, sent: 60, heard: 60 };
const span: WaitedSpan = {
  called: 'inside',
  seconds: 30,
  due: 60,
  isOneSwitch: true,
  ends: { primary: end, secondary: end },
};
const of = (primary: Partial<FramesAtEnd>, secondary: Partial<FramesAtEnd>, more: Partial<WaitedSpan> = {}) =>
  whyItWaits({
    ...span,
    ...more,
    ends: { primary: { ...end, ...primary }, secondary: { ...end, ...secondary } },
  });
const idsOf = (wrongs: ReturnType<typeof whyItWaits>) =>
  wrongs.map(({ requirements }) => requirements.join(' '));

describe('why an interface waits', () => {
  it('is the unit that sends less than its hellos', () => {
    const wrongs = of({}, { received: 3, waits: false });
    expect(idsOf(wrongs)).to.deep.equal(['IH-HELLO']);
    expect(wrongs[0]?.message).to.contain('from secondary');
    expect(idsOf(of({ received: 0 }, { received: 0 }))).to.deep.equal(['IH-HELLO', 'IH-HELLO']);
  });

  it('is the unit whose frames are for others than its mate, where one switch passes them on', () => {
    const passesTraffic = { received: 5000 };
    expect(idsOf(of(passesTraffic, { sent: 1 }))).to.deep.equal(['IH-HELLO']);
    expect(of(passesTraffic, { sent: 1, heard: 1 }, { isOneSwitch: false })).to.have.length(1);
    expect(
      of({ ...passesTraffic, waits: false }, { sent: 1, heard: 1 }, { isOneSwitch: false }),
      'a cable between the switches may be the reason',
    ).to.deep.equal([]);
  });

  it('is the unit to which as many frames came as hellos, by its own count, and that waits', () => {
    const wrongs = of({ waits: false }, {});
    expect(idsOf(wrongs)).to.deep.equal(['IH-SECOND-HELLO']);
    expect(wrongs[0]?.message).to.contain('came to secondary');
    expect(idsOf(of({ waits: false, received: 5000 }, {})), 'or no hello was among them').to.deep.equal([
      'IH-SECOND-HELLO IH-HELLO',
    ]);
  });

  it('may be the network, where the frames did not come to the unit or nobody counts', () => {
    expect(of({ heard: 0 }, { heard: 2 }), 'a cable that takes one way only').to.deep.equal([]);
    const uncounted = { waits: true };
    expect(whyItWaits({ ...span, ends: { primary: uncounted, secondary: uncounted } })).to.deep.equal([]);
    expect(of({ waits: false }, { waits: false }), 'none waits').to.deep.equal([]);
  });
});
