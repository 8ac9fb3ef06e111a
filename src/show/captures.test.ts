/**
 * Outputs of real appliances, and those printed in the vendor's guides. They are not ours to give away, and are read
 * only where they lie beside the checkout: `../shared/captures` and `../shared/seeds`, seen from the root.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parserFor, parsers, rowAccount, showFailover } from './index.ts';
import type { FailoverFacts } from './index.ts';

const shared = join(import.meta.dirname, '../../../shared');
const captures = join(shared, 'captures');
const guides = join(shared, 'seeds');

interface Output {
  readonly command: string;
  readonly text: string;
}

/** `hostname/ctx(config)# show …`: what stands after the prompt. */
function typedIn(line: string): string | undefined {
  return /^\s*[\w./-]+(?:\([\w-]+\))?[#>] *(\S.*?)\s*$/.exec(line)?.[1];
}

function commandOf(typed: string): string | undefined {
  try {
    return parserFor(typed).command;
  } catch {
    return undefined;
  }
}

/** The command whose output a file is, by its name: `ShowVersion__…`, `show_failover_state_multictx…`. */
function commandOfFile(file: string): string | undefined {
  const words = file
    .replaceAll(/([a-z])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/__.*/, '')
    .replaceAll('_', ' ');
  const named = parsers
    .map(({ command }) => command)
    .filter((command) => `${words} `.startsWith(`${command} `));
  return named.toSorted((a, b) => b.length - a.length)[0];
}

/** The outputs in a capture: the whole of it, or what follows each prompt with a known command. */
function outputsOf(file: string, text: string): Output[] {
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '');
  const wholeCommand = commandOfFile(file);
  const echoes = lines.filter((line) => typedIn(line.replaceAll('\r', '')) !== undefined).length;
  if (wholeCommand !== undefined && (echoes === 0 || (echoes === 1 && typedIn(first ?? '') !== undefined))) {
    return [{ command: wholeCommand, text }];
  }
  const outputs: { command: string | undefined; lines: string[] }[] = [];
  for (const line of lines) {
    const typed = typedIn(line.replaceAll('\r', ''));
    if (typed !== undefined) outputs.push({ command: commandOf(typed), lines: [line] });
    else outputs.at(-1)?.lines.push(line);
  }
  // A session may be labelled between two outputs (`CTX_TEST:`); a label is of the document, not of the output.
  return outputs.flatMap(({ command, lines: own }) =>
    command === undefined
      ? []
      : [{ command, text: own.filter((line) => !/^[A-Z_]+:\s*$/.test(line)).join('\n') }],
  );
}

/** The `show` outputs of a recorded session in YAML, where a dialogue is a block under the command that was sent. */
function outputsOfSession(text: string): Output[] {
  return text.split(/\n {2}(?=")/).flatMap((block) => {
    const sent = /^"([^"\\]+)\\n":/.exec(block)?.[1];
    const command = sent === undefined ? undefined : commandOf(sent);
    if (command === undefined) return [];
    const body = block
      .split('\n')
      .slice(1)
      .map((line) => line.slice(4));
    const unescaped = body.map((line) =>
      line.replaceAll('\\x20', ' ').replaceAll('\\r', '\r').replaceAll('\\"', '"'),
    );
    return [{ command, text: unescaped.join('\n') }];
  });
}

/** Lines outside the fences that belong to the output all the same: headings, and rows torn off by a page break. */
const tornOff =
  /^\s*$|^(?:Stateful Failover Logical Update Statistics|Logical Update Queue Information)$|(?:\s\d+){4}\s*$/;

