import { expect } from 'chai';
import { consoleWay } from '../../topology/console-way.ts';
import { revealWay } from './reveal-way.ts';

const secrets = { reveal: ({ secret }: { secret: string }) => `value of ${secret}`, values: () => [] };
const login = { username: 'lab', password: '${LAB}' };
const revealed = { username: 'lab', password: 'value of LAB' };
const at = { host: '192.0.2.9', port: 2033 };
const usual = { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flowControl: 'none' };

describe('ways to a console, as written and as driven', () => {
  const table: readonly (readonly [string, unknown, unknown])[] = [
    [
      'a serial device',
      { serial: { device: '/dev/ttyUSB0' } },
      { serial: { device: '/dev/ttyUSB0', ...usual } },
    ],
    [
      'a serial device with every setting',
      {
        serial: {
          device: '/dev/ttyUSB0',
          baud: 19_200,
          'data-bits': 7,
          parity: 'even',
          'stop-bits': 2,
          'flow-control': 'rts-cts',
          dtr: true,
          rts: false,
          pace: '25ms',
        },
      },
      {
        serial: {
          device: '/dev/ttyUSB0',
          baud: 19_200,
          dataBits: 7,
          parity: 'even',
          stopBits: 2,
          flowControl: 'rts-cts',
          dtr: true,
          rts: false,
        },
        paceMs: 25,
      },
    ],
    ['raw TCP', { tcp: { ...at, pace: '0ms' } }, { tcp: at, paceMs: 0 }],
    ['telnet', { telnet: { ...at, login } }, { telnet: { ...at, login: revealed } }],
    [
      'RFC 2217',
      { telnet: { ...at, rfc2217: { baud: 38_400 } } },
      { telnet: { ...at, rfc2217: { ...usual, baud: 38_400 } } },
    ],
    [
      'a line to be cleared by telnet',
      { telnet: { ...at, 'clear-line': { line: 33, login, enable: '${ENABLE}' } } },
      {
        telnet: {
          ...at,
          clearLine: {
            line: 33,
            by: 'telnet',
            port: 23,
            login: revealed,
            enable: 'value of ENABLE',
            legacy: false,
          },
        },
      },
    ],
    [
      'a line to be cleared by SSH',
      { telnet: { ...at, 'clear-line': { line: 33, by: 'ssh', login, algorithms: ['ssh-rsa'] } } },
      {
        telnet: { ...at, clearLine: { line: 33, by: 'ssh', port: 22, login: revealed, legacy: ['ssh-rsa'] } },
      },
    ],
    [
      'SSH',
      { ssh: { ...at, login: { ...login, username: 'lab:port02' }, escape: '~' } },
      { ssh: { ...at, ...revealed, username: 'lab:port02', legacy: false, escape: '~' } },
    ],
    [
      'conserver',
      { conserver: { host: at.host, console: 'fw1', login } },
      { conserver: { host: at.host, port: 782, console: 'fw1', login: revealed } },
    ],
  ];
  for (const [title, written, driven] of table)
    it(title, () => {
      expect(revealWay(consoleWay.parse(written), secrets)).to.deep.equal(driven);
    });

  const refused: readonly (readonly [string, unknown])[] = [
    ['a parity that there is not', { serial: { device: '/dev/ttyUSB0', parity: 'mark' } }],
    ['a speed of nothing', { serial: { device: '/dev/ttyUSB0', baud: 0 } }],
    ['a literal password', { telnet: { ...at, login: { username: 'lab', password: 'open-sesame' } } }],
    ['an escape of two characters', { ssh: { ...at, login, escape: '~~' } }],
    ['a console with a blank in its name', { conserver: { host: at.host, console: 'fw 1', login } }],
  ];
  for (const [title, written] of refused)
    it(`refuses ${title}`, () => {
      expect(consoleWay.safeParse(written).success).to.equal(false);
    });
});
