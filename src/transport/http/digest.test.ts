import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { authorization, bestChallenge } from './digest.ts';

const nonce = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
const opaque = 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS';
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const login = { username: 'Mufasa', password: 'Circle of Life' };
const asked = { method: 'GET', uri: '/dir/index.html' };
const digest = (algorithm: string): string =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${nonce}", opaque="${opaque}"`;

function answer(
  header: string | readonly string[],
  schemes: readonly ('basic' | 'digest')[] = ['digest'],
): string {
  const challenge = bestChallenge([header].flat(), schemes);
  if (!challenge) throw new Error('no challenge');
  return authorization(challenge, login, asked, 1, cnonce);
}

describe('HTTP authentication', () => {
  it('answers as the example of RFC 7616, section 3.9.1, with MD5', () => {
    expect(answer(digest('MD5'))).to.equal(
      `Digest username="Mufasa", realm="http-auth@example.org", nonce="${nonce}", uri="/dir/index.html", ` +
        `response="8ca523f5e9506fed4657c9700eebdbec", opaque="${opaque}", algorithm=MD5, qop=auth, nc=00000001, cnonce="${cnonce}"`,
    );
  });

  it('and with SHA-256', () => {
    expect(answer(digest('SHA-256'))).to.contain(
      'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    );
  });

  it('takes the strongest of what is offered, in one header or in several', () => {
    for (const headers of [
      [digest('MD5'), digest('SHA-256'), 'Basic realm="x"'],
      [`Basic realm="a, b", ${digest('MD5')}, ${digest('SHA-256')}`],
    ])
      expect(answer(headers, ['basic', 'digest'])).to.contain('algorithm=SHA-256');
  });

  it('gives the password itself only where that is allowed', () => {
    expect(bestChallenge(['Basic realm="x"'], ['digest'])).to.equal(undefined);
    expect(answer('Basic realm="x"', ['basic'])).to.equal(
      `Basic ${Buffer.from('Mufasa:Circle of Life').toString('base64')}`,
    );
  });

  it('passes over what it cannot answer', () => {
    expect(bestChallenge([digest('SHA-512-256')], ['digest'])).to.equal(undefined);
    expect(bestChallenge(['Digest realm="x", nonce="n", qop="auth-int"'], ['digest'])).to.equal(undefined);
    expect(bestChallenge(['Negotiate', ''], ['digest', 'basic'])).to.equal(undefined);
  });

  it('answers servers of RFC 2069, which know no qop, and sessions', () => {
    const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
    const a1 = md5('Mufasa:x:Circle of Life');
    const a2 = md5('GET:/dir/index.html');
    const old = answer('Digest realm="x", nonce="n"');
    expect(old)
      .to.contain(`response="${md5(`${a1}:n:${a2}`)}"`)
      .and.to.not.contain('cnonce');
    const session = answer('Digest realm="x", nonce="n", qop="auth", algorithm=MD5-sess');
    const expected = md5(`${md5(`${a1}:n:${cnonce}`)}:n:00000001:${cnonce}:auth:${a2}`);
    expect(session).to.contain(`response="${expected}"`);
  });
});
