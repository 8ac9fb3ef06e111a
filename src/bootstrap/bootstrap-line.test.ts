import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Secrets } from '../topology/index.ts';
import { line, maskLine, ownLine, revealLine } from './bootstrap-line.ts';

const secrets: Secrets = { reveal: ({ secret }) => `<${secret} revealed>`, values: () => [] };

describe('a bootstrap line', () => {
  it('shows the reference and sends the value', () => {
    const enable = line`enable password ${{ secret: 'LAB_ENABLE' }} level ${15}`;
    expect(maskLine(enable)).to.equal('enable password ${LAB_ENABLE} level 15');
    expect(revealLine(enable, secrets)).to.equal('enable password <LAB_ENABLE revealed> level 15');
  });

  it('of the user is sent as it is, with its references revealed', () => {
    const own = ownLine('snmp-server community ${A} ${B}x $C ${small} $');
    expect(revealLine(own, secrets)).to.equal(
      'snmp-server community <A revealed> <B revealed>x $C ${small} $',
    );
  });

  it('of the user shows itself when masked, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('$', '{', '}', 'A', 'a', ' ', '_', '1') });
    fc.assert(fc.property(text, (own) => maskLine(ownLine(own)) === own));
  });

  it('never shows a value, only sends it', () => {
    const value = 'x9-value';
    const known: Secrets = { reveal: () => value, values: () => [value] };
    const password = line`username lab password ${{ secret: 'P' }} privilege 15`;
    expect(maskLine(password)).to.not.include(value);
    expect(JSON.stringify(password)).to.not.include(value);
    expect(revealLine(password, known)).to.equal('username lab password x9-value privilege 15');
  });
});
