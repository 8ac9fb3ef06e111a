/** What a person sees while a run goes on: live waits on a terminal, plain lines when there is none. */
import { MultiBar } from 'cli-progress';
import type { SingleBar } from 'cli-progress';
import type { Cancel, Clock } from '../clock.ts';
import type { Progress } from '../bench/index.ts';
import { visibleText } from '../report/index.ts';

/** A progress display that must be closed before anything else is printed. */
export interface Terminal extends Progress {
  /** Leaves the screen to `act`, which asks somebody something; draws nothing meanwhile. */
  aside<T>(act: () => Promise<T>): Promise<T>;
  close(): void;
}

const none: Cancel = () => undefined;

/** Columns of a live wait beside the words: the bar and the times. */
const beside = 55;

/** Milliseconds after which a wait is told where there is no terminal. */
const plainAfterMs = 5000;

/** Live bars on a terminal, plain lines elsewhere. */
export function openTerminal(stream: NodeJS.WriteStream, clock: Clock): Terminal {
  return stream.isTTY ? liveTerminal(stream, clock) : plainTerminal(stream, clock);
}

function plainTerminal(stream: NodeJS.WriteStream, clock: Clock): Terminal {
  const say = (text: string): void => void stream.write(`${visibleText(text)}\n`);
  return {
    say,
    waiting(what, atMostMs) {
      const begunMs = clock.nowMs();
      let cancel: Cancel = none;
      const tell = (): void => {
        say(`  … ${what}: waiting for ${seconds(clock.nowMs() - begunMs)}, at most ${seconds(atMostMs)}`);
        cancel = clock.after(2 * plainAfterMs, tell);
      };
      cancel = clock.after(plainAfterMs, tell);
      return () => cancel();
    },
    aside: (act) => act(),
    close: () => undefined,
  };
}

function liveTerminal(stream: NodeJS.WriteStream, clock: Clock): Terminal {
  let bars = multiBar(stream);
  const waits = new Map<SingleBar, { what: string; begunMs: number; atMostMs: number }>();
  let cancel: Cancel = none;
  const tick = (): void => {
    for (const [bar, { what, begunMs, atMostMs }] of waits) {
      const since = clock.nowMs() - begunMs;
      bar.update(Math.min(since, atMostMs), { what, since: seconds(since), most: seconds(atMostMs) });
    }
    cancel = clock.after(100, tick);
  };
  tick();
  return {
    say: (text) => bars.log(`${visibleText(text)}\n`),
    waiting(what, atMostMs) {
      // A bar that wraps cannot be drawn over: what is waited for is cut to the width of the terminal.
      const shown = visibleText(what).slice(0, Math.max(20, stream.columns - beside));
      const bar = bars.create(atMostMs, 0, { what: shown, since: seconds(0), most: seconds(atMostMs) });
      waits.set(bar, { what: shown, begunMs: clock.nowMs(), atMostMs });
      return () => {
        if (waits.delete(bar)) bars.remove(bar);
      };
    },
    async aside(act) {
      bars.stop();
      waits.clear();
      try {
        return await act();
      } finally {
        bars = multiBar(stream);
      }
    },
    close() {
      cancel();
      bars.stop();
    },
  };
}

const multiBar = (stream: NodeJS.WriteStream): MultiBar =>
  new MultiBar({
    stream,
    clearOnComplete: true,
    linewrap: true,
    hideCursor: true,
    format: '  {bar} {what}: {since} of at most {most}',
    barsize: 20,
    forceRedraw: true,
  });

/** `0.4 s`, `12 s`, `15 min`. */
export function seconds(ms: number): string {
  if (ms >= 600_000) return `${Math.round(ms / 60_000)} min`;
  return ms >= 10_000 ? `${Math.round(ms / 1000)} s` : `${(ms / 1000).toFixed(1)} s`;
}
