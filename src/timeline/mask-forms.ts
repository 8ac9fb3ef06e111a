/** Below this, an encoded secret is too few characters to be told from any others. */
const shortestEncoded = 4;

/**
 * The forms that a secret may take in what devices and programs say: as it is, in the encodings of text, and as JSON,
 * HTML, URLs, basic authentication, hex dumps and commands that are wider than the terminal write it.
 */
export function formsOf(secret: string): readonly string[] {
  const spelled = ['NFC', 'NFD'].map((form) => secret.normalize(form));
  const written = [secret, ...spelled].flatMap((text) => [text, latin(text)]);
  if (secret.length < shortestEncoded) return distinct(written);
  return distinct([
    ...written,
    ...written.flatMap((text) => [inJson(text), inHtml(text), ...inUrl(text)]),
    ...[Buffer.from(secret, 'utf8'), Buffer.from(secret, 'latin1')].flatMap((bytes) => [
      ...inBase64(bytes),
      ...inHex(bytes),
    ]),
    ...scrolled(secret),
  ]).filter((form) => form.length >= shortestEncoded);
}

/** What its UTF-8 looks like where bytes are taken for characters. */
const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const distinct = (forms: readonly string[]): readonly string[] => [
  ...new Set(forms.filter((form) => form !== '')),
];

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function inHtml(text: string): string {
  const references: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": '#39',
  };
  return text.replaceAll(/[&<>"']/g, (character) => `&${references[character] ?? ''};`);
}

/** Everything but letters and digits escaped, what must be, and as a form does; digits of either case. */
function inUrl(text: string): readonly string[] {
  const all = text.replaceAll(/[^A-Za-z0-9]/gu, percents);
  const forms = [
    all,
    text.replaceAll(/[^A-Za-z0-9*'()!~._-]/gu, percents),
    text.replaceAll(/[^A-Za-z0-9*._-]/gu, percents),
  ];
  return forms
    .flatMap((form) => [form, form.replaceAll('%20', '+')])
    .flatMap((form) => [form, form.replaceAll(/%../g, (escape) => escape.toLowerCase())]);
}

const percents = (character: string): string =>
  Array.from(Buffer.from(character, 'utf8'), (byte) => `%${twoDigits(byte).toUpperCase()}`).join('');

/** The characters that stand for it alone, whatever comes before and behind: there are three ways to be aligned. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2]
    .map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      const whole = Math.floor(((before + bytes.length) * 8) / 6);
      return text.slice(Math.ceil((before * 8) / 6), whole);
    })
    .flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}

/** Bytes together, apart, and in groups of two and four, as the memory of a device is dumped. */
function inHex(bytes: Buffer): readonly string[] {
  const digits = Array.from(bytes, twoDigits);
  const grouped = (size: number, first: number): string =>
    digits.map((pair, at) => (at > 0 && at % size === first ? ` ${pair}` : pair)).join('');
  const apart = ['', ' ', ':', '-', '.', ', ', ',0x', ' 0x', ', 0x', '\\x'].map((between) =>
    digits.join(between),
  );
  const groups = [2, 4].flatMap((size) => Array.from({ length: size }, (_, first) => grouped(size, first)));
  return [...apart, ...groups].flatMap((form) => [
    form,
    form.replaceAll(/[a-f]/g, (digit) => digit.toUpperCase()),
  ]);
}

const twoDigits = (byte: number): string => byte.toString(16).padStart(2, '0');

/** A command that is wider than the terminal is shown from somewhere in its middle, behind a mark. */
function scrolled(secret: string): readonly string[] {
  const starts = Array.from({ length: Math.max(0, secret.length - shortestEncoded) }, (_, at) => at + 1);
  return starts.flatMap((at) => scrollMarks.map((mark) => `${mark}${secret.slice(at)}`));
}

/** ASA and PIX 7 show `$` where more of a command is, PIX 6 `<`. */
export const scrollMarks: readonly string[] = ['$', '<'];
