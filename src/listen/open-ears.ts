import type { Clock } from '../clock.ts';
import { openTrapEar } from '../transport/index.ts';
import type { TrapAudience } from '../transport/index.ts';
import type { Ear, Place } from './ear.ts';
import type { Listener } from './heard.ts';
import { Hearing } from './hearing.ts';
import type { SpeakerByAddress } from './hearing.ts';
import { KernelDrops } from './kernel-drops.ts';
import type { WatchedPort } from './kernel-drops.ts';
import { openTcpEar } from './open-tcp-ear.ts';
import { openUdpEar, receiveBufferBytes } from './open-udp-ear.ts';

/** Where to listen for what, and whose notifications to take. */
export interface EarsWish {
  readonly syslogUdp?: Place;
  readonly syslogTcp?: Place;
  readonly traps?: Place & TrapAudience;
  readonly speakers: SpeakerByAddress;
}

/** The ports that are listened at. */
export interface HeardAt {
  readonly syslogUdp?: number;
  readonly syslogTcp?: number;
  readonly traps?: number;
}

/** Ears that are open, by socket or in one process. */
export interface Ears extends Pick<Hearing, 'since' | 'counts'> {
  readonly at: HeardAt;
  /** Resolves when it is known what went unheard until now, so that `since` can tell. */
  settled(): Promise<void>;
  /** Tells what is not told yet, and closes every socket. */
  close(): Promise<void>;
}

/**
 * Opens a socket for each wish; port 0 takes any free one. Throws `BenchError` naming the one that cannot be opened;
 * what was open by then is closed again.
 */
export async function openEars(wish: EarsWish, clock: Clock, listener: Listener): Promise<Ears> {
  const hearing = new Hearing(clock, wish.speakers, listener);
  const opened: Ear[] = [];
  const keep = async (opening: Promise<Ear>): Promise<number> => {
    const ear = await opening;
    opened.push(ear);
    return ear.port;
  };
  const closeAll = async (): Promise<void> => void (await Promise.all(opened.map((ear) => ear.close())));
  try {
    const { syslogUdp, syslogTcp, traps } = wish;
    const at: HeardAt = {
      ...(syslogUdp ? { syslogUdp: await keep(openUdpEar(syslogUdp, hearing)) } : {}),
      ...(syslogTcp ? { syslogTcp: await keep(openTcpEar(syslogTcp, hearing, clock)) } : {}),
      ...(traps ? { traps: await keep(trapEar(traps, hearing, clock)) } : {}),
    };
    const drops = new KernelDrops(clock, watched(at), (unheard, lost) => hearing.unheard(unheard, lost));
    return {
      at,
      since: (ms) => hearing.since(ms),
      settled: async () => {
        await drops.ask();
        hearing.settle();
      },
      get counts() {
        return hearing.counts;
      },
      close: async () => {
        await drops.stop();
        await closeAll();
        hearing.settle();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function trapEar(traps: Place & TrapAudience, hearing: Hearing, clock: Clock): Promise<Ear> {
  return openTrapEar({ ...traps, bufferBytes: receiveBufferBytes }, traps, clock, {
    onTrap: (trap) => hearing.trap(trap),
    onRefused: () => hearing.refused(),
  });
}

function watched({ syslogUdp, traps }: HeardAt): readonly WatchedPort[] {
  return [
    ...(syslogUdp === undefined ? [] : [{ port: syslogUdp, witness: 'syslog' as const }]),
    ...(traps === undefined ? [] : [{ port: traps, witness: 'traps' as const }]),
  ];
}
