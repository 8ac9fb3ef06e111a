/**
 * One XML element. Attribute values and text are escaped, and characters that XML 1.0 cannot hold in any form are
 * left out; children are elements already.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`,
  );
  const start = `<${name}${written.join('')}`;
  if (typeof content === 'string') return `${start}>${escapeText(content)}</${name}>`;
  if (content.length === 0) return `${start}/>`;
  return `${start}>\n${content.join('\n')}\n</${name}>`;
}

function escapeText(text: string): string {
  return text
    .replaceAll(impossible, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A reader would turn line ends and tabs of an attribute into spaces unless they are written as numbers. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** XML 1.0, section 2.2: everything that is no Char, and the control characters that it discourages. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
