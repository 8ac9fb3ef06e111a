import { expect } from 'chai';
import { defects } from '../simulator/index.ts';
import { defectConcerns, notAsked } from './defect-concerns.ts';

describe('the defects of the simulator', () => {
  const asked = Object.keys(defectConcerns);
  const left = Object.values(notAsked).flat();

  it('are each asked about, or left out for a reason: see defect-concerns.ts and not-asked.ts', () => {
    const unheard = defects.map(({ name }) => name).filter((name) => ![...asked, ...left].includes(name));
    expect(unheard).to.deep.equal([]);
  });

  it('are named once, and are there', () => {
    const names = defects.map(({ name }) => name);
    expect([...asked, ...left].filter((name) => !names.includes(name))).to.deep.equal([]);
    expect(new Set([...asked, ...left]).size).to.equal(asked.length + left.length);
  });
});
