/** What commands print: nothing that a terminal obeys, no secret, and by no other way than this one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { VirtualClock } from '../virtual-clock.ts';
import { doctorText } from './doctor-text.ts';
import { exitCodes, tellError } from './exit-code.ts';
import { keepSecret, maskOutput } from './keep-secrets.ts';
import { openTerminal } from './terminal.ts';
import { BenchError } from '../errors.ts';

/** Everything that makes a terminal act, turn or hide: CSI, OSC 8 and 52, DCS, C1, marks of direction, half characters. */
const nasty =
  'a\u001B[2Jb\u001B]52;c;ZXZpbA==\u0007c\u001B]8;;http://evil/\u001B\\d\u001BP1$r\u001B\\e\u009B2Jf\u009D0;t\u009Cg\u202Eh\u2066i\u200Bj\uFEFFk\u00ADl\u2028m\uD800n\u{E0041}o\rp\bq\u0000r\u007Fs';
const obeyed = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/u;

/** A stream that keeps what is written to it, as one that is no terminal. */
function heard(): { readonly stream: NodeJS.WriteStream; text(): string } {
  const stream = new PassThrough();
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    text: () => String((stream.read() as Buffer | null) ?? ''),
  };
}

describe('what is printed', () => {
  const sources = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(name),
  );

  it('goes through say.ts, where devices and files are quoted', () => {
    // The console of a unit has a filter of its own; a table in colours is made visible word by word; the others are
    // our own words, or tools beside the commands.
    const others = ['console.ts', 'doctor.ts', 'end-process.ts', 'fuzz.ts', 'say.ts'];
    const writers = sources.filter((name) =>
      /process\.std(out|err)\.write|console\.(log|error|warn)/.test(
        readFileSync(join(import.meta.dirname, name), 'utf8'),
      ),
    );
    expect(writers.toSorted()).to.deep.equal(others);
  });

  it('is shown and not obeyed: errors of every kind, live lines, rows of the doctor', () => {
    for (const error of [new BenchError('pdu1', nasty), new Error(nasty), nasty])
      expect(tellError(error).text).to.not.match(obeyed);
    expect(tellError(new BenchError('pdu1', nasty)).code).to.equal(exitCodes.infrastructure);
    const { stream, text } = heard();
    const terminal = openTerminal(stream, new VirtualClock());
    terminal.say(nasty);
    terminal.close();
    expect(text()).to.contain('\\x1b[2J').and.to.not.match(obeyed);
    const row = {
      examination: nasty,
      what: nasty,
      device: nasty,
      outcome: 'wrong',
      said: nasty,
      wanted: nasty,
      do: nasty,
    } as const;
    expect(doctorText([row], false)).to.not.match(obeyed);
  });

  it('holds no secret, whoever prints it, in text and in bytes', () => {
    const { stream, text } = heard();
    maskOutput(stream);
    stream.write('before: hunter2-of-say\n');
    expect(text()).to.contain('hunter2-of-say');
    keepSecret({ values: () => ['hunter2-of-say'] });
    stream.write(`in a stack: ${new Error('hunter2-of-say').stack}\n`);
    stream.write(Buffer.from(`in bytes: é ${Buffer.from('admin:hunter2-of-say').toString('base64')}\n`));
    expect(text())
      .to.match(/in a stack: Error: \*{14}\n/)
      .and.to.match(/in bytes: é YWRtaW46\*+\w?=*\n$/)
      .and.to.not.contain('hunter2');
  });
});
