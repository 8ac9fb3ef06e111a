import { openConsole } from '../../device/index.ts';
import type { ConsoleWay } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import { ownPort, turn, turns, withFarEnd } from '../far-end.ts';
import { hastyClock } from '../hasty-clock.ts';
import type { FuzzTarget } from '../target.ts';
import { only } from '../target.ts';

const host = '127.0.0.1';
const login = { username: 'lab', password: 'quiet' };

function opening(
  name: string,
  begins: 'server' | 'client',
  way: (port: number) => ConsoleWay,
  samples: readonly Uint8Array[],
  pieces: readonly string[],
): FuzzTarget {
  return {
    name,
    isCostly: true,
    samples: () => samples,
    read: (input) =>
      withFarEnd(input, begins, async (port) => {
        const { line } = await openConsole('fw-a', [way(port)], { clock: hastyClock });
        let heard = 0;
        line.onBytes((bytes) => (heard += bytes.length));
        await line.close();
        return heard > 0 ? 'opened, heard' : 'opened';
      }),
    allows: only(BenchError),
    pieces: [turn, ...pieces],
  };
}

/** Everything that a server may answer to settings: 9600, 8 bits, no parity, 1 stop bit, no flow control, signals on. */
const settings = [
  [101, 0, 0, 0x25, 0x80],
  [102, 8],
  [103, 1],
  [104, 1],
  [105, 1],
  [105, 8],
  [105, 11],
  [110, 0],
  [111, 255],
  [112, 1],
]
  .map((payload) =>
    String.fromCharCode(
      255,
      250,
      44,
      ...payload.flatMap((byte) => (byte === 255 ? [255, 255] : [byte])),
      255,
      240,
    ),
  )
  .join('');

/** What console servers say before they lead to a console. */
export const consoleServers: readonly FuzzTarget[] = [
  opening(
    'login of a console server',
    'server',
    (port) => ({ telnet: { host, port, login } }),
    [
      turns('\u00ff\u00fb\u0001User Access Verification\r\n\r\nUsername: ', 'lab\r\nPassword: ', '\r\nfw> '),
      turns('login: ', 'Password: ', 'Login incorrect\r\nlogin: '),
      turns('Port 7 is in use by bob\r\n', ''),
    ],
    ['login: ', 'Password: ', 'password: \t'],
  ),
  opening(
    'greeting of a console server',
    'server',
    (port) => ({ tcp: { host, port } }),
    [turns('*** Port 7 is being used by (bob@10.1.1.7) ***\r\n'), turns('line taken\r\n', ''), turns('fw# ')],
    ['line taken ', 'port '],
  ),
  opening(
    'rfc2217 line',
    'client',
    (port) => ({ telnet: { host, port, rfc2217: { baud: 9600, parity: 'none' } } }),
    [turns('\u00ff\u00fd\u002c', ...Array.from({ length: 8 }, () => settings)), turns('\u00ff\u00fe\u002c')],
    ['\u00ff\u00fa\u002c', '\u00ff\u00fd'],
  ),
  opening(
    'conserver',
    'server',
    (port) => ({ conserver: { host, port, console: 'fw-a', login } }),
    [
      turns(
        'ok\r\n',
        'ok\r\n',
        `${ownPort}\r\n`,
        'ok\r\n',
        'ok\r\n',
        '[attached]\r\n',
        '[connected]\r\nfw> ',
      ),
      turns('ok\r\n', 'passwd? 127.0.0.1\r\n', 'ok\r\n', '@elsewhere\r\n'),
      turns('ok\r\n', 'encryption required\r\n', ''),
    ],
    ['passwd?', ' a@', 'ok\r\n'],
  ),
];
