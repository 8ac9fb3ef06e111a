/** A day at a console on a virtual clock: what it leaves behind afterwards must be what it had after an hour. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { FirewallSession } from '../device/index.ts';
import { ScriptedUnit, secrets } from '../device/firewall/scripted-unit.test-support.ts';
import { BenchError } from '../errors.ts';
import type { Line } from '../transport/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Notebook } from './notebook.ts';
import type { Book } from './notebook.ts';
import { UnitConsole } from './unit-console.ts';

const sample = join(import.meta.dirname, '../show/samples/show-failover/asa-5510-8.0-csc-module.txt');
const printed = (path: string): string => readFileSync(path, 'utf8').replaceAll(/\r?\n/g, '\r\n');
const showFailover = printed(sample);
const showVersion = printed(join(import.meta.dirname, '../show/samples/show-version/asa-5550-8.0.txt'));

const hourMs = 3_600_000;

/** What comes to a console unasked, from one line to a flood without an end of line. */
const noises: readonly string[] = [
  '\r\n\tSwitching to Standby\r\n\r\nedge/pri/act# ',
  '\r\n\tSwitching to Active\r\n',
  'Beginning configuration replication: Sending to mate.\r\nEnd Configuration Replication to mate\r\n',
  '%ASA-4-411002: Line protocol on Interface inside, changed state to down\r\n',
  '.',
  '\r\n<--- More --->',
  '\u0000\u00ff\u001b[2J\u0007\b\b',
  'a row that never ends '.repeat(5000),
];

/** A console whose line is lost again and again; it counts who listens to it, and what was ever opened. */
class RestlessConsole {
  readonly clock: VirtualClock;
  opened = 0;
  refused = 0;
  listeners = 0;
  #seed = 1;
  #unit: ScriptedUnit | undefined;

  constructor(clock: VirtualClock) {
    this.clock = clock;
  }

  /** From 0 up to one less than this, the same each time the test runs (Numerical Recipes, section 7.1). */
  below(limit: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#seed / 2 ** 32) * limit);
  }

  async open(): Promise<FirewallSession> {
    if (this.below(3) === 0) {
      this.refused += 1;
      throw new BenchError('console', 'the line is busy');
    }
    this.opened += 1;
    const unit = new ScriptedUnit(this.clock);
    unit.standing = this.below(2) === 0 ? 'enable' : 'username';
    unit.replies.set('show failover', showFailover);
    unit.replies.set('show version', showVersion);
    this.#unit = unit;
    return new FirewallSession(this.#counted(unit.near), this.clock, { ...secrets, name: 'primary console' });
  }

  makeNoise(): void {
    this.#unit?.say(noises[this.below(noises.length)] ?? '');
  }

  hangUp(): void {
    void this.#unit?.hangUp();
  }

  #counted(line: Line): Line {
    const count = (cancel: () => void): (() => void) => {
      let isListening = true;
      this.listeners += 1;
      return () => {
        cancel();
        if (isListening) this.listeners -= 1;
        isListening = false;
      };
    };
    return {
      name: line.name,
      get open() {
        return line.open;
      },
      write: (bytes) => line.write(bytes),
      onBytes: (listener) => count(line.onBytes(listener)),
      onClosed: (listener) => count(line.onClosed(listener)),
      close: () => line.close(),
    };
  }
}

/** Calls again and again, about that far apart, until told to stop. */
function again(on: RestlessConsole, aboutMs: number, what: () => void): () => void {
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = on.clock.after(aboutMs / 2 + on.below(aboutMs), () => {
      what();
      next();
    });
  };
  next();
  return () => cancel();
}

/** Bytes in use once everything is gone that nobody holds. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}

describe('a day at a console', function () {
  this.timeout(120_000);

  it('of noise, lost lines and new ones leaves nothing behind', async () => {
    const clock = new VirtualClock();
    const restless = new RestlessConsole(clock);
    const seen = new Map<string, number>();
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
    const book: Book = {
      at: (ms) => ms,
      now: () => clock.nowMs(),
      consoleBytes: () => undefined,
      record(entry) {
        count(entry.kind === 'observation' ? entry.saw.sight : entry.kind);
        return { seq: 0, ...entry };
      },
    };
    const notebook = new Notebook(book, (error) => expect.fail(error.message));
    const open = (): Promise<FirewallSession> => restless.open();
    const first = await clock.runUntil(open().catch(open));
    const unit = new UnitConsole('primary', first, notebook, { clock, serial: 'JMXTEST0050', open });
    const stops = [
      again(restless, 30_000, () => restless.makeNoise()),
      again(restless, 500_000, () => restless.hangUp()),
    ];
    const pass = async (hours: number): Promise<void> => {
      const untilMs = clock.nowMs() + hours * hourMs;
      while (clock.nowMs() < untilMs) {
        await clock.runUntil(unit.lookAtFailover(4000));
        await clock.advance(60_000);
      }
    };

    // By then everything has happened often, and what is compiled is compiled.
    await pass(4);
    const [heapBefore, listenersBefore] = [heapUsed(), restless.listeners];
    await pass(20);
    expect(heapUsed() / heapBefore, 'what is held, after a day and after four hours').to.be.below(1.15);
    expect(restless.listeners).to.equal(listenersBefore);
    expect(unit.heard).to.have.length(500);

    for (const stop of stops) stop();
    await clock.runUntil(unit.close());
    await clock.advance(hourMs);
    expect(restless.listeners, 'who still listens').to.equal(0);
    expect(clock.pending, 'timers that still wait').to.equal(0);

    // It was the day that it was meant to be, and the console answered in spite of it.
    expect(restless).to.have.property('opened').above(100);
    expect(restless).to.have.property('refused').above(30);
    expect(seen.get('gap')).to.equal(restless.opened - 1);
    expect(seen.get('failover')).to.be.above(1000);
    expect([...seen.keys()]).to.have.members(['failover', 'identity', 'message', 'gap']);
  });
});
