import { visibleLine, visibleText } from '../../report/index.ts';
import { hold } from '../hold.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, textOf, utf8 } from '../target.ts';

/** What devices say, made safe to look at. */
export const visible: FuzzTarget = {
  name: 'visible text',
  samples: () =>
    utf8(
      '\u001b[2J\u001b]0;x\u0007fw# \r\n\u202eabc\u0085 \ufeff\t \n  line\u2028',
      'plain words\nof two lines\n',
    ),
  read(input) {
    // Halves of surrogate pairs come out of JSON, never out of UTF-8.
    const text = `${textOf(input)}${Buffer.from(input.subarray(0, 200)).toString('utf16le')}`;
    hold(!/(?![\t\n])[\p{Cc}\p{Cf}]/u.test(visibleText(text)), 'a control character is shown');
    hold(!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(visibleLine(text)), 'a line holds a line end');
    return 'shown';
  },
  allows: nothing,
};
