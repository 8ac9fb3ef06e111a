/**
 * COM-PORT-OPTION (RFC 2217) as pure functions over the payloads of its subnegotiations: what we order of the serial
 * line behind a console server, and what the server says of it.
 */
import type { FlowControl, Parity, SerialSettings } from './serial-settings.ts';
import { completed } from './serial-settings.ts';

/** One order, and the answer that says that it was carried out. */
export interface ComPortOrder {
  /** For people: `9600 baud`. */
  readonly what: string;
  readonly command: number;
  readonly value: readonly number[];
}

/** What a server said. */
export type ComPortNotice =
  | { readonly notice: 'answer'; readonly command: number; readonly value: readonly number[] }
  | { readonly notice: 'line-errors'; readonly errors: readonly string[] }
  | { readonly notice: 'modem'; readonly changed: readonly string[] }
  | { readonly notice: 'suspend' }
  | { readonly notice: 'resume' }
  | { readonly notice: 'other' };

const setBaud = 1;
const setDataSize = 2;
const setParity = 3;
const setStopSize = 4;
const setControl = 5;
const setLineStateMask = 10;
const setModemStateMask = 11;
const purgeData = 12;
/** What a server says has the number of what we say, and this more. */
const serverSays = 100;
const notifyLineState = 106;
const notifyModemState = 107;
const flowSuspend = 108;
const flowResume = 109;

const parities: Readonly<Record<Parity, number>> = { none: 1, odd: 2, even: 3 };
const flows: Readonly<Record<FlowControl, number>> = { none: 1, 'xon-xoff': 2, 'rts-cts': 3 };
const purges = { received: 1, typed: 2, both: 3 } as const;

/** Which of the server's buffers are emptied. */
export type Purge = keyof typeof purges;

/** Bits of the line state that tell of a line that is set wrong, or too fast. */
const lineErrors: readonly (readonly [number, string])[] = [
  [2, 'overrun'],
  [4, 'parity error'],
  [8, 'framing error'],
  [16, 'break'],
];

/** Bits of the modem state: that a signal changed, and what it is now. */
const modemSignals: readonly (readonly [number, number, string])[] = [
  [1, 16, 'CTS'],
  [2, 32, 'DSR'],
  [8, 128, 'CD'],
];

const maskOf = (bits: readonly (readonly [number, ...unknown[]])[]): number =>
  bits.reduce((sum, [bit]) => sum + bit, 0);

/** A break begins, and ends. RFC 2217, SET-CONTROL 5 and 6. */
export const breakOn: ComPortOrder = { what: 'break on', command: setControl, value: [5] };
export const breakOff: ComPortOrder = { what: 'break off', command: setControl, value: [6] };

/** Everything that makes a serial line as it is wanted, in the order in which it is asked for. */
export function settingOrders(settings: SerialSettings): readonly ComPortOrder[] {
  const { baud, dataBits, parity, stopBits, flowControl, dtr, rts } = completed(settings);
  return [
    { what: `${baud} baud`, command: setBaud, value: fourBytes(baud) },
    { what: `${dataBits} data bits`, command: setDataSize, value: [dataBits] },
    { what: `parity ${parity}`, command: setParity, value: [parities[parity]] },
    { what: `${stopBits} stop bits`, command: setStopSize, value: [stopBits] },
    control(`flow control ${flowControl}`, flows[flowControl]),
    ...(dtr === undefined ? [] : [control(`DTR ${dtr ? 'on' : 'off'}`, dtr ? 8 : 9)]),
    ...(rts === undefined ? [] : [control(`RTS ${rts ? 'on' : 'off'}`, rts ? 11 : 12)]),
  ];
}

/** Asks to be told of line errors and of signals that change. Servers that cannot tell need not answer. */
export const noticeOrders: readonly ComPortOrder[] = [
  { what: 'notices of line errors', command: setLineStateMask, value: [maskOf(lineErrors)] },
  { what: 'notices of signals', command: setModemStateMask, value: [255] },
];

/** Empties a buffer of the server. */
export function purgeOrder(which: Purge): ComPortOrder {
  return { what: `purge of what was ${which}`, command: purgeData, value: [purges[which]] };
}

/** The payload that carries an order. */
export function payloadOf({ command, value }: ComPortOrder): Uint8Array {
  return Uint8Array.of(command, ...value);
}

/** Whether a notice answers the order, whatever the server made of it. */
export function answers(order: ComPortOrder, notice: ComPortNotice): notice is ComPortAnswer {
  return notice.notice === 'answer' && notice.command === order.command;
}

type ComPortAnswer = Extract<ComPortNotice, { notice: 'answer' }>;

/** Reads one payload; never throws. */
export function readComPort(payload: Uint8Array): ComPortNotice {
  const [says = 0, ...value] = payload;
  const [state = 0] = value;
  if (says === flowSuspend) return { notice: 'suspend' };
  if (says === flowResume) return { notice: 'resume' };
  if (says === notifyLineState)
    return {
      notice: 'line-errors',
      errors: lineErrors.flatMap(([bit, name]) => (state & bit ? [name] : [])),
    };
  if (says === notifyModemState)
    return {
      notice: 'modem',
      changed: modemSignals.flatMap(([delta, now, name]) =>
        state & delta ? [`${name} ${state & now ? 'on' : 'off'}`] : [],
      ),
    };
  if (says <= serverSays) return { notice: 'other' };
  return { notice: 'answer', command: says - serverSays, value };
}

function control(what: string, value: number): ComPortOrder {
  return { what, command: setControl, value: [value] };
}

function fourBytes(value: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}
