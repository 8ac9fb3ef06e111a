import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnreadLineError } from '../../errors.ts';
import { parserFor, parsers } from '../../show/index.ts';
import { hold } from '../hold.ts';
import type { FuzzTarget } from '../target.ts';
import { only, textOf } from '../target.ts';

const samples = join(import.meta.dirname, '..', '..', 'show', 'samples');

/** Every parser of a command, spoiled from its own samples. */
export const show: readonly FuzzTarget[] = parsers.map(({ command, parse }) => ({
  name: command,
  samples: () => {
    const folder = join(samples, command.replaceAll(' ', '-'));
    const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    return texts.map((name) => readFileSync(join(folder, name)));
  },
  read(input) {
    const text = textOf(input);
    try {
      const facts = parse(text);
      // Facts are told in JSON.
      return JSON.stringify(facts) === undefined ? 'nothing' : 'facts';
    } catch (error) {
      if (error instanceof UnreadLineError)
        hold(
          error.line >= 1 && error.line <= text.split(/\r\n|\r|\n/).length + 1,
          `there is no line ${error.line}`,
        );
      throw error;
    }
  },
  allows: only(UnreadLineError),
  pieces: [
    '--- ',
    '----------------',
    'This host: ',
    'Interface a (',
    'slot 1: ',
    '1 msec ',
    'The running key:',
    'a ',
  ],
}));

/** A command as somebody types it, abbreviated or not. */
export const showCommand: FuzzTarget = {
  name: 'command that is read',
  samples: () => parsers.map(({ command }) => Buffer.from(command)),
  read: (input) => parserFor(textOf(input)).command,
  allows: (error) => error.name === 'UsageError',
};
