import { comPortTelnet, newTelnet, readComPort, readTelnet } from '../../transport/index.ts';
import { hold, holdSame } from '../hold.ts';
import { inChunks } from '../in-chunks.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing } from '../target.ts';

type Start = typeof newTelnet;

function heard(start: Start, chunks: readonly Uint8Array[]) {
  let telnet = start;
  const text: number[] = [];
  const reply: number[] = [];
  const comPort: unknown[] = [];
  for (const chunk of chunks) {
    const read = readTelnet(telnet, chunk);
    telnet = read.telnet;
    for (const byte of read.text) text.push(byte);
    for (const byte of read.reply) reply.push(byte);
    comPort.push(...read.comPort.map(readComPort));
  }
  return { telnet, text, reply, comPort };
}

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Buffer.concat(
    values.map((value) => (typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value, 'latin1'))),
  );

const target = (name: string, start: Start): FuzzTarget => ({
  name,
  samples: () => [
    bytes(
      255,
      251,
      1,
      255,
      251,
      3,
      255,
      253,
      24,
      255,
      253,
      31,
      '\r\nUser Access Verification\r\0\nPassword: ',
    ),
    bytes(255, 253, 0, 255, 251, 0, 255, 253, 44, 'fw> ', 255, 255, '\r\0'),
    bytes(
      255,
      253,
      44,
      255,
      250,
      44,
      101,
      0,
      0,
      0x25,
      0x80,
      255,
      240,
      255,
      250,
      44,
      107,
      0x30,
      255,
      240,
      'login: ',
    ),
    bytes(
      255,
      250,
      44,
      106,
      255,
      255,
      255,
      240,
      255,
      250,
      44,
      108,
      255,
      240,
      255,
      250,
      44,
      255,
      241,
      255,
      254,
      44,
    ),
    bytes(255, 250, 24, 1, 255, 240, 255, 252, 6, 255, 251, 6),
  ],
  read(input) {
    const whole = heard(start, [input]);
    holdSame(heard(start, inChunks(input)), whole, 'chunks make a difference');
    hold(whole.text.length <= input.length, 'more text than bytes');
    hold(whole.reply.length <= 4 * 256 * 8, 'answers without end');
    return `${whole.telnet.place}, ${whole.telnet.comPort}`;
  },
  allows: nothing,
  pieces: ['\u00ff\u00fd\u0000', '\u00ff\u00fa', '\u00ff'],
});

/** A console server's telnet, and its end of a serial line. */
export const telnet: readonly FuzzTarget[] = [target('telnet', newTelnet), target('rfc2217', comPortTelnet)];
