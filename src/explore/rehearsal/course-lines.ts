import type { Entry, Observation, Question } from '../../timeline/index.ts';

const keptChars = 400;
/** How many lines of an answer are told. */
const answerLines = 40;

/** What happened in a scenario, a line for each thing that is news: deeds, words, questions, changes of state. */
export function courseLines(entries: readonly Entry[]): readonly string[] {
  const lastSaid = new Map<string, string>();
  return entries.flatMap((entry) => {
    if (entry.kind === 'question') return questionLines(entry);
    if (entry.kind !== 'observation') return [`${instant(entry)} ${wordsOf(entry)}`];
    const said = saidBy(entry);
    if (said === undefined) return [];
    const who = `${entry.witness} ${entry.saw.sight}`;
    if (lastSaid.get(who) === said) return [];
    lastSaid.set(who, said);
    return [`${instant(entry)} ${entry.witness}: ${said}`];
  });
}

/** What was typed or looked at, what was expected, and the answer as it came. */
function questionLines(question: Question): readonly string[] {
  const { witness, context, typed, expects, proves, answer, unanswered } = question;
  const place = context === undefined ? witness : `${witness}, context ${context}`;
  const given = answer?.text.split(/\r?\n/) ?? [];
  const left = given.length - answerLines;
  return [
    `${instant(question)} ? ${place}: ${typed.join(' ⏎ ')}   [${proves.join(', ')}]`,
    `            expects ${expects.map((one) => JSON.stringify(one)).join(', ')}`,
    `            ${answer?.outcome ?? `NO ANSWER: ${unanswered ?? 'none'}`}`,
    ...given.slice(0, answerLines).map((line) => `            │ ${line}`),
    ...(left > 0 ? [`            │ … ${left} lines more`] : []),
  ];
}

function wordsOf(entry: Exclude<Entry, Observation | Question>): string {
  switch (entry.kind) {
    case 'phase':
      return `── ${entry.phase}`;
    case 'action-begun':
      return `begins: ${entry.did}`;
    case 'action':
      return `did: ${entry.did}${entry.failed === undefined ? '' : `, FAILED: ${entry.failed}`}`;
    case 'gap':
      return `gap of ${entry.witness}: ${entry.why}`;
    case 'trouble':
      return `TROUBLE (${entry.whose}): ${entry.message}`;
    default:
      return plain(entry);
  }
}

/** What a witness said in a few words; nothing for probes, which would drown the rest. */
function saidBy({ saw, raw }: Observation): string | undefined {
  if (saw.sight === 'probes') return saw.lost.length === 0 ? 'all probes arrived' : undefined;
  if (saw.sight === 'failover') {
    const [mine, other] = [saw.thisHost, saw.otherHost];
    return `${mine?.unit ?? '?'} ${mine?.state ?? '?'}, mate ${other?.state ?? '?'}`;
  }
  if (saw.sight === 'message') return `«${saw.text}»`;
  if (saw.sight === 'unread') return `UNREAD ${cut(raw ?? JSON.stringify(saw))}`;
  return cut(JSON.stringify(saw));
}

/** Any other entry, by its fields. */
function plain({ seq: _seq, kind, ...rest }: Entry): string {
  const fields = Object.entries(rest).filter(([key]) => key !== 'atMs' && key !== 'scenario');
  const told = fields.map(
    ([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return cut(`${kind}: ${told.join('; ')}`);
}

function instant(entry: Entry): string {
  const atMs =
    'atMs' in entry
      ? entry.atMs
      : 'answeredMs' in entry
        ? entry.answeredMs
        : 'doneMs' in entry
          ? entry.doneMs
          : 'toMs' in entry
            ? entry.toMs
            : 0;
  return (atMs / 1000).toFixed(2).padStart(9);
}

const cut = (text: string): string => (text.length > keptChars ? `${text.slice(0, keptChars)}…` : text);
