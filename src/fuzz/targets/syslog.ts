import { Frames, Hearing, messageBytesKept, wordsOf } from '../../listen/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { hold, holdSame } from '../hold.ts';
import { inChunks } from '../in-chunks.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, utf8 } from '../target.ts';

const lines = [
  '<161>%ASA-1-104001: (Primary) Switching to ACTIVE - mate is not present.',
  '<161>Nov 22 2026 21:14:00 fw-a : %ASA-1-104002: (Secondary_group_1) Switching to STANDBY',
  '<166>1 2026-11-22T21:14:00.003Z fw-a - - - - %ASA-6-302014: Teardown TCP connection 1',
  '<163>:Nov 22 21:14:00 UTC: %ASA-session-3-106102: access-list x',
  '<134>Nov 22 21:14:00 10.1.1.1 %PIX-6-199002: PIX startup completed.\r\n',
  '<34>1 2026-11-22T21:14:00Z host app 1 ID47 [x@1 y="z"] \ufeffwords',
];

/** One line of syslog by UDP: every text is a message. */
export const syslog: FuzzTarget = {
  name: 'syslog',
  samples: () => utf8(...lines),
  read(input) {
    const heard: string[] = [];
    const told = { onHeard: ({ raw }: { raw: string }) => heard.push(raw), onUnheard: () => undefined };
    const hearing = new Hearing(new VirtualClock(), new Map([['10.1.1.1', 'active']]), told);
    const line = wordsOf(input.subarray(0, messageBytesKept));
    hearing.syslog({ line, from: '10.1.1.1', over: 'udp' });
    hold(heard.length === 1, 'a line is not told');
    return `${hearing.counts.unknown} unknown`;
  },
  allows: nothing,
  pieces: ['\r\n\0', '%ASA-', '<1', '%ASA-a-'],
};

function framed(chunks: readonly Uint8Array[]): readonly string[] {
  const messages: string[] = [];
  const frames = new Frames((message, isCut) =>
    messages.push(`${isCut} ${Buffer.from(message).toString('latin1')}`),
  );
  for (const chunk of chunks) frames.push(chunk);
  frames.end();
  return messages;
}

/** Syslog by TCP, in either framing. */
export const syslogStream: FuzzTarget = {
  name: 'syslog stream',
  samples: () =>
    utf8(
      lines.join('\n'),
      lines.map((line) => `${Buffer.byteLength(line)} ${line}`).join(''),
      lines.join('\0'),
    ),
  read(input) {
    const whole = framed([input]);
    holdSame(framed(inChunks(input)), whole, 'chunks make a difference');
    return whole.length > 0 ? 'messages' : 'none';
  },
  allows: nothing,
  pieces: ['99999 <', '9', '1 <'],
};
