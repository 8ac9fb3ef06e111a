import { expect } from 'chai';
import * as fc from 'fast-check';
import { FlowLedger } from './flow-ledger.ts';

const ledgerOf = (count: number): FlowLedger => {
  const ledger = new FlowLedger('in-out', 10);
  for (let seq = 0; seq < count; seq++) ledger.sent(seq * 10 + 0.5, 0.5, seq * 10);
  return ledger;
};
const come = (ledger: FlowLedger, ...seqs: readonly number[]): void => {
  for (const seq of seqs) ledger.arrived({ flow: 0, seq, sentMs: seq * 10 + 0.5 }, 9999);
};

describe('the account of a flow', () => {
  it('settles nothing before its time', () => {
    const ledger = ledgerOf(3);
    come(ledger, 0, 1, 2);
    expect(ledger.settle(499, 500)).to.deep.equal({ batches: [], gaps: [] });
    expect(ledger.openSinceMs).to.equal(0.5);
    expect(ledger.settle(510, 500).batches).to.deep.equal([
      {
        sight: 'probes',
        flow: 'in-out',
        fromSeq: 0,
        toSeq: 1,
        firstSentMs: 0.5,
        lastSentMs: 10.5,
        everyMs: 10,
        received: 2,
        duplicated: 0,
        lost: [],
        worstLatenessMs: 0.5,
      },
    ]);
    expect(ledger.openSinceMs).to.equal(20.5);
  });

  it('tells ranges of lost probes, reordered and duplicated ones', () => {
    const ledger = ledgerOf(10);
    come(ledger, 1, 0, 5, 5, 6, 6, 6, 9);
    const [batch] = ledger.settle(1000, 500).batches;
    expect(batch).to.include({ fromSeq: 0, toSeq: 9, received: 5, duplicated: 3 });
    expect(batch?.lost).to.deep.equal([
      { fromSeq: 2, toSeq: 4, firstSentMs: 20.5, lastSentMs: 40.5 },
      { fromSeq: 7, toSeq: 8, firstSentMs: 70.5, lastSentMs: 80.5 },
    ]);
  });

  it('makes a gap of probes that could not be sent, and counts them neither lost nor received', () => {
    const ledger = ledgerOf(6);
    come(ledger, 0, 1, 4, 5);
    ledger.refused(2, 'ENETUNREACH');
    ledger.refused(3, 'ENETUNREACH');
    const { batches, gaps } = ledger.settle(1000, 500);
    expect(
      batches.map(({ fromSeq, toSeq, received, lost }) => [fromSeq, toSeq, received, lost.length]),
    ).to.deep.equal([
      [0, 1, 2, 0],
      [4, 5, 2, 0],
    ]);
    expect(gaps).to.deep.equal([
      { fromMs: 20.5, toMs: 30.5, why: '2 probes could not be sent: ENETUNREACH' },
    ]);
  });

  it('makes a gap of probes that come after they were called lost, once', () => {
    const ledger = ledgerOf(4);
    come(ledger, 0, 3);
    expect(ledger.settle(1000, 500).batches[0]?.lost).to.have.length(1);
    come(ledger, 2, 1, 1, 0, 77);
    const { batches, gaps } = ledger.settle(1000, 500);
    expect(batches).to.deep.equal([]);
    expect(gaps).to.deep.equal([
      { fromMs: 10.5, toMs: 9999, why: '2 probes came after they had been counted as lost' },
    ]);
    expect(ledger.settle(1000, 500).gaps).to.deep.equal([]);
    ledger.sent(50, 0, 1000);
    expect(ledger.settle(2000, 500).batches[0]?.duplicated, 'repeated 1 and 0').to.equal(2);
  });

  it('tells every probe exactly once, whatever arrives when', () => {
    const step = fc.oneof(
      fc.record({ sends: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ comes: fc.nat(60) }),
      fc.record({ listens: fc.nat(900) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const ledger = new FlowLedger('f', 1);
        const told = new Set<number>();
        let [sent, listened] = [0, 0];
        const take = (): void => {
          for (const batch of ledger.settle(listened, 500).batches) {
            const lost = batch.lost.reduce((sum, range) => sum + range.toSeq - range.fromSeq + 1, 0);
            expect(batch.received + lost).to.equal(batch.toSeq - batch.fromSeq + 1);
            for (let seq = batch.fromSeq; seq <= batch.toSeq; seq++) {
              expect(told.has(seq)).to.equal(false);
              told.add(seq);
            }
          }
        };
        for (const done of steps) {
          if ('sends' in done) for (let n = 0; n < done.sends; n++, sent++) ledger.sent(sent, 0, listened);
          else if ('comes' in done) come(ledger, done.comes);
          else listened += done.listens;
          take();
        }
        listened += 500;
        take();
        expect(told.size).to.equal(sent);
      }),
    );
  });
});
