/** A line of a configuration with those that stand in its mode, one level of each indented by a blank more. */
interface Branch {
  readonly line: string;
  readonly below: readonly Branch[];
}

/** What takes the place of what was set before: negated first, a running pair would have the defaults in between. */
const timer = /^(?:failover )?(?:polltime (?:unit|interface)|interface-policy)(?= )/;

/**
 * What to type so that a unit which runs with `now` runs with `wanted` again: first what was added is negated, the
 * last first, unless it is only set anew, and then what is missing is entered, within the modes where it stands.
 */
export function linesBetween(now: readonly string[], wanted: readonly string[]): readonly string[] {
  return blocksBetween(now, wanted).flat();
}

/** The same, by what belongs together: a mode with what is typed in it, up to its exit; any other line by itself. */
export function blocksBetween(
  now: readonly string[],
  wanted: readonly string[],
): readonly (readonly string[])[] {
  return between(treeOf(now), treeOf(wanted));
}

function between(now: readonly Branch[], wanted: readonly Branch[]): readonly (readonly string[])[] {
  const has = (branches: readonly Branch[], line: string): boolean =>
    branches.some((each) => each.line === line);
  const isReplaced = (line: string): boolean => {
    const [name] = timer.exec(line) ?? [];
    return name !== undefined && wanted.some((each) => each.line.startsWith(`${name} `));
  };
  const gone = now.filter(({ line }) => !has(wanted, line) && !isReplaced(line)).toReversed();
  const blocks = [
    ...gone.map(({ line }) => [negated(line)]),
    ...wanted.map((branch) => entered(branch, now)),
  ];
  return blocks.filter(({ length }) => length > 0);
}

/** What is typed for one line: nothing where all of it is there. */
function entered({ line, below }: Branch, now: readonly Branch[]): readonly string[] {
  const there = now.find((each) => each.line === line);
  if (!there)
    return [line, ...below.flatMap((each) => entered(each, [])), ...(below.length > 0 ? ['exit'] : [])];
  const within = between(there.below, below).flat();
  return within.length > 0 ? [line, ...within, 'exit'] : [];
}

/** What is taken back by its name alone: behind it stand secrets that are shown as asterisks, or words that `no` refuses. */
const byName = /^(?:username \S+|snmp-server host \S+ \S+|failover lan unit)(?= )/;

const negated = (line: string): string =>
  line.startsWith('no ') ? line.slice(3) : `no ${byName.exec(line)?.[0] ?? line}`;

function treeOf(lines: readonly string[]): readonly Branch[] {
  const branches: Branch[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const depth = depthOf(line);
    const next = lines.findIndex((each, index) => index > at && depthOf(each) <= depth);
    const end = next < 0 ? lines.length : next;
    branches.push({ line: line.trim(), below: treeOf(lines.slice(at + 1, end)) });
    at = end;
  }
  return branches;
}

const depthOf = (line: string): number => line.length - line.trimStart().length;
