import { visibleText } from '../visible-text.ts';

/** HTML or SVG that is safe to put on the page: only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | undefined | readonly Piece[];

/**
 * A template in which every value is escaped unless it is markup already; lists are joined, `undefined` is nothing.
 * Characters that a reader could not see, or that would change what the others mean, are shown.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return {
    markup: parts.map((part, at) => part.replaceAll(indentation, '\n') + written(values[at])).join(''),
  };
}

/** Templates are laid out for those who read the source; on the page it would be most of the bytes. */
const indentation = /\s*\n\s*/g;

/** Nothing at all. */
export const nothing: Markup = { markup: '' };

function written(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escaped(piece);
  if ('markup' in piece) return piece.markup;
  return piece.map(written).join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visibleText(text).replaceAll(/[&<>"']/g, (character) => references[character] ?? '');
}
