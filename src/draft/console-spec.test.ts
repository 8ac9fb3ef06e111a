import { expect } from 'chai';
import * as fc from 'fast-check';
import { UsageError } from '../errors.ts';
import { consoleSpec } from './console-spec.ts';
import { switchSpec } from './find/switch-spec.ts';
import { entry } from './node/draft-node.ts';
import { writeEntries } from './node/write-node.ts';

const written = (text: string): string =>
  writeEntries(entry('way', consoleSpec(text, 'RACK_CONSOLE').node)).join('\n');
const way = (text: string): unknown => consoleSpec(text, 'RACK_CONSOLE').way((name) => `<${name}>`);

describe('a way to a console as it is typed', () => {
  it('is read in each of its forms', () => {
    expect(way('/dev/serial/by-id/usb-FTDI_A1-if00-port0')).to.deep.equal({
      serial: { device: '/dev/serial/by-id/usb-FTDI_A1-if00-port0' },
    });
    expect(way('tcp://10.1.1.9:4003')).to.deep.equal({ tcp: { host: '10.1.1.9', port: 4003 } });
    expect(way('telnet://lab@ts1:2007')).to.deep.equal({
      telnet: { host: 'ts1', port: 2007, login: { username: 'lab', password: '<RACK_CONSOLE>' } },
    });
    expect(way('rfc2217://10.1.1.9:5003')).to.deep.equal({
      telnet: { host: '10.1.1.9', port: 5003, rfc2217: {} },
    });
    expect(way('ssh://lab:port03@[2001:db8::7]')).to.deep.equal({
      ssh: { host: '2001:db8::7', port: 22, username: 'lab:port03', password: '<RACK_CONSOLE>' },
    });
    expect(way('conserver://lab@c1/fw1')).to.deep.equal({
      conserver: {
        host: 'c1',
        port: 782,
        console: 'fw1',
        login: { username: 'lab', password: '<RACK_CONSOLE>' },
      },
    });
  });

  it('is written with a reference for its password', () => {
    expect(written('ssh://lab@10.1.1.7:3007')).to.contain('password: ${RACK_CONSOLE}');
    expect(written('conserver://lab@c1/fw1')).to.contain('console: fw1');
  });

  it('is refused with what is expected, and never with a password in it', () => {
    for (const text of [
      '',
      '10.1.1.9',
      'telnet://10.1.1.9',
      'tcp://u@h:1',
      'ssh://10.1.1.7',
      'http://h:80',
      'tcp://h:70000',
      'telnet://h:23/x',
    ])
      expect(() => consoleSpec(text, 'S'), text).to.throw(UsageError, /no way to a console: expected/);
    for (const text of ['ssh://lab:hunter2@10.1.1.7', 'telnet://lab:open-sesame@h:23'])
      expect(() => consoleSpec(text, 'S'))
        .to.throw(UsageError, /looks like a password/)
        .with.property('message')
        .that.does.not.contain('hunter');
  });

  it('ends with a way or with a usage error, whatever is typed', () => {
    const part = fc.constantFrom(
      'ssh',
      'telnet',
      '://',
      '@',
      ':',
      '/',
      '[',
      ']',
      '22',
      'lab',
      '/dev/',
      '..',
      '\n',
      '${X}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const read of [(): unknown => consoleSpec(text, 'S'), (): unknown => switchSpec(text)])
            try {
              read();
            } catch (error) {
              expect(error).to.be.instanceOf(UsageError);
            }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a switch as it is typed', () => {
  it('is of version 2c, or of version 3 where a user is named', () => {
    const plain = switchSpec('sw1=10.1.1.5:1161');
    expect(plain.secrets).to.deep.equal(['SW1_COMMUNITY']);
    expect(plain.access((name) => name)).to.deep.equal({
      host: '10.1.1.5',
      port: 1161,
      version: '2c',
      community: 'SW1_COMMUNITY',
    });
    const secure = switchSpec('sw-7=fover@10.1.1.5');
    expect(secure.secrets).to.deep.equal(['SW_7_AUTH', 'SW_7_PRIV']);
    expect(secure.access((name) => name)).to.deep.include({ version: '3', user: 'fover' });
  });

  it('is refused without a name, and with a password', () => {
    expect(() => switchSpec('10.1.1.5')).to.throw(UsageError, 'sw1=10.1.1.5');
    expect(() => switchSpec('sw1=lab:secret@10.1.1.5')).to.throw(
      UsageError,
      'never given on the command line',
    );
  });
});
