import { expect } from 'chai';
import type { ComPortNotice } from './com-port.ts';
import { payloadOf, readComPort, settingOrders } from './com-port.ts';
import type { SerialSettings } from './serial-settings.ts';
import { comPortTelnet, framedComPort, readTelnet } from './telnet.ts';

const [WILL, DO, DONT, SB, SE, IAC] = [251, 253, 254, 250, 240, 255];

function told(bytes: readonly number[], size: number) {
  let telnet = comPortTelnet;
  const payloads: number[][] = [];
  const text: number[] = [];
  const reply: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const read = readTelnet(telnet, Uint8Array.from(bytes.slice(at, at + size)));
    telnet = read.telnet;
    payloads.push(...read.comPort.map((payload) => [...payload]));
    text.push(...read.text);
    reply.push(...read.reply);
  }
  return { payloads, text, reply, state: telnet.comPort };
}

describe('COM-PORT-OPTION', () => {
  const heard: readonly (readonly [string, readonly number[], ReturnType<typeof told>])[] = [
    [
      'an answer amid text',
      [65, IAC, DO, 44, IAC, SB, 44, 101, 0, 0, 37, 128, IAC, SE, 66],
      { payloads: [[101, 0, 0, 37, 128]], text: [65, 66], reply: [], state: 'agreed' },
    ],
    [
      'an answer with a doubled IAC',
      [IAC, DO, 44, IAC, SB, 44, 107, IAC, IAC, IAC, SE],
      { payloads: [[107, 255]], text: [], reply: [], state: 'agreed' },
    ],
    [
      'a server that is willing itself',
      [IAC, WILL, 44, IAC, SB, 44, 106, 8, IAC, SE],
      { payloads: [[106, 8]], text: [], reply: [IAC, DO, 44], state: 'agreed' },
    ],
    ['a refusal', [IAC, DONT, 44], { payloads: [], text: [], reply: [IAC, 252, 44], state: 'refused' }],
    [
      'what is said before it was agreed on',
      [IAC, SB, 44, 106, 8, IAC, SE],
      { payloads: [], text: [], reply: [], state: 'offered' },
    ],
    [
      'a subnegotiation of something else',
      [IAC, DO, 44, IAC, SB, 24, 1, IAC, SE],
      { payloads: [], text: [], reply: [], state: 'agreed' },
    ],
  ];
  for (const [title, bytes, wanted] of heard)
    it(`hears ${title}, however it is chopped`, () => {
      for (const size of [1, 2, 3, 5, 100]) expect(told(bytes, size)).to.deep.equal(wanted);
    });

  const orders: readonly (readonly [string, SerialSettings, readonly (readonly number[])[]])[] = [
    [
      'as consoles ship',
      {},
      [
        [1, 0, 0, 37, 128],
        [2, 8],
        [3, 1],
        [4, 1],
        [5, 1],
      ],
    ],
    [
      'as told',
      {
        baud: 115_200,
        dataBits: 7,
        parity: 'even',
        stopBits: 2,
        flowControl: 'rts-cts',
        dtr: true,
        rts: false,
      },
      [
        [1, 0, 1, 194, 0],
        [2, 7],
        [3, 3],
        [4, 2],
        [5, 3],
        [5, 8],
        [5, 12],
      ],
    ],
    [
      'with XON and XOFF, DTR low',
      { parity: 'odd', flowControl: 'xon-xoff', dtr: false },
      [
        [1, 0, 0, 37, 128],
        [2, 8],
        [3, 2],
        [4, 1],
        [5, 2],
        [5, 9],
      ],
    ],
  ];
  for (const [title, settings, wanted] of orders)
    it(`orders a line ${title}`, () => {
      expect(settingOrders(settings).map((order) => [...payloadOf(order)])).to.deep.equal(wanted);
    });

  const notices: readonly (readonly [readonly number[], ComPortNotice])[] = [
    [[101, 0, 0, 37, 128], { notice: 'answer', command: 1, value: [0, 0, 37, 128] }],
    [[105, 6], { notice: 'answer', command: 5, value: [6] }],
    [[106, 12], { notice: 'line-errors', errors: ['parity error', 'framing error'] }],
    [[106, 96], { notice: 'line-errors', errors: [] }],
    [[107, 0b1000_1010], { notice: 'modem', changed: ['DSR off', 'CD on'] }],
    [[107], { notice: 'modem', changed: [] }],
    [[108], { notice: 'suspend' }],
    [[109], { notice: 'resume' }],
    [[100, 65], { notice: 'other' }],
    [[], { notice: 'other' }],
  ];
  for (const [payload, wanted] of notices)
    it(`reads ${payload.join(' ') || 'nothing'}`, () => {
      expect(readComPort(Uint8Array.from(payload))).to.deep.equal(wanted);
    });

  it('frames a payload, IAC doubled', () => {
    const framed = framedComPort(Uint8Array.of(10, 255));
    expect([...framed]).to.deep.equal([IAC, SB, 44, 10, IAC, IAC, IAC, SE]);
  });
});
