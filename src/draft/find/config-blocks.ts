/** A command of a running configuration with the lines of its own below it. */
export interface ConfigBlock {
  readonly line: string;
  readonly below: readonly string[];
}

/** Far more than any unit of this age keeps; what is longer is no configuration. */
const mostLines = 200_000;

/** A running configuration as commands: those that are indented belong to the one above. */
export function configBlocks(text: string): readonly ConfigBlock[] {
  const blocks: { line: string; below: string[] }[] = [];
  for (const raw of text.split(/\r?\n/, mostLines)) {
    const line = raw.trimEnd();
    if (line === '' || /^[!:]/.test(line)) continue;
    const last = blocks.at(-1);
    if (/^\s/.test(line) && last) last.below.push(line.trim());
    else blocks.push({ line: line.trim(), below: [] });
  }
  return blocks;
}
