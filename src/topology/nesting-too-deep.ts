/** No topology nests deeper than ten; the parser's own stack ends somewhere beyond a thousand. */
const deepest = 100;

/**
 * Says where a text nests deeper than any topology, before a parser recurses into it: runaway brackets, rows of
 * `- - -`, endless indentation. It counts characters and knows no YAML, so it may count brackets in comments too.
 */
export function nestingTooDeep(
  text: string,
): { readonly at: { readonly line: number; readonly column: number }; readonly message: string } | undefined {
  let brackets = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const refuse = (column: number, what: string) => ({
      at: { line: index + 1, column },
      message: `nests deeper than any topology (${what}); is it a topology?`,
    });
    const indentation = line.search(/[^ \t]|$/);
    if (indentation > 2 * deepest) return refuse(indentation + 1, 'indentation');
    if ((line.match(/[-?:](?=\s|$)/g) ?? []).length > deepest)
      return refuse(1, 'list within list on one line');
    for (let column = 0; column < line.length; column++) {
      const letter = line[column];
      if (letter === '[' || letter === '{') brackets++;
      else if ((letter === ']' || letter === '}') && brackets > 0) brackets--;
      if (brackets > deepest) return refuse(column + 1, 'brackets');
    }
  }
  return undefined;
}
