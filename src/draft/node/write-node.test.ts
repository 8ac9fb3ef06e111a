import { expect } from 'chai';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { blank, entry, list, map, value } from './draft-node.ts';
import { oneLine } from './one-line.ts';
import { commentLines, writeEntries } from './write-node.ts';
import { yamlScalar } from './yaml-scalar.ts';

describe('a draft as YAML', () => {
  it('writes maps, lists, values and places to fill in, each with its comment', () => {
    const entries = [
      entry('name', value('rack7', 'as given')),
      entry('serial', blank('as show version prints it'), 'Who it is.'),
      entry('power', list([map([entry('pdu', value('p')), entry('outlet', value(7))]), blank('another')])),
      entry('none', map([])),
      entry('empty', list([])),
    ].flat();
    expect(writeEntries(entries)).to.deep.equal([
      'name: rack7 # as given',
      '# Who it is.',
      'serial: # fill in: as show version prints it',
      'power:',
      '  - pdu: p',
      '    outlet: 7',
      '  - # fill in: another',
      'none: {}',
      'empty: []',
    ]);
  });

  it('leaves the words of a topology bare, and quotes what YAML would take for something else', () => {
    const bare = [
      'GigabitEthernet0/0',
      '8.2(5)',
      '192.0.2.1',
      '500ms',
      '0200.5e00.0701',
      '${RACK_ENABLE}',
      '2c',
    ];
    for (const text of bare) expect(yamlScalar(text)).to.equal(text);
    for (const text of ['yes', 'null', '807301234', '1e3', '', '-', '#', 'a: b', '0x1f', '~', '*x', 'a #b'])
      expect(yamlScalar(text)).to.match(/^['"]/);
  });

  it('gives back every text, whatever it is, as a value and as a key', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...Array.from(`'"#:-\n\r\t\\{}[]&*!|>%@\`,?~ \u2028\u0085\uFEFF0a`)),
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const written = writeEntries(entry(text, map([entry('of', value(text, text))], text))).join('\n');
        expect(parse(written, { uniqueKeys: false })).to.deep.equal({ [text]: { of: text } });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what a comment is made of on its lines', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\n', '\r', '\u2028', '\u0085', '\u001b', 'a', ' ') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(oneLine(text)).to.not.match(/[\p{Cc}\u2028\u2029]/u);
        for (const line of commentLines(text)) expect(line).to.match(/^#[^\p{Cc}\u2028\u2029]*$/u);
        expect(parse(commentLines(text).join('\n')) as unknown).to.equal(null);
      }),
      { numRuns: 300 },
    );
  });
});
