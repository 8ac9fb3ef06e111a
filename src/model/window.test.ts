import { expect } from 'chai';
import type { FailoverSettings } from '../pair/index.ts';
import {
  cableLossWindow,
  cardLinkDownWindow,
  forcedWindow,
  interfaceTestWindow,
  linkDownWindow,
  quietAfterHelloLossMs,
  quietAfterInterfaceLossMs,
  unitLossWindow,
  waitingMs,
} from './window.ts';

const timers = (
  unitPollMs: number,
  unitHoldMs: number,
  interfacePollMs: number,
  interfaceHoldMs: number,
): FailoverSettings => ({
  unitPollMs,
  unitHoldMs,
  interfacePollMs,
  interfaceHoldMs,
  interfacePolicy: { count: 1 },
});

/** The rows of Table 13-7, with the timers of the ranges and defaults in «Configuring … Health Monitoring». */
const published = [
  { timers: timers(200, 800, 500, 5000), unitLossMs: 800, linkDownMs: 500, cardMs: 2000, testMs: 5000 },
  {
    timers: timers(1000, 15_000, 5000, 25_000),
    unitLossMs: 15_000,
    linkDownMs: 5000,
    cardMs: 5000,
    testMs: 25_000,
  },
  {
    timers: timers(15_000, 45_000, 15_000, 75_000),
    unitLossMs: 45_000,
    linkDownMs: 15_000,
    cardMs: 15_000,
    testMs: 75_000,
  },
];

describe('the windows of the model', () => {
  for (const { timers: settings, unitLossMs, linkDownMs, cardMs, testMs } of published) {
    it(`hold the published ${cardMs} ms for a link of a card and ${testMs} ms for interface tests`, () => {
      const card = cardLinkDownWindow(settings);
      const test = interfaceTestWindow(settings);
      expect(cardMs).to.be.within(card.earliestMs, card.latestMs);
      expect(testMs).to.be.within(test.earliestMs, test.latestMs);
      expect(testMs + settings.interfacePollMs + settings.unitPollMs + 1001).to.be.above(test.latestMs);
      expect(quietAfterInterfaceLossMs(settings)).to.be.at.least(test.latestMs);
    });

    it(`hold the published ${unitLossMs} ms for a lost unit and ${linkDownMs} ms for a link down`, () => {
      const loss = unitLossWindow(settings);
      const link = linkDownWindow(settings);
      expect(unitLossMs).to.be.within(loss.earliestMs, loss.latestMs);
      expect(linkDownMs).to.be.within(link.earliestMs, link.latestMs);
    });

    it(`leave a pair nowhere to hide: ${unitLossMs} ms more is outside`, () => {
      expect(unitLossMs + 2 * settings.unitPollMs + 1001).to.be.above(unitLossWindow(settings).latestMs);
      expect(linkDownMs + settings.unitPollMs + 1001).to.be.above(linkDownWindow(settings).latestMs);
    });

    it(`watch for quiet longer than a wrong failover with ${settings.unitHoldMs} ms of hold time would take`, () => {
      expect(quietAfterHelloLossMs(settings)).to.be.above(unitLossWindow(settings).latestMs);
      expect(quietAfterInterfaceLossMs(settings)).to.be.above(linkDownWindow(settings).latestMs);
    });
  }

  it('are computed from the timers alone', () => {
    expect(unitLossWindow(timers(500, 1500, 500, 5000))).to.deep.equal({ earliestMs: 500, latestMs: 3000 });
    expect(unitLossWindow(timers(500, 900, 500, 5000)).earliestMs).to.equal(0);
    expect(linkDownWindow(timers(500, 1500, 2000, 10_000))).to.deep.equal({ earliestMs: 0, latestMs: 3500 });
    expect(forcedWindow(timers(500, 1500, 2000, 10_000))).to.deep.equal({ earliestMs: 0, latestMs: 1500 });
  });

  it('open for an interface test not before half of the hold time, but for two polls', () => {
    expect(interfaceTestWindow(timers(1000, 15_000, 1000, 25_000))).to.deep.equal({
      earliestMs: 10_500,
      latestMs: 28_000,
    });
  });

  it('take five polls for the least hold time, and the longest that there is, where none is printed', () => {
    const { interfaceHoldMs: _, ...silent } = timers(1000, 15_000, 2000, 0);
    expect(interfaceTestWindow(silent)).to.deep.equal({ earliestMs: 1000, latestMs: 79_000 });
  });

  it('of a card are those of the main board when its polls are longer', () => {
    const slow = timers(1000, 15_000, 5000, 25_000);
    expect(cardLinkDownWindow(slow)).to.deep.equal(linkDownWindow(slow));
    expect(cardLinkDownWindow(timers(200, 800, 500, 5000)).latestMs).to.equal(3200);
  });

  it('are of use only when interfaces wait no longer: two polls, and spanning tree', () => {
    const slow = timers(15_000, 45_000, 15_000, 75_000);
    expect(waitingMs(slow)).to.equal(30_000);
    expect(waitingMs(slow, 15_000)).to.equal(60_000);
  });

  it('of a cable are open from the first moment, and close as any', () => {
    const settings = timers(1000, 15_000, 5000, 25_000);
    expect(cableLossWindow(settings)).to.deep.equal({ ...unitLossWindow(settings), earliestMs: 0 });
  });

  it('know the least interface hold time where the firmware prints none', () => {
    const { interfaceHoldMs: _, ...unprinted } = timers(1000, 15_000, 5000, 25_000);
    expect(interfaceTestWindow(unprinted).latestMs).to.equal(75_000 + 5000 + 1000 + 1000);
    expect(quietAfterInterfaceLossMs(unprinted)).to.equal(
      quietAfterInterfaceLossMs(timers(1000, 15_000, 5000, 25_000)),
    );
  });
});
