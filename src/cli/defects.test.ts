import { expect } from 'chai';
import { requirements } from '../model/index.ts';
import { defects, isFirmwareDefect } from '../simulator/index.ts';
import { defectList } from './wanted.ts';

const firmware = defects.filter(isFirmwareDefect);

describe('the catalogue of defects', () => {
  it('names only requirements that there are, and that can be observed', () => {
    const observable: readonly string[] = requirements
      .filter(({ observed }) => 'by' in observed)
      .map(({ id }) => id);
    const named = firmware.flatMap(({ name, breaks }) => breaks.map((id) => ({ name, id })));
    expect(named.filter(({ id }) => !observable.includes(id))).to.deep.equal([]);
  });

  it('has at least sixty of the firmware', () => {
    expect(firmware.length).to.be.at.least(60);
  });

  it('is listed with a sentence and the requirements of each', () => {
    const text = defectList();
    for (const { name, sentence } of defects)
      expect(text)
        .to.match(new RegExp(`^  ${name} `, 'm'))
        .and.contain(sentence);
    expect(text).to.match(
      /^ {2}ignores-reset +The unit takes `failover reset` and does nothing\.\n +OPS-RESET$/m,
    );
  });
});
