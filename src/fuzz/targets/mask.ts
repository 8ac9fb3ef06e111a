import { MaskStream, maskedJson } from '../../timeline/index.ts';
import { hold, holdSame } from '../hold.ts';
import { inChunks } from '../in-chunks.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, textOf, utf8 } from '../target.ts';

/** One begins as another ends, one repeats itself, one is within another, one is no ASCII. */
const secrets = ['s3cret', 'etcetera', 'aabaabaa', 'aab', 'pässwört', '****x', '"q\\'];

/** What is written of a stream, as if it were a file. */
function written(chunks: readonly Uint8Array[]): Buffer {
  const stream = new MaskStream(secrets);
  const pieces: Buffer[] = [];
  let open = Buffer.alloc(0);
  for (const chunk of chunks) {
    const { back, bytes } = stream.push(chunk);
    // What goes back goes back into what was written last.
    const file = Buffer.concat([...pieces.splice(0), open]);
    pieces.push(file.subarray(0, file.length - back));
    open = Buffer.from(bytes);
  }
  return Buffer.concat([...pieces, open]);
}

/** What is recorded of a console: no secret gets into it, however it is cut. */
export const maskedStream: FuzzTarget = {
  name: 'mask of a stream',
  samples: () =>
    utf8(
      'Password: s3cret\r\nfw# sh run | inc aabaabaabaa\r\ns3cretcetera pässwört ****x "q\\ aabaa',
      'aab'.repeat(20),
    ),
  read(input) {
    const whole = written([input]);
    hold(whole.length === input.length, 'lengths stay');
    // What is left open at the end stands as stars: to be compared, it is closed.
    const close = Buffer.from('.');
    holdSame(
      written([...inChunks(input), close]).equals(written([input, close])),
      true,
      'chunks make a difference',
    );
    for (const secret of secrets.filter((each) => !each.includes('*')))
      for (const encoding of ['utf8', 'latin1'] as const)
        hold(!whole.includes(Buffer.from(secret, encoding)), `${secret} survives`);
    return 'masked';
  },
  allows: nothing,
  pieces: ['aab', 's3cre', 's3cret', '****'],
};

/** What is recorded of a text. */
export const maskedText: FuzzTarget = {
  name: 'mask of a text',
  samples: () => utf8('Password: s3cret', 'aabaabaabaa', 's3cretcetera "q\\'),
  read(input) {
    const text = textOf(input);
    const json = maskedJson(secrets)({ text, [`key`]: [text] });
    const { text: masked } = JSON.parse(json);
    for (const secret of secrets.filter((each) => !each.includes('*')))
      hold(!String(masked).includes(secret), `${secret} survives`);
    return 'masked';
  },
  allows: nothing,
  pieces: ['aab', 's3cre', 's3cret', '****'],
};
