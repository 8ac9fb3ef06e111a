/** How a serial line is set. What is left out is as PIX and ASA consoles ship: 9600 8N1 without flow control. */
export interface SerialSettings {
  readonly baud?: number;
  readonly dataBits?: 5 | 6 | 7 | 8;
  readonly parity?: Parity;
  readonly stopBits?: 1 | 2;
  readonly flowControl?: FlowControl;
  /** Data Terminal Ready; left as opening makes it when not given. */
  readonly dtr?: boolean;
  /** Request To Send; left as opening makes it when not given. */
  readonly rts?: boolean;
}

export type Parity = 'none' | 'odd' | 'even';

export type FlowControl = 'none' | 'rts-cts' | 'xon-xoff';

const usual = { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flowControl: 'none' } as const;

/** The settings with what was left out filled in. */
export function completed(
  settings: SerialSettings,
): SerialSettings & Required<Omit<SerialSettings, 'dtr' | 'rts'>> {
  return { ...usual, ...settings };
}

/** `9600 baud`, and the rest where it is not 8N1 without flow control. */
export function settingsInWords(settings: SerialSettings): string {
  const { baud, dataBits, parity, stopBits, flowControl } = completed(settings);
  const frame = `${dataBits}${parity.charAt(0).toUpperCase()}${stopBits}`;
  return [
    `${baud} baud`,
    ...(frame === '8N1' ? [] : [frame]),
    ...(flowControl === 'none' ? [] : [flowControl]),
  ].join(' ');
}