/** The outputs printed in a guide: fenced, torn over several fences, or begun outside of one. */
function outputsOfGuide(text: string): Output[] {
  const outputs: { command: string | undefined; lines: string[] }[] = [];
  let fenced = false;
  let open = false;
  for (const line of text.split('\n')) {
    const typed = typedIn(line);
    const opensUnasked =
      line.trim() === 'Failover On' && (!open || outputs.at(-1)?.lines.includes('Failover On'));
    if (line.startsWith('```')) fenced = !fenced;
    else if (fenced && typed !== undefined) {
      open = commandOf(typed) !== undefined;
      if (open) outputs.push({ command: commandOf(typed), lines: [line] });
    } else if (opensUnasked) {
      open = true;
      outputs.push({ command: 'show failover', lines: [line] });
    } else if (!fenced && !tornOff.test(line)) open = false;
    else if (open) outputs.at(-1)?.lines.push(line);
  }
  return outputs.flatMap(({ command, lines }) =>
    command === undefined || lines.slice(1).every((line) => line.trim() === '')
      ? []
      : [{ command, text: lines.join('\n') }],
  );
}

/** The failover lines of the configurations printed in a guide, run by run. */
function failoverLinesOf(text: string): string[] {
  const runs: string[][] = [[]];
  for (const line of text.split('\n')) {
    const inRun = (runs.at(-1) ?? []).length > 0;
    if (/^failover(?: (?:lan|link|key|interface|group|poll)\b.*)?$/.test(line)) runs.at(-1)?.push(line);
    else if (inRun && /^(?:primary|secondary)$/.test(line)) runs.at(-1)?.push(line);
    else if (inRun) runs.push([]);
  }
  return runs
    .filter((run) => run.length > 0 && !run.some((line) => /[[{]|_/.test(line)))
    .map((run) => run.join('\n'));
}

const counted = (outputs: readonly Output[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { command } of outputs) counts[command] = (counts[command] ?? 0) + 1;
  return counts;
};

describe('captures of real appliances', () => {
  if (!existsSync(captures)) {
    it('are read (pending: none lie beside this checkout)');
    return;
  }
  for (const file of readdirSync(captures)) {
    const text = readFileSync(join(captures, file), 'utf8');
    const outputs = file.endsWith('.yaml') ? outputsOfSession(text) : outputsOf(file, text);
    if (/^show/i.test(file) && commandOfFile(file) !== undefined) {
      it(`${file} holds an output`, () => expect(outputs).to.not.be.empty);
    }
    for (const [index, { command, text: output }] of outputs.entries()) {
      it(`${file}: ${command}, output ${index + 1}`, () => {
        const facts = parserFor(command).parse(output);
        // `show mode` says one word.
        expect(JSON.stringify(facts).length).to.be.greaterThan(20);
      });
    }
  }
});

describe('outputs printed in the guides', () => {
  if (!existsSync(guides)) {
    it('are read (pending: none lie beside this checkout)');
    return;
  }
  const texts = readdirSync(guides).map((file) => ({ file, text: readFileSync(join(guides, file), 'utf8') }));
  const all = texts.flatMap(({ text }) => outputsOfGuide(text));

  it('are found, all of them', () => {
    expect(counted(all)).to.deep.equal({
      'show failover': 7,
      'show failover state': 2,
      'show failover interface': 2,
      'show failover group': 1,
      'show monitor-interface': 3,
    });
  });

  for (const { file, text } of texts) {
    for (const [index, { command, text: output }] of outputsOfGuide(text).entries()) {
      it(`${file}: ${command}, output ${index + 1}`, () => {
        expect(() => parserFor(command).parse(output)).to.not.throw();
      });
    }
    for (const [index, lines] of failoverLinesOf(text).entries()) {
      it(`${file}: failover lines of configuration ${index + 1}`, () => {
        expect(parserFor('show run failover').parse(lines)).to.include.keys('addresses');
      });
    }
  }

  it('show as many monitored rows as they claim, wherever they claim a number', () => {
    const facts: FailoverFacts[] = all
      .filter(({ command }) => command === 'show failover')
      .map(({ text }) => showFailover.parse(text));
    const accounts = facts.map((one) => rowAccount(one)).filter((account) => account !== undefined);
    expect(accounts.map(({ claimed, thisHost, otherHost }) => [claimed, thisHost, otherHost])).to.deep.equal([
      [2, 2, 2],
      [8, 8, 8],
      [2, 2, 2],
      [2, 2, 2],
    ]);
  });
});
