import { expect } from 'chai';
import { algorithmKinds, legacyAlgorithms, offerWith } from './ssh-algorithms.ts';

describe('algorithms of SSH', () => {
  const unsound = /sha1(?!\d)|md5|cbc|^ssh-(?:rsa|dss)$/;
  const offered = (...wish: Parameters<typeof offerWith>): readonly string[] =>
    algorithmKinds.flatMap((kind) => offerWith(...wish)[kind]);

  it('are sound unless others are asked for', () =>
    expect(offered(false).filter((one) => unsound.test(one))).to.deep.equal([]));

  it('are all of old firmware when that is asked for, behind the sound ones', () => {
    for (const kind of algorithmKinds) {
      const all = offerWith(true)[kind];
      const first = all.findIndex((one) => unsound.test(one));
      expect(all.slice(0, first)).to.deep.equal(offerWith(false)[kind]);
    }
    expect(offered(true).filter((one) => unsound.test(one))).to.deep.equal(legacyAlgorithms);
  });

  it('are those of old firmware that are named', () => {
    for (const one of legacyAlgorithms)
      expect(offered([one]).filter((each) => unsound.test(each))).to.deep.equal([one]);
  });
});
