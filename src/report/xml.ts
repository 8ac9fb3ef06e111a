import { visibleText } from './visible-text.ts';

/**
 * One XML element. Attribute values and text are escaped, and characters that XML 1.0 cannot hold in any form (section
 * 2.2) are shown, as all others are that a terminal would obey; children are elements already.
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
  return visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A reader would turn line ends and tabs of an attribute into spaces unless they are written as numbers. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
