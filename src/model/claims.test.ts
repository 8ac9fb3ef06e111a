import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type { Requirement } from '../pair/index.ts';
import { claims } from './claims.ts';
import { requirements } from './requirements.ts';

const sample = resolve('src/model/samples/claims.txt');

describe('what the model says', () => {
  it('serves the requirements that the table says; FOVER_RENEW=1 writes it anew, to be read as a change', () => {
    const now = claims.map(({ kind, name, requirements: served }) => {
      const ids = served.map(({ id }) => id).join(' ');
      return `${kind}: ${name}: ${ids}\n`;
    });
    if (process.env['FOVER_RENEW']) writeFileSync(sample, now.join(''));
    expect(now).to.deep.equal(readFileSync(sample, 'utf8').match(/[^\n]*\n/g));
  });

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
