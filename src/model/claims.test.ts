import { expect } from 'chai';
import type { Requirement } from '../pair/index.ts';
import { claims } from './claims.ts';
import { requirements } from './requirements.ts';

describe('what the model says', () => {
  it('is said by a name of its own, for requirements of the catalogue', () => {
    const known = new Set<Requirement>(requirements);
    for (const { kind, name, requirements: served } of claims) {
      expect(served, name).to.not.be.empty;
      for (const requirement of served) expect(known.has(requirement), `${kind} ${name}`).to.equal(true);
    }
    expect(new Set(claims.map(({ kind, name }) => `${kind} ${name}`)).size).to.equal(claims.length);
  });

  it('serves every row of the behaviour tables', () => {
    const served = new Set(claims.flatMap((claim) => claim.requirements.map(({ id }) => id as string)));
    const rows = requirements.filter(({ sources }) =>
      sources.some(({ table }) => table === 'Table 13-2' || table === 'Table 13-4'),
    );
    expect(rows).to.not.be.empty;
    expect(rows.filter(({ id }) => !served.has(id)).map(({ id }) => id)).to.deep.equal([]);
  });
});
