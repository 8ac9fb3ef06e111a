import { expect } from 'chai';
import { maskText } from './mask-text.ts';
import { MaskStream } from './mask-stream.ts';

const secrets: readonly string[] = [
  'two-of-a-kind-9',
  'kind-9',
  'q"uo\\te{4}[x]+$^',
  'a&b<c>\'d"e f',
  'Grüße-9',
  'Zürich-5',
  'abc',
];
const mask = maskText(secrets);

/** What is kept of bytes that come in pieces of this size. */
function streamed(bytes: Buffer, size: number, values = secrets): Buffer {
  const stream = new MaskStream(values);
  let kept = Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += size) {
    const { back, bytes: next } = stream.push(bytes.subarray(at, at + size));
    kept = Buffer.concat([kept.subarray(0, kept.length - back), next]);
  }
  return kept;
}

/** The forms in which each secret is looked for here, written down without the code that looks for them. */
const encodings: Readonly<Record<string, (secret: string) => string>> = {
  itself: (secret) => secret,
  'in pieces of accents': (secret) => secret.normalize('NFD'),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  HTML: (secret) =>
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'a URL': encodeURIComponent,
  'a form': (secret) => new URLSearchParams({ s: secret }).toString().slice(2),
  'a path': (secret) => encodeURIComponent(secret).replaceAll(/%../g, (escape) => escape.toLowerCase()),
  'hex, apart': (secret) => (Buffer.from(secret).toString('hex').match(/../g) ?? []).join(' '),
  'hex, together': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  'hex, of Latin-1': (secret) => (Buffer.from(secret, 'latin1').toString('hex').match(/../g) ?? []).join(':'),
};

describe('what is masked', () => {
  for (const [encoding, encoded] of Object.entries(encodings))
    it(`is every secret as ${encoding}, in text and in bytes however they are cut`, () => {
      for (const secret of secrets.filter(({ length }) => length > 3)) {
        const form = encoded(secret);
        expect(mask(`before (${form}) behind`), form).to.equal(`before (${'*'.repeat(form.length)}) behind`);
        const bytes = Buffer.from(`before ${form} behind\t`);
        const stars = `before ${'*'.repeat(Buffer.byteLength(form))} behind\t`;
        for (const size of [1, 3, 1000]) expect(streamed(bytes, size).toString(), form).to.equal(stars);
      }
    });

  it('is every secret whose UTF-8 was taken for Latin-1', () => {
    const form = Buffer.from('Grüße-9').toString('latin1');
    expect(mask(`before ${form} behind`)).to.equal('before ********* behind');
    expect(streamed(Buffer.from('before Grüße-9\t', 'latin1'), 1).toString()).to.equal('before *******\t');
  });

  it('is basic authentication, whoever logs in with it', () => {
    for (const user of ['', 'a', 'ad', 'adm', 'admin'])
      for (const secret of secrets.filter(({ length }) => length > 3)) {
        const header = Buffer.from(`${user}:${secret}`).toString('base64');
        const shown = /[^*]*/.exec(mask(header))?.[0] ?? '';
        // What is left says no more than who it was: of the secret at most the four bits that share a letter with that.
        expect(Buffer.from(shown, 'base64').length, `${header} ${mask(header)}`).to.be.at.most(
          user.length + 1,
        );
        expect(mask(header).replaceAll('*', '').length).to.be.at.most(
          Math.ceil(((user.length + 1) * 8) / 6) + 4,
        );
      }
  });

  it('is a dump of memory in groups, wherever it begins in one', () => {
    const [secret = ''] = secrets;
    for (const before of ['', 'x', 'xy', 'xyz'])
      for (const digits of [4, 8]) {
        const hex = Buffer.from(before + secret + before).toString('hex');
        const dump = (hex.match(new RegExp(`.{1,${digits}}`, 'g')) ?? []).join(' ');
        expect(mask(dump).replaceAll(/[* ]/g, '')).to.equal(Buffer.from(before + before).toString('hex'));
      }
  });

  it('is a secret that the terminal wraps, whose line ends stay', () => {
    expect(mask('key two-of-\r\na-kind-9\r\n')).to.equal('key *******\r\n********\r\n');
    expect(streamed(Buffer.from('key two-of-a-k\r\ni\r\nnd-9.'), 1).toString()).to.equal(
      'key **********\r\n*\r\n****.',
    );
  });

  it('is what a command line that is scrolled shows of one', () => {
    expect(mask('fw(config)# failover key two-of-a-k$')).to.equal('fw(config)# failover key **********$');
    expect(mask('fw(config)# $f-a-kind-9')).to.equal('fw(config)# ***********');
    expect(mask('fw(config)# <a-kind-9')).to.equal('fw(config)# *********');
    const redrawn = `key two-of\b\b\b\b\b\b\b\b\b\bfw# $ey two-of-a\rfw# $wo-of-a-kind-9\r\n`;
    expect(streamed(Buffer.from(redrawn), 1).toString()).to.equal(
      'key ******\b\b\b\b\b\b\b\b\b\bfw# $ey ********\rfw# ***************\r\n',
    );
  });

  it('is all of two that overlap, and neither more nor less than them', () => {
    expect(mask('the two-of-a-kind-9, a kind-9 and a kind-8')).to.equal(
      `the ${'*'.repeat(15)}, a ****** and a kind-8`,
    );
    expect(maskText(['abcd', 'cdef'])('abcdefabc')).to.equal('******abc');
  });

  it('is nothing else: no honest word, no line end, no word of our own, and nothing without secrets', () => {
    const honest = 'Interface inside (198.51.100.1): Normal (Monitored)\r\ntwo-of-a\r\nkind\r\n.\t';
    expect(mask(honest)).to.equal(honest);
    expect(streamed(Buffer.from(honest), 7).toString()).to.equal(honest);
    expect(maskText(['active'])('active')).to.equal('active');
    expect(maskText([])('abc')).to.equal('abc');
    expect(streamed(Buffer.from('abc'), 1, []).toString()).to.equal('abc');
  });

  it('holds no more open than a secret is long, whatever a console says for a week', () => {
    const stream = new MaskStream(secrets);
    for (const chunk of ['two-of-a', '\r\n'.repeat(10_000), 'two-'.repeat(10_000), 'a'.repeat(10_000)])
      for (let turn = 0; turn < 5; turn++)
        expect(stream.push(Buffer.from(chunk)).back, chunk.slice(0, 8)).to.be.below(1000);
  });
});
